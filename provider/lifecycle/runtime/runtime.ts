import type { Config } from "../../config";
import type { Hosters } from "../../hosters";
import { connect } from "../../hosters/connect";
import { type Pace, paceOf } from "../../wait";
import { Claims } from "./claims";
import { Conflicts } from "./conflicts";
import { Notes } from "./notes";
import { Program } from "./program";

/** Everything that lives as long as one provider process: clients, caches, claims. Nothing of it is global, so tests run many. */
export class Runtime {
  readonly config: Config;
  readonly hosters: Hosters;
  readonly claims = new Claims();
  readonly conflicts = new Conflicts();
  readonly program = new Program();
  readonly notes: Notes;
  readonly #shared = new Map<string, unknown>();

  constructor(config: Config) {
    this.config = config;
    this.hosters = connect(config);
    this.notes = new Notes(config.pulumiHome());
  }

  /** How often to look while waiting, and for how long at most (undefined: each wait's own limit). */
  pace(): Pace {
    return paceOf(this.config);
  }

  shared<T>(key: string, make: () => T): T {
    if (!this.#shared.has(key)) this.#shared.set(key, make());
    return this.#shared.get(key) as T;
  }
}
