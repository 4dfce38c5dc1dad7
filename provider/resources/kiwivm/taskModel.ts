/** How a task is called. */
export interface Named {
  /** As in "KiwiVM to finish the migration"; also the kind of the pending work. */
  name: string;
  /** What tells of it in KiwiVM's audit log: words (a guess, unverified), unless another call than this one is named. */
  logged?: { words: RegExp; call: string };
}

/** What KiwiVM locks a machine for while it is at it. */
export interface Task<S> extends Named {
  /** The argument that asks for it. */
  askedBy: keyof S & string;
  /** What the machine shows, by a request that KiwiVM refuses while the machine is locked. */
  look: () => Promise<string>;
  /** What it shows once the task is done; undefined where nothing but the lock tells. */
  wanted: string | undefined;
  /** The outputs that hold what it shows. */
  outputs: (shown: string) => Partial<S>;
}

/** What tells one request for a task from another one on the same machine. */
export interface Request {
  /** What the machine is to become: the name of a system, or of a snapshot. */
  target: string;
  /** Empty where the program gives none; what the machine shows tells such requests apart. */
  trigger: string;
}

/** One that loses data, and so is begun only once. */
export interface LossyTask<S> extends Task<S> {
  /** What tells this request from others; left out where the machine always shows what is wanted. */
  request?: Request;
  /** The trigger whose request the program says was carried out. */
  confirmed?: string | undefined;
  /** Whether the words of a lock fit the task. They are guesses (unverified), and only ever make us stop. */
  isCalled: (words: string) => boolean;
  /** Refuses what cannot be, before anything is begun. It waits for no lock: behind one, what was seen before counts no more. */
  prepare: () => Promise<void>;
  /** Sends the one request; answers what counts once the task is done. */
  begin: () => Promise<Partial<S>>;
  /** What counts then where the answer got lost. */
  unheard: Partial<S>;
}
