import type { Door } from "./doors";
import type { Declared, Program, Properties, Stored } from "./engine";

const PROVIDER = "__provider";
const SECRET_MARK = "4dabf18193072939515e22adb298388d";

/** One process of the engine at work on a stack: everything between its start and its end. */
export class Deployment {
  state: Stored[];
  readonly operations: string[] = [];
  readonly errors: string[] = [];
  readonly #open: (type: string) => Door;
  readonly #doors = new Map<string, Door>();
  readonly #deletesFirst = new Map<Stored, boolean>();

  constructor(state: readonly Stored[], open: (type: string) => Door) {
    this.state = structuredClone([...state]);
    this.#open = open;
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
      const old = this.#current(name);
      const inputs = await this.#check(name, declared, old);
      if (!inputs) return false;
      this.operations.push(`${old ? await this.#step(old, inputs) : "create"} ${name}`);
      return true;
    });
    for (const stored of this.state) {
      if (!Object.hasOwn(program, stored.name)) this.operations.push(`delete ${stored.name}`);
    }
  }

  async #refreshOne(stored: Stored): Promise<void> {
    await this.#attempt(`refresh ${stored.name}`, async () => {
      const door = this.#doorFor(stored);
      const found = carried(await door.read(stored.id, carried(stored.outputs))) as Found;
      if (found.id === "") {
        this.#forget(stored);
        this.operations.push(`gone ${stored.name}`);
        return;
      }
      const oldInputs = stored.inputs;
      stored.outputs = withProvider(found.props, stored.outputs);
      if (found.inputs) stored.inputs = withProvider(found.inputs, stored.outputs);
      stored.initErrors = [];
      const { changes } = await door.diff(stored.id, carried(stored.outputs), carried(oldInputs));
      if (changes) this.operations.push(`drift ${stored.name}`);
    });
  }

  /** Whether resources that wait for this one may go on. */
  async #register(name: string, declared: Declared): Promise<boolean> {
    const old = this.#current(name);
    const errorsBefore = this.errors.length;
    const inputs = await this.#check(name, declared, old);
    if (!inputs) return false;
    await this.#attempt(name, async () => {
      const step = old ? await this.#step(old, inputs) : "create";
      this.operations.push(`${step} ${name}`);
      if (step === "same" && old) old.inputs = inputs;
      else if (step === "update" && old) await this.#update(old, inputs);
      else if (step === "replace" && old) await this.#replace(old, inputs);
      else await this.#create(name, declared.type, inputs);
    });
    return this.errors.length === errorsBefore;
  }

  async #check(name: string, declared: Declared, old: Stored | undefined): Promise<Properties | undefined> {
    const news = { ...declared.inputs, [PROVIDER]: `exports.handler=()=>${declared.type}` };
    let inputs: Properties | undefined;
    await this.#attempt(`check ${name}`, async () => {
      const answer = await this.#doorOf(declared.type).check(carried(old?.inputs ?? {}), carried(news));
      for (const { property, reason } of answer.failures ?? []) {
        this.errors.push(`check ${name}: ${property ? `${property}: ` : ""}${reason}`);
      }
      if ((answer.failures ?? []).length === 0) inputs = carried(answer.inputs) as Properties;
    });
    return inputs;
  }

  async #step(old: Stored, inputs: Properties): Promise<"same" | "update" | "replace"> {
    const difference = await this.#doorFor(old).diff(old.id, carried(old.outputs), carried(inputs));
    if (difference.replaces.length > 0) {
      this.#deletesFirst.set(old, difference.deleteBeforeReplace);
      return "replace";
    }
    return difference.changes || old.initErrors.length > 0 ? "update" : "same";
  }

  async #create(name: string, type: string, inputs: Properties, replaced?: Stored): Promise<void> {
    const stored: Stored = { name, type, id: "", inputs, outputs: {}, initErrors: [] };
    const keep = () => {
      if (replaced) replaced.pendingDelete = true;
      this.state.push(stored);
    };
    try {
      const made = carried(await this.#doorOf(type).create(carried(inputs))) as { id: string; outs: Properties };
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
      const answer = await this.#doorFor(stored).update(stored.id, carried(stored.outputs), carried(inputs));
      stored.outputs = withProvider(carried(answer).outs as Properties, inputs);
      stored.inputs = inputs;
      stored.initErrors = [];
    } catch (error) {
      const partial = partialFailure(error);
      if (partial) Object.assign(stored, { outputs: partial.properties, initErrors: partial.reasons });
      throw error;
    }
  }

  async #replace(old: Stored, inputs: Properties): Promise<void> {
    if (!this.#deletesFirst.get(old)) return this.#create(old.name, old.type, inputs, old);
    await this.#delete(old);
    await this.#create(old.name, old.type, inputs);
  }

  /** In reverse order of creation, one after the other. */
  async #deleteLeftovers(program: Program): Promise<void> {
    if (this.errors.length > 0) return;
    const leftovers = this.state.filter((stored) => stored.pendingDelete || !Object.hasOwn(program, stored.name));
    for (const stored of leftovers.reverse()) {
      if (this.errors.length > 0) return;
      this.operations.push(`delete ${stored.name}`);
      await this.#attempt(`delete ${stored.name}`, () => this.#delete(stored));
    }
  }

  async #delete(stored: Stored): Promise<void> {
    await this.#doorFor(stored).delete(stored.id, carried(stored.outputs));
    this.#forget(stored);
  }

  #forget(stored: Stored): void {
    this.state = this.state.filter((one) => one !== stored);
  }

  #current(name: string): Stored | undefined {
    return this.state.find((one) => one.name === name && !one.pendingDelete);
  }

  /** The launcher of dynamic providers finds the provider of an existing resource in its outputs. */
  #doorFor(stored: Stored): Door {
    if (typeof stored.outputs[PROVIDER] !== "string") throw new Error("code must be a string, not undefined");
    return this.#doorOf(stored.type);
  }

  #doorOf(type: string): Door {
    const door = this.#doors.get(type) ?? this.#open(type);
    this.#doors.set(type, door);
    return door;
  }

  async #attempt(what: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.errors.push(`${what}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
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
  return { id: error.id, properties: bare(carried(properties ?? {})), reasons: reasons ?? ["resource init failed"] };
}

/** Without the marks of secrets, as every later call gets it. */
function bare(properties: Properties): Properties {
  return Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [name, isMarked(value) ? value.value : value]),
  );
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
    const before = await Promise.all((declared.after ?? []).map(begin));
    if (before.includes(false)) return false;
    return work(name, declared);
  };
  await Promise.all(Object.keys(program).map(begin));
}
