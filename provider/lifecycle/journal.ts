import { createHash } from "node:crypto";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";

const noted = z.object({
  /** What was begun, in a word. */
  work: z.string(),
  /** ISO 8601, by the hoster's clock. */
  begun: z.string(),
  /** Missing while it is under way, and for ever after a kill. */
  ended: z.string().optional(),
});

/** What is noted of the last work of one kind on one object. */
export type Noted = z.output<typeof noted>;

/**
 * Notes on this computer of work that may be begun only once: state cannot be written in the middle of an update, and of a
 * process that is killed the engine learns nothing. They are small files below Pulumi's own folder.
 */
export class Journal {
  readonly #folder: string | undefined;

  /** `home`: Pulumi's own folder; without one nothing can be noted. */
  constructor(home: string | undefined) {
    this.#folder = home === undefined ? undefined : join(home, "pulumi-vps", "journal");
  }

  /** The note of one kind of work on one object. `object`: what tells it from all others; only a hash of it is kept. */
  note(object: readonly string[], work: string): Note {
    const name = createHash("sha256")
      .update(JSON.stringify([...object, work]))
      .digest("hex");
    return new Note(this.#folder === undefined ? undefined : join(this.#folder, `${name.slice(0, 32)}.json`), work);
  }
}

/**
 * It is opened before the work begins, and closed when its outcome is handed back. A process that is killed leaves it open. It
 * stays when it is closed: where Pulumi was killed and its provider was not, that hands the outcome to nobody.
 */
export class Note {
  readonly #file: string | undefined;
  readonly #work: string;
  #begun: string | undefined;

  constructor(file: string | undefined, work: string) {
    this.#file = file;
    this.#work = work;
  }

  /** Undefined where nothing whole is noted: a note that was cut off was not on disk yet, so nothing was begun. */
  async read(): Promise<Noted | undefined> {
    if (this.#file === undefined) return undefined;
    try {
      return noted.parse(JSON.parse(await readFile(this.#file, "utf8")));
    } catch {
      return undefined;
    }
  }

  /** Resolves when it is on disk; where it cannot be written, to the reason. */
  async open(begun: string): Promise<string | undefined> {
    this.#begun = begun;
    return this.#write({ work: this.#work, begun });
  }

  /** Nothing, unless it is open. */
  async close(ended: string): Promise<void> {
    if (this.#begun !== undefined) await this.#write({ work: this.#work, begun: this.#begun, ended });
    this.#begun = undefined;
  }

  /** For what was not begun after all. Nothing, unless it is open. */
  async drop(): Promise<void> {
    if (this.#begun === undefined) return;
    this.#begun = undefined;
    // Where that fails it is of no account either: by then state knows of all that was begun.
    if (this.#file !== undefined) await rm(this.#file, { force: true }).catch(() => {});
  }

  async #write(what: Noted): Promise<string | undefined> {
    if (this.#file === undefined) return "no home folder is known";
    const folder = dirname(this.#file);
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeFile(this.#file, JSON.stringify(what), { mode: 0o600, flush: true });
      return undefined;
    } catch (error) {
      return `${folder} cannot be written (${(error as NodeJS.ErrnoException).code})`;
    }
  }
}
