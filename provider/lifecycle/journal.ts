import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { VpsError } from "../errors/vpsError";

/** What was begun, in a word, and when by the hoster's clock. */
const noted = z.object({ work: z.string(), begun: z.iso.datetime() });
type Note = z.output<typeof noted>;

/** What is known of a page as a whole; see {@link Page.takeOver} and {@link Page.close}. */
const summed = z.object({ told: z.iso.datetime().optional(), left: z.iso.datetime().optional() });
const SUMMARY = "summary.json";

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

  /**
   * The page of one kind of work on one object, as one resource reads and writes it. `object`: what tells it from all others;
   * `owner`: the mark in the state of the resource. Only hashes of both are kept.
   */
  page(object: readonly string[], work: string, owner: string): Page {
    const folder = this.#folder === undefined ? undefined : join(this.#folder, hashOf([...object, work]));
    return new Page(folder, work, `${hashOf([owner])}.json`);
  }
}

/**
 * Each resource notes on it when it last began the work, and no other one touches that. The note stays when the work is done:
 * where Pulumi was killed and its provider was not, nobody hears of the end. What its state knows of tells whether it counts.
 */
export class Page {
  readonly #folder: string | undefined;
  readonly #work: string;
  readonly #mine: string;
  /** What was noted before {@link open}. */
  #before: Note | undefined;

  constructor(folder: string | undefined, work: string, mine: string) {
    this.#folder = folder;
    this.#work = work;
    this.#mine = mine;
  }

  /**
   * When this resource began the work last. A note that cannot be read may be of any time: it counts as one of `now`, and
   * becomes one. Throws where it cannot.
   */
  begun(now: string): Promise<string | undefined> {
    return this.#begunIn(this.#mine, now);
  }

  /** When any resource did, of which no new one was told yet. Throws like {@link begun}. */
  async untold(now: string): Promise<string | undefined> {
    const { told = "" } = await this.#summary();
    const times = await Promise.all((await this.#notes()).map((name) => this.#begunIn(name, now)));
    return times
      .filter((time) => time !== undefined && time > told)
      .sort()
      .at(-1);
  }

  /** Notes that the work begins. Resolves when that is on disk; where it cannot be written, to the reason. */
  async open(begun: string): Promise<string | undefined> {
    this.#before = await this.#read(this.#mine, noted).catch(unreadable);
    return this.#write(this.#mine, { work: this.#work, begun });
  }

  /** What was noted last was not begun after all: what was before counts again. */
  async takeBack(): Promise<void> {
    // Where that fails it is of no account either: by then state knows of all that was begun.
    if (this.#before === undefined) await this.#remove();
    else await this.#write(this.#mine, this.#before);
  }

  /** This resource, which is new, was told of what was untold: from now on it counts as begun by it, and by nobody else. */
  async takeOver(now: string): Promise<void> {
    const told = await this.untold(now).catch(unreadable);
    // In this order, so that a kill in between makes it be told once more.
    await this.open(now);
    if (told !== undefined) await this.#sumUp({ told });
  }

  /** The resource leaves its stack; its state knew of all that was begun up to `settled`. */
  async close(settled: string): Promise<void> {
    const begun = await this.#read(this.#mine, noted).then((note) => note?.begun, unreadable);
    if (begun !== undefined && begun <= settled) await this.#remove();
    const { left = "" } = await this.#summary();
    if (settled > left) await this.#sumUp({ left: settled });
  }

  /** Until when the resources that have left knew of all that was begun. */
  async left(): Promise<string | undefined> {
    return (await this.#summary()).left;
  }

  async #begunIn(name: string, now: string): Promise<string | undefined> {
    try {
      return (await this.#read(name, noted))?.begun;
    } catch {
      const trouble = await this.#write(name, { work: this.#work, begun: now });
      // It would be of now again and again, whatever the next trigger is.
      if (trouble !== undefined) throw this.#closed(`what stands there cannot be read, and ${trouble}`);
      return now;
    }
  }

  async #notes(): Promise<string[]> {
    if (this.#folder === undefined) return [];
    const names = await readdir(this.#folder).catch((error) => {
      if (isMissing(error)) return [];
      throw this.#closed(`${this.#folder} cannot be listed (${codeOf(error)})`);
    });
    return names.filter((name) => /^[0-9a-f]{32}\.json$/.test(name));
  }

  /** Without it more is told, never less. */
  async #summary(): Promise<z.output<typeof summed>> {
    return (await this.#read(SUMMARY, summed).catch(unreadable)) ?? {};
  }

  async #sumUp(known: z.output<typeof summed>): Promise<void> {
    await this.#write(SUMMARY, { ...(await this.#summary()), ...known });
  }

  async #remove(): Promise<void> {
    if (this.#folder !== undefined) await rm(join(this.#folder, this.#mine), { force: true }).catch(() => {});
  }

  #closed(why: string): VpsError {
    return new VpsError(
      "refused",
      `A run that was killed may have begun this ${this.#work}, but this computer's notes of that are out of reach: ${why}. Nothing was begun. Give the folder to the user who runs Pulumi; or remove it, if the machine shows that there was no such run.`,
    );
  }

  /** Undefined where there is no such file. */
  async #read<T>(name: string, shape: z.ZodType<T>): Promise<T | undefined> {
    if (this.#folder === undefined) return undefined;
    try {
      return shape.parse(JSON.parse(await readFile(join(this.#folder, name), "utf8")));
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  }

  /** All of it or nothing, also where the process is killed meanwhile. */
  async #write(name: string, what: object): Promise<string | undefined> {
    if (this.#folder === undefined) return "no home folder is known";
    const draft = join(this.#folder, `${name}.${process.pid}`);
    try {
      await mkdir(this.#folder, { recursive: true, mode: 0o700 });
      await writeFile(draft, JSON.stringify(what), { mode: 0o600, flush: true });
      await rename(draft, join(this.#folder, name));
      return undefined;
    } catch (error) {
      return `${this.#folder} cannot be written (${codeOf(error)})`;
    }
  }
}

function isMissing(error: unknown): boolean {
  return ["ENOENT", "ENOTDIR"].includes(codeOf(error));
}

function hashOf(parts: readonly string[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 32);
}

function codeOf(error: unknown): string {
  return String((error as NodeJS.ErrnoException).code);
}

function unreadable(): undefined {
  return undefined;
}
