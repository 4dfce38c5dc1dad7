import type { Adapter } from "./adapters";
import { PULUMI_UNKNOWN } from "./provider";
import type { Declared, Program, Properties, Stored, UpOptions } from "./stack";

const PROVIDER = "__provider";
const SECRET_MARK = "4dabf18193072939515e22adb298388d";

/** One process of the engine at work on a stack: everything between its start and its end. */
export class Deployment {
  state: Stored[];
  readonly operations: string[] = [];
  readonly errors: string[] = [];
  readonly #open: (type: string) => Adapter;
  readonly #adapters = new Map<string, Adapter>();
  readonly #options: UpOptions;
  /** Those deleted in this very run, to be made anew. */
  readonly #condemnedNow = new Set<Stored>();
  /** In a preview: those whose outputs are not known, since they are to be made. */
  readonly #unknown = new Set<string>();

  constructor(state: readonly Stored[], open: (type: string) => Adapter, options: UpOptions = {}) {
    this.state = structuredClone([...state]);
    this.#open = open;
    this.#options = options;
  }

  /** Reads every resource of the stack, and compares it with the inputs it had. */
  async refresh(): Promise<void> {
    await Promise.all(this.state.map((stored) => this.#refreshOne(stored)));
  }

  /** Makes what the program declares, then deletes what it does not. */
  async apply(program: Program): Promise<void> {
    if (this.errors.length > 0) return;
    await inOrder(program, (name, declared) => this.#register(name, declared));
    await this.#deleteLeftovers(program);
  }

  /** Asks what `apply` would do. */
  async plan(program: Program): Promise<void> {
    if (this.errors.length > 0) return;
    await inOrder(program, async (name, declared) => {
      const step = await this.#step(name, declared);
      if (!step) return false;
      this.operations.push(`${step.kind} ${name}`);
      if (step.kind === "create" || step.kind === "replace") this.#unknown.add(name);
      if (step.kind === "replace" && step.deletesFirst) {
        for (const stored of await this.#condemned(step.old)) stored.deleted = true;
      }
      return true;
    });
    for (const stored of this.state) {
      if (!Object.hasOwn(program, stored.name)) this.operations.push(`delete ${stored.name}`);
    }
  }

  async #refreshOne(stored: Stored): Promise<void> {
    if (stored.deleted) return;
    await this.#attempt(`refresh ${stored.name}`, async () => {
      const adapter = this.#adapterFor(stored);
      const found = answered(await adapter.read(stored.id, carried(stored.outputs))) as Found;
      if (found.id === "") {
        this.#forget(stored);
        this.operations.push(`gone ${stored.name}`);
        return;
      }
      const oldInputs = stored.inputs;
      stored.outputs = withProvider(found.props, stored.outputs);
      if (found.inputs) stored.inputs = withProvider(found.inputs, stored.outputs);
      stored.initErrors = [];
      const { changes } = await adapter.diff(stored.id, carried(stored.outputs), carried(oldInputs));
      if (changes) this.operations.push(`drift ${stored.name}`);
    });
  }

  /** Whether resources that wait for this one may go on. */
  async #register(name: string, declared: Declared): Promise<boolean> {
    const errorsBefore = this.errors.length;
    await this.#attempt(name, async () => {
      const step = await this.#step(name, declared);
      if (!step) return;
      this.operations.push(`${step.kind} ${name}`);
      if (step.kind === "same") Object.assign(step.old, { inputs: step.inputs, ...kept(declared) });
      else if (step.kind === "update") await this.#update(step.old, step.inputs);
      else if (step.kind === "replace") await this.#replace(step, declared);
      else await this.#create(name, declared, step.inputs, step.old);
    });
    return this.errors.length === errorsBefore;
  }

  /** What is to be done, as the engine finds it out; undefined where a check failed. */
  async #step(name: string, declared: Declared): Promise<Step | undefined> {
    const old = this.#current(name);
    const isTargeted = this.#options.replace?.includes(name) ?? false;
    if (old === undefined || isTargeted || (old.deleted && this.#condemnedNow.has(old))) {
      const inputs = await this.#check(name, declared, undefined);
      if (!inputs) return undefined;
      if (old === undefined || old.deleted) return { kind: "create", inputs, ...(old ? { old } : {}) };
      return { kind: "replace", inputs, old, deletesFirst: declared.options?.deleteBeforeReplace ?? false };
    }
    const inputs = await this.#check(name, declared, old);
    if (!inputs) return undefined;
    const { replacementTrigger } = declared.options ?? {};
    const isTriggered = old.replacementTrigger !== undefined && replacementTrigger !== old.replacementTrigger;
    const nothing = { changes: true, replaces: [], deleteBeforeReplace: false };
    const difference = isTriggered
      ? nothing
      : await this.#adapterFor(old).diff(old.id, carried(old.outputs), carried(inputs));
    if (isTriggered || difference.replaces.length > 0 || old.deleted) {
      const anew = await this.#check(name, declared, undefined);
      const deletesFirst = declared.options?.deleteBeforeReplace ?? difference.deleteBeforeReplace;
      return anew && { kind: "replace", inputs: anew, old, deletesFirst };
    }
    return { kind: difference.changes || old.initErrors.length > 0 ? "update" : "same", inputs, old };
  }

  /** Those that depend on what goes first and say that they are replaced, and so on. */
  async #condemned(root: Stored): Promise<Stored[]> {
    const gone = [root];
    for (const stored of this.state.filter((one) => one !== root && !one.pendingDelete && !one.deleted)) {
      const names = new Set(gone.map(({ name }) => name));
      const lost = Object.keys(stored.from).filter((input) => names.has(stored.from[input] ?? ""));
      if (lost.length === 0) continue;
      const unknown = Object.fromEntries(lost.map((input) => [input, PULUMI_UNKNOWN]));
      const inputs = { ...stored.inputs, ...unknown };
      const { replaces } = await this.#adapterFor(stored).diff(stored.id, carried(stored.outputs), carried(inputs));
      if (replaces.length > 0) gone.push(stored);
    }
    const condemned = gone.slice(1);
    for (const stored of condemned) this.#condemnedNow.add(stored);
    return condemned;
  }

  /** The program's inputs as they are by now; in a preview, unknown where they come from what is to be made. */
  #inputsOf(name: string, declared: Declared): Properties {
    const from = Object.entries(declared.from ?? {}).map(([input, { resource, output }]) => {
      const isKnown = !this.#unknown.has(resource);
      return [input, isKnown ? this.#current(resource)?.outputs[output] : PULUMI_UNKNOWN];
    });
    // As the classes of the SDK hand them on.
    const goesFirst = declared.options?.deleteBeforeReplace === true ? { goesFirst: true } : {};
    const { ignoreChanges } = declared.options ?? {};
    const __vps = { name, secrets: declared.secrets ?? [], ...goesFirst, ...(ignoreChanges ? { ignoreChanges } : {}) };
    return {
      ...declared.inputs,
      ...Object.fromEntries(from),
      [PROVIDER]: `exports.handler=()=>${declared.type}`,
      __vps,
    };
  }

  async #check(name: string, declared: Declared, old: Stored | undefined): Promise<Properties | undefined> {
    let inputs: Properties | undefined;
    await this.#attempt(`check ${name}`, async () => {
      const news = carried(withIgnored(this.#inputsOf(name, declared), old?.inputs, declared));
      const answer = await this.#adapterOf(declared.type).check(carried(old?.inputs ?? {}), news);
      for (const { property, reason } of answer.failures ?? []) {
        this.errors.push(`check ${name}: ${property ? `${property}: ` : ""}${reason}`);
      }
      if ((answer.failures ?? []).length === 0) inputs = carried(answer.inputs) as Properties;
    });
    return inputs;
  }

  async #create(name: string, declared: Declared, inputs: Properties, replaced?: Stored): Promise<void> {
    const { type } = declared;
    const stored: Stored = { name, type, id: "", inputs, outputs: {}, initErrors: [], ...kept(declared) };
    const keep = () => {
      if (replaced && this.#condemnedNow.has(replaced)) this.#forget(replaced);
      else if (replaced) replaced.pendingDelete = true;
      this.state.push(stored);
    };
    try {
      const made = answered(await this.#adapterOf(type).create(carried(inputs))) as { id: string; outs: Properties };
      if (!made.id) throw new Error("create returned no id");
      Object.assign(stored, { id: made.id, outputs: withProvider(made.outs, inputs) });
    } catch (error) {
      const partial = partialFailure(error);
      if (!partial) throw error;
      Object.assign(stored, { id: partial.id, outputs: partial.properties, initErrors: partial.reasons });
      keep();
      throw error;
    }
    keep();
  }

  async #update(stored: Stored, inputs: Properties): Promise<void> {
    try {
      const answer = await this.#adapterFor(stored).update(stored.id, carried(stored.outputs), carried(inputs));
      stored.outputs = withProvider(answered(answer).outs as Properties, inputs);
      stored.inputs = inputs;
      stored.initErrors = [];
    } catch (error) {
      const partial = partialFailure(error);
      if (partial) Object.assign(stored, { outputs: partial.properties, initErrors: partial.reasons });
      throw error;
    }
  }

  async #replace({ old, inputs, deletesFirst }: Replacing, declared: Declared): Promise<void> {
    if (!deletesFirst || old.deleted) return this.#create(old.name, declared, inputs, old);
    for (const stored of [...(await this.#condemned(old)).reverse(), old]) {
      await this.#adapterFor(stored).delete(stored.id, carried(stored.outputs));
      // It stays in state until its other half is there.
      stored.deleted = true;
      if (stored !== old) this.operations.push(`delete ${stored.name}`);
    }
    this.#condemnedNow.add(old);
    await this.#create(old.name, declared, inputs, old);
  }

  /** In reverse order of creation, one after the other. */
  async #deleteLeftovers(program: Program): Promise<void> {
    if (this.errors.length > 0 && !this.#options.continueOnError) return;
    const leftovers = this.state.filter((stored) => stored.pendingDelete || !Object.hasOwn(program, stored.name));
    for (const stored of leftovers.reverse()) {
      if (this.errors.length > 0 && !this.#options.continueOnError) return;
      if (stored.deleted && !stored.pendingDelete) {
        this.#forget(stored);
        continue;
      }
      this.operations.push(`delete ${stored.name}`);
      await this.#attempt(`delete ${stored.name}`, () => this.#delete(stored));
    }
  }

  async #delete(stored: Stored): Promise<void> {
    await this.#adapterFor(stored).delete(stored.id, carried(stored.outputs));
    this.#forget(stored);
  }

  #forget(stored: Stored): void {
    this.state = this.state.filter((one) => one !== stored);
  }

  #current(name: string): Stored | undefined {
    return this.state.find((one) => one.name === name && !one.pendingDelete);
  }

  /** The launcher of dynamic providers finds the provider of an existing resource in its outputs. */
  #adapterFor(stored: Stored): Adapter {
    if (typeof stored.outputs[PROVIDER] !== "string") throw new Error("code must be a string, not undefined");
    return this.#adapterOf(stored.type);
  }

  #adapterOf(type: string): Adapter {
    const adapter = this.#adapters.get(type) ?? this.#open(type);
    this.#adapters.set(type, adapter);
    return adapter;
  }

  async #attempt(what: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.errors.push(`${what}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}

type Replacing = { kind: "replace"; inputs: Properties; old: Stored; deletesFirst: boolean };
type Step =
  | Replacing
  | { kind: "create"; inputs: Properties; old?: Stored }
  | { kind: "same" | "update"; inputs: Properties; old: Stored };

/** What state keeps of a declaration beside its inputs. */
function kept({ from = {}, options }: Declared): Pick<Stored, "from" | "replacementTrigger"> {
  const sources = Object.entries(from).map(([input, { resource }]) => [input, resource]);
  return { from: Object.fromEntries(sources), replacementTrigger: options?.replacementTrigger };
}

/** The program's inputs, with the old ones in place of those whose changes are ignored. */
function withIgnored(news: Properties, olds: Properties | undefined, { options = {} }: Declared): Properties {
  if (olds === undefined) return news;
  const paths = [...(options.ignoreChanges ?? []), ...(options.ignoreChangesByTransform ?? [])];
  // The classes of the SDK put names in place of `*`.
  const isIgnored = (name: string) => paths.includes(name) || (paths.includes("*") && !name.startsWith("__"));
  const of = (values: Properties, ignored: boolean) =>
    Object.fromEntries(Object.entries(values).filter(([name]) => isIgnored(name) === ignored));
  return { ...of(news, false), ...of(olds, true) };
}

interface Found {
  id: string;
  props: Properties;
  inputs?: Properties;
}

/** What a value is on the other side of the protocol. */
function carried<T extends object>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

function withProvider(properties: Properties, from: Properties): Properties {
  return { ...properties, [PROVIDER]: from[PROVIDER] };
}

function partialFailure(error: unknown): { id: string; properties: Properties; reasons: string[] } | undefined {
  if (!(error instanceof Error) || !("id" in error) || typeof error.id !== "string") return undefined;
  const { properties, reasons } = error as Error & { properties?: Properties; reasons?: string[] };
  return { id: error.id, properties: answered(properties ?? {}), reasons: reasons ?? ["resource init failed"] };
}

/** What the engine makes of an answer: without the marks of secrets, as every later call gets it. */
function answered<T extends object>(answer: T): T {
  // What came from JSON stays JSON, whatever type it has by its name.
  return bare(carried(requireDefined(answer))) as T;
}

function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare);
  if (typeof value !== "object" || value === null) return value;
  if (isMarked(value)) return bare(value.value);
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, bare(one)]));
}

/** Pulumi's protocol has no undefined. */
function requireDefined<T>(value: T): T {
  if (value === undefined) throw new Error("Unexpected struct type.");
  if (typeof value === "object" && value !== null) Object.values(value).forEach(requireDefined);
  return value;
}

function isMarked(value: unknown): value is { value: unknown } {
  return typeof value === "object" && value !== null && SECRET_MARK in value;
}

/** Everything at once, except that a resource waits for those it names; it does not start when one of them failed. */
async function inOrder(program: Program, work: (name: string, declared: Declared) => Promise<boolean>): Promise<void> {
  const begun = new Map<string, Promise<boolean>>();
  const begin = (name: string): Promise<boolean> => {
    const running = begun.get(name) ?? start(name);
    begun.set(name, running);
    return running;
  };
  const start = async (name: string): Promise<boolean> => {
    const declared = program[name];
    if (!declared) throw new Error(`the program declares no ${name}`);
    const sources = Object.values(declared.from ?? {}).map(({ resource }) => resource);
    const before = await Promise.all([...(declared.after ?? []), ...sources].map(begin));
    if (before.includes(false)) return false;
    return work(name, declared);
  };
  await Promise.all(Object.keys(program).map(begin));
}
