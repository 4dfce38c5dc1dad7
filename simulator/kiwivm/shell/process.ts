import type { Disk } from "./disk";

export type Write = (text: string) => void;

/** What a command of the toy shell may look at and change. */
export interface Process {
  readonly disk: Disk;
  readonly hostname: string;
  /** Where it runs, absolute. */
  readonly directory: string;
  /** The exit status before it. */
  readonly status: number;
  /** Variables it sees. */
  readonly environment: ReadonlyMap<string, string>;
  readonly out: Write;
  readonly err: Write;
  resolve(path: string): string;
  /** False if there is no such directory. */
  changeDirectory(path: string): boolean;
  /** Makes a variable visible to commands; it keeps its value if none is given. */
  export(name: string, value?: string): void;
  /** Ends the shell behind it. */
  end(): void;
  /** Runs another command in its place. */
  execute(environment: ReadonlyMap<string, string>, name: string, args: readonly string[]): number;
  /** Runs a script in a shell of its own. */
  spawn(source: string): number;
}

/** Returns the exit status. */
export type ShellCommand = (args: readonly string[], process: Process) => number;
