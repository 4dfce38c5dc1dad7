import { VpsError } from "../../errors/vpsError";
import type { Hosters } from "../../hosters";
import { type Line, report } from "../../operation";
import { type Wait, waitFor } from "../../wait";
import type { Notes } from "./notes";
import type { Runtime } from "./runtime";

/** What the steps of a resource may use: the hosters, waiting, and a voice. */
export class Context {
  readonly #runtime: Runtime;
  readonly #label: string;

  /** `label` names the object in every line that is printed. */
  constructor(runtime: Runtime, label: string) {
    this.#runtime = runtime;
    this.#label = label;
  }

  get hosters(): Hosters {
    return this.#runtime.hosters;
  }

  /** What this computer notes beside the states of stacks. */
  get notes(): Notes {
    return this.#runtime.notes;
  }

  /** Pause between two looks. */
  get pollSeconds(): number {
    return this.#runtime.pace().pollSeconds;
  }

  /** The longest a step may take, where the user sets that: for this operation, or for all (`vps:timeoutSeconds`). */
  get timeoutSeconds(): number | undefined {
    return this.#runtime.pace().timeoutSeconds;
  }

  /** Tells the user something of the object. */
  report(text: string): void {
    this.tell({ level: "info", text });
  }

  /** Tells the user something that should not be overlooked. */
  warn(text: string): void {
    this.tell({ level: "warning", text });
  }

  tell(line: Line): void {
    report({ about: this.#label, ...line });
  }

  waitFor<T>(wait: Wait<T>): Promise<T> {
    return waitFor(wait, this.#runtime.pace(), (text) => this.report(text));
  }

  /** Whether a resource of this run holds the object with this key (see `objectKey`). */
  isHeld(key: string): boolean {
    return this.#runtime.claims.isHeld(key);
  }

  /** Whether the program of this run describes this object (its kind and natural key). */
  isDescribed(key: string): boolean {
    return this.#runtime.program.describes(key);
  }

  /** Whether the option replacementTrigger has a new object made in place of this one, which is still there. */
  isReplacedByOption(key: string): boolean {
    return this.#runtime.program.isTriggered(key);
  }

  /** Something shared by all resources of the run, such as a cache; made at the first call. */
  shared<T>(key: string, make: () => T): T {
    return this.#runtime.shared(key, make);
  }
}

/** An object that is not listed is gone only if the list was that of its own account. */
export function requireSameAccount(title: string, recorded: string, asked: string): void {
  if (recorded === asked) return;
  throw new VpsError(
    "other-account",
    `${title} does not list this object, but the credential belongs to another account than the one it was recorded in, so it does not count as missing. ` +
      "Use the credential of the first account. If it is the same account under another name or e-mail address, and the object no longer exists, run `pulumi state delete`.",
  );
}
