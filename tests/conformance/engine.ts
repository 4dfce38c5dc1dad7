import type { Adapter } from "./adapters";
import { Deployment } from "./deployment";
import { type Operation, printed, type Runtime } from "./provider";
import type { Program, Stored, UpOptions } from "./stack";

export type { Declared, Options, Program, Properties, Stored, UpOptions } from "./stack";

/** What one `pulumi up`, `refresh`, `preview` or `destroy` did. */
export interface Outcome {
  /** Such as `create web`, `same web`, `update web`, `replace web`, `delete web`, `gone web`, `drift web`. */
  operations: string[];
  /** Such as `update web: VPS.org: …`. */
  errors: string[];
  /** What the provider printed. */
  lines: string[];
}

/** How a deployment gets its provider: one run per process, one adapter per type. */
export interface Plugins {
  startRuntime: () => Runtime;
  open: (type: string, runtime: Runtime, begin: () => Operation) => Adapter;
}

/**
 * A stack, driven as the Pulumi engine drives a dynamic provider. Every command is a new provider process. What was
 * measured on the real engine and is imitated here:
 *
 * - a partial failure keeps the resource with the properties thrown and its reasons, without `__provider` unless thrown
 * - a resource that failed partially is updated next time whatever diff says, unless a refresh succeeded in between
 * - what an answer marks as a secret, at any depth, is handed on bare; one that holds undefined at any depth fails
 * - a failed update keeps the old inputs with the new outputs; no difference stores the new inputs, keeps old outputs
 * - read: an empty id means gone; its inputs replace the stored ones
 * - a refresh calls diff with the old inputs too, also for resources that have left the program
 * - inputs that ignoreChanges names are put back to the old ones before check, also where a refresh has changed those; what
 *   is made, also in a replacement, gets the program's
 * - a replacement creates first unless deleteBeforeReplace; deletes come after everything else, and not after an error
 * - one that diff asks for is checked once more without old inputs; one that `--replace` asks for only without; one by the
 *   option replacementTrigger with old inputs and again without; the latter two without a diff
 * - before what goes first is deleted, those that depend on it are asked by a diff of their old inputs, with unknown in place
 *   of what came from it; those that say that they are replaced are deleted before it, and made again without old inputs
 */
export class Engine {
  state: Stored[] = [];
  readonly #plugins: Plugins;

  constructor(plugins: Plugins) {
    this.#plugins = plugins;
  }

  /** The stored resource of this name. */
  get(name: string): Stored {
    const stored = this.state.find((one) => one.name === name && !one.pendingDelete);
    if (!stored) throw new Error(`the stack has no resource ${name}: ${JSON.stringify(this.state)}`);
    return stored;
  }

  has(name: string): boolean {
    return this.state.some((one) => one.name === name);
  }

  up(program: Program, { refresh = false, ...options }: UpOptions = {}): Promise<Outcome> {
    return this.#deploy(options, async (deployment) => {
      if (refresh) await deployment.refresh();
      await deployment.apply(program);
    });
  }

  refresh(): Promise<Outcome> {
    return this.#deploy({}, (deployment) => deployment.refresh());
  }

  destroy(options: UpOptions = {}): Promise<Outcome> {
    return this.up({}, options);
  }

  /** What `up` would do, as far as a dynamic provider is asked: check and diff. State stays as it is. */
  async preview(program: Program, { refresh = false, ...options }: UpOptions = {}): Promise<Outcome> {
    const before = structuredClone(this.state);
    const outcome = await this.#deploy(options, async (deployment) => {
      if (refresh) await deployment.refresh();
      await deployment.plan(program);
    });
    this.state = before;
    return outcome;
  }

  async #deploy(options: UpOptions, work: (deployment: Deployment) => Promise<void>): Promise<Outcome> {
    const lines: string[] = [];
    const runtime = this.#plugins.startRuntime();
    const { signal = new AbortController().signal } = options;
    const begin = (): Operation => ({ signal, report: (line) => lines.push(printed(line)) });
    const deployment = new Deployment(this.state, (type) => this.#plugins.open(type, runtime, begin), options);
    await work(deployment);
    this.state = deployment.state;
    return { operations: deployment.operations, errors: deployment.errors, lines };
  }
}
