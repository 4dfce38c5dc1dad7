import { createHash, randomUUID } from "node:crypto";
import { readFileSync, rmSync } from "node:fs";
import { link, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { VpsError } from "../../errors/vpsError";

const noted = z.object({ sent: z.iso.datetime() });

/** Stands for a time that a note told and that can no longer be read: any time may be later. */
export const UNREADABLE = "";

/**
 * Notes on this computer of requests that no run may repeat: state cannot be written in the middle of an update, and of a
 * process that is killed the engine learns nothing. They are small files below Pulumi's own folder.
 */
export class Notes {
  readonly #folder: string | undefined;

  /** `home`: Pulumi's own folder; without one nothing can be noted. */
  constructor(home: string | undefined) {
    this.#folder = home === undefined ? undefined : join(home, "pulumi-vps", "journal");
  }

  /**
   * The note of one request. `work`: what tells its kind of work on its object from all other; `request`: what tells it from
   * the other requests for this work. Only hashes of both are kept.
   */
  of(work: readonly string[], request: readonly string[]): Note {
    return new Note(
      this.#folder === undefined ? undefined : join(this.#folder, hashOf(work)),
      `${hashOf([...work, ...request])}.json`,
    );
  }
}

/** That one request was sent, and when. It says nothing else. */
export class Note {
  readonly #folder: string | undefined;
  readonly #name: string;

  constructor(folder: string | undefined, name: string) {
    this.#folder = folder;
    this.#name = name;
  }

  /** When the request was sent (ISO 8601, by this computer's clock), or {@link UNREADABLE}; undefined where there is no note. Throws where that cannot be told. */
  sent(): Promise<string | undefined> {
    return this.#sentIn(this.#name);
  }

  /** When this request and others for the same work were sent, as far as that can be read. */
  async allSent(): Promise<string[]> {
    if (this.#folder === undefined) return [];
    const names = await readdir(this.#folder).catch(() => []);
    const times = names
      .filter((name) => name.endsWith(".json"))
      .map((name) => this.#sentIn(name).catch(() => undefined));
    return (await Promise.all(times)).filter((time) => time !== undefined);
  }

  /**
   * Notes that the request is sent now. Resolves when that is on disk: `written`, or `found` where another process was
   * quicker. Where it cannot be written, to the reason.
   */
  async write(): Promise<"written" | "found" | { problem: string }> {
    if (this.#folder === undefined) return { problem: "the home folder is not known" };
    const draft = join(this.#folder, `${this.#name}.${randomUUID()}`);
    try {
      await mkdir(this.#folder, { recursive: true, mode: 0o700 });
      await writeFile(draft, JSON.stringify({ sent: new Date().toISOString() }), { mode: 0o600, flush: true });
      // All of it or nothing, as a rename; but unlike that it takes nobody else's place.
      await link(draft, join(this.#folder, this.#name));
      return "written";
    } catch (error) {
      if (codeOf(error) === "EEXIST") return "found";
      return { problem: `${this.#folder} cannot be written (${codeOf(error)})` };
    } finally {
      await rm(draft, { force: true }).catch(() => {});
    }
  }

  /** The request was certainly not carried out, or the hoster itself shows what became of it. */
  async remove(): Promise<void> {
    if (this.#folder !== undefined) await rm(join(this.#folder, this.#name), { force: true }).catch(() => {});
  }

  /** A state holds this request as done, and knows of all that was sent up to `known`. */
  end(known: string): void {
    if (this.#folder === undefined) return;
    const file = join(this.#folder, this.#name);
    try {
      if (timeIn(readFileSync(file, "utf8")) <= known) rmSync(file);
    } catch {
      // There is none; or it stays, and at worst stops a run that could have gone on.
    }
  }

  async #sentIn(name: string): Promise<string | undefined> {
    if (this.#folder === undefined) return undefined;
    try {
      return timeIn(await readFile(join(this.#folder, name), "utf8"));
    } catch (error) {
      if (["ENOENT", "ENOTDIR"].includes(codeOf(error))) return undefined;
      throw new VpsError(
        "refused",
        `A run that was killed may have sent this same request, but this computer's note of it cannot be read: ${join(this.#folder, name)} (${codeOf(error)}). Nothing was sent. ` +
          "Give the folder to the user who runs Pulumi. Or remove the file, if the machine shows that there was no such run.",
      );
    }
  }
}

function timeIn(text: string): string {
  try {
    return noted.parse(JSON.parse(text)).sent;
  } catch {
    return UNREADABLE;
  }
}

function hashOf(parts: readonly string[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 32);
}

function codeOf(error: unknown): string {
  return String((error as NodeJS.ErrnoException).code);
}
