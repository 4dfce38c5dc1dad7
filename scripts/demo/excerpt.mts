import { stripVTControlCharacters } from "node:util";

/** Lines that only say that Pulumi is still there, that something begins, or that it is as it was. */
const NOISE = [
  /@ (previewing update|updating|destroying|refreshing)\.+$/,
  /^ [~+-] {2}\S+ \S+ (creating|updating|deleting|refreshing)( \(\d+s\))? ?(\[.*\])?$/,
  /^ ~ {2}\S+ \S+ refresh( \([\d.]+s\))? ?$/,
  /^ {4}\S+ \S+ (running)? *( \d+ messages)?$/,
  /^ {4}\S+ \S+ +\[diff: ~protect\]$/,
  /^ [+~-] {2}pulumi:pulumi:Stack .* \d+ messages$/,
];

/** What a reader needs of a Pulumi command's output. */
export class Excerpt {
  #inDiagnostics = false;
  readonly #repeated: string[] = [];

  /** Whether the line, coloured or not, is worth showing now. */
  shows(coloured: string): boolean {
    const line = stripVTControlCharacters(coloured);
    if (line === "Diagnostics:") this.#inDiagnostics = true;
    else if (/^\S/.test(line)) this.#inDiagnostics = false;
    if (!this.#inDiagnostics) return !NOISE.some((noise) => noise.test(line));
    this.#repeated.push(coloured);
    return false;
  }

  /** What Pulumi repeats at its end; of interest when that was not the expected one. */
  get repeated(): readonly string[] {
    return this.#repeated;
  }
}
