import type { Simulator } from "../../../simulator";
import { expectCode, type Run, type Running, type Stack, TRY_ALL } from "../harness";
import { dynamicProviders, plugins, processTree } from "../processes";
import { SecretScan } from "../secretScan";
import { adviceIn } from "./advice";
import type { Victim } from "./fate";
import { credentials, type Held, held, PTR_BEFORE, ptrs, wanted } from "./hosters";
import { type Described, type Entry, type Size, textOf } from "./program";
import type { ChaosProxy } from "./proxy";

/** A command that ends badly is run again so often for each so many resources, and once more for every kill. */
const MOST_ROUNDS = { rounds: 12, resources: 60 };

/** What a story was to find nothing of, in words. */
export interface Faults {
  /** Made or paid for twice. */
  twice: string[];
  /** Missing at the hoster or in state, or not as the program says. */
  lost: string[];
  /** Still there after the destroy. */
  left: string[];
}

/** One stack from nothing to nothing: it does what a patient person does who reads the errors. */
export class Story {
  rounds = 0;
  /** Since it began. */
  get seconds(): number {
    return (performance.now() - this.#begin) / 1000;
  }
  readonly faults: Faults = { twice: [], lost: [], left: [] };
  readonly #begin = performance.now();
  readonly #simulator: Simulator;
  readonly #proxy: ChaosProxy;
  readonly #stack: Stack;
  readonly #size: Size;
  readonly #entry: Entry;
  readonly #scan: SecretScan;
  readonly #secrets = new Set<string>();
  #described: readonly Described[] = [];
  /** Arguments that an error advised to add, by resource. */
  readonly #added = new Map<string, object>();
  /** What a killed run made and could not record, as "type key". */
  readonly #orphans = new Set<string>();

  constructor(simulator: Simulator, proxy: ChaosProxy, stack: Stack, size: Size, entry: Entry) {
    this.#simulator = simulator;
    this.#proxy = proxy;
    this.#stack = stack;
    this.#size = size;
    this.#entry = entry;
    this.#scan = new SecretScan(stack, () => [...this.#secrets]);
  }

  /** Lets the stack become this program by `up`, whatever it takes, and counts what there is then. */
  async up(described: readonly Described[], ...flags: string[]): Promise<void> {
    this.#described = described;
    // Who has adopted something takes the word out again.
    for (const [name, args] of this.#added) {
      if ("forceDestroy" in args) this.#added.set(name, { forceDestroy: true });
      else this.#added.delete(name);
    }
    await this.#settle("up", ...flags);
    this.#noteSecrets();
    this.#compare();
    this.#proxy.calm = true;
    expectCode(await this.#run("preview", "--refresh", "--expect-no-changes"), 0);
    this.#proxy.calm = false;
  }

  async destroy(): Promise<void> {
    await this.#settle("destroy");
    const { left, lost } = this.faults;
    const state = this.#simulator.state();
    left.push(...this.#stack.resources().map(({ urn }) => `${urn} in state`));
    left.push(...held(state).map((one) => `${labelOf(one)} at the hoster`));
    for (const [id, name] of ptrs(state, this.#size)) {
      if (name === PTR_BEFORE) continue;
      // What was there before a create that was killed is not known any more, so the PTR is taken off.
      const isForgotten = name === "" && this.#orphans.has(`KiwiPtr ${id}`);
      if (!isForgotten) lost.push(`PTR of ${id}: "${name}" in place of what was there before`);
    }
  }

  /** What costs something was ordered as often as it was described. */
  countOrders(expected: Record<string, number>): void {
    for (const [path, times] of Object.entries(expected)) {
      const done = this.#simulator
        .requests()
        .filter((one) => one.method === "POST" && one.path === path && one.carriedOut).length;
      if (done > times) this.faults.twice.push(`POST ${path}: ${done} in place of ${times}`);
      if (done < times) this.faults.lost.push(`POST ${path}: ${done} in place of ${times}`);
    }
  }

  /** No credential in anything that was printed or written down. */
  async expectNothingSeen(): Promise<void> {
    await this.#run("stack", "export");
    this.#scan.expectNothingSeen();
  }

  async #settle(command: string, ...flags: string[]): Promise<void> {
    const before = this.#proxy.kills;
    // One answer that no retry mends ends a refresh, and a large one asks so much that few get through.
    const rounds = MOST_ROUNDS.rounds * Math.ceil(this.#described.length / MOST_ROUNDS.resources);
    for (let failed = 0; failed < rounds + this.#proxy.kills - before; failed++) {
      this.#stack.program(textOf(this.#entry, this.#described, this.#added));
      const runtime = await this.#round(command, "--yes", "--skip-preview", TRY_ALL, ...flags);
      if (runtime.code === 0) return;
      await this.#follow(runtime);
    }
    throw new Error(`${command} does not come to an end. At last it printed:\n${this.#scan.printed.at(-1)}`);
  }

  /** One command, of which the proxy may kill what it likes. */
  async #round(...args: string[]): Promise<Run> {
    this.rounds += 1;
    const kills = this.#proxy.kills;
    const running = await this.#stack.start(...args);
    this.#proxy.onKill = (victim) => this.#kill(running, victim);
    const runtime = await running.ended;
    this.#proxy.onKill = undefined;
    this.#scan.printed.push(runtime.output);
    this.#noteSecrets();
    if (this.#proxy.kills > kills) {
      for (const one of this.#unrecorded()) this.#orphans.add(`${one.type} ${one.key}`);
    }
    return runtime;
  }

  async #run(...args: string[]): Promise<Run> {
    const runtime = await this.#stack.run(...args);
    this.#scan.printed.push(runtime.output);
    return runtime;
  }

  /** Does what the errors say. */
  async #follow({ output }: Run): Promise<void> {
    const { adopt, look, cancel } = adviceIn(output);
    if (cancel) expectCode(await this.#run("cancel", "--yes"), 0);
    for (const [name, ids] of adopt) {
      const described = this.#named(name);
      const { type, key } = wanted(described);
      if (!this.#orphans.has(`${type} ${key}`))
        this.faults.lost.push(`${name} from the stack, though nothing was killed`);
      if (ids.length > 1) this.faults.twice.push(`${name}: ${ids}`);
      this.#adopt(described, ids.length > 1 ? ids[0] : true);
    }
    for (const name of look) {
      const described = this.#named(name);
      const { type, key } = wanted(described);
      const found = this.#unrecorded().find((one) => one.type === type && one.key === key);
      if (found) this.#adopt(described, found.id);
    }
  }

  #adopt({ name, type }: Described, adopt: string | true | undefined): void {
    // Of a zone that is adopted nobody knows which records came with it.
    const more = type === "FornexDnsDomain" ? { forceDestroy: true } : {};
    this.#added.set(name, { adopt, ...more });
  }

  #named(name: string): Described {
    const found = this.#described.find((one) => one.name === name);
    if (!found) throw new Error(`${name} is not in the program`);
    return found;
  }

  /** What the hosters hold and state does not know. */
  #unrecorded(): Held[] {
    const known = new Set(this.#stack.resources().map(({ id, type }) => `${typeOf(type)} ${id}`));
    return held(this.#simulator.state()).filter(({ id, type }) => !known.has(`${type} ${id}`));
  }

  /** Program, hosters and state say the same. */
  #compare(): void {
    const { twice, lost } = this.faults;
    const atHosters = held(this.#simulator.state());
    for (const described of this.#described) {
      const { type, key, says } = wanted(described);
      const [first, ...more] = atHosters.filter((one) => one.type === type && one.key === key);
      if (!first) lost.push(`${type} ${key} at the hoster`);
      else if (first.says !== says) lost.push(`${labelOf(first)} says ${first.says}`);
      for (const other of more) twice.push(labelOf(other));
    }
    const stored = this.#stack.resources();
    const named = new Set(this.#described.map(({ type, name }) => `${type} ${name}`));
    for (const { urn, type } of stored) {
      const name = `${typeOf(type)} ${urn.split("::").at(-1)}`;
      if (!named.delete(name)) twice.push(`${name} in state`);
    }
    for (const name of named) lost.push(`${name} from state`);
    for (const one of this.#unrecorded()) lost.push(`${labelOf(one)} from state`);
  }

  #noteSecrets(): void {
    for (const secret of credentials(this.#simulator)) this.#secrets.add(secret);
    for (const { args, secrets = [] } of this.#described) {
      for (const name of secrets) this.#secrets.add(String(args[name]));
    }
  }

  #kill(running: Running, victim: Victim): void {
    const providers = this.#entry === "pulumi-vps" ? dynamicProviders : plugins;
    for (const { pid } of (victim === "provider" ? providers : processTree)(running.pid)) {
      try {
        process.kill(pid, "SIGKILL");
      } catch {
        // It has ended by itself.
      }
    }
  }
}

/** The kind, without what Pulumi puts before it. */
function typeOf(type: string): string {
  return type.split(":").at(-1) ?? type;
}

function labelOf({ type, id, key }: Held): string {
  return `${type} ${id} (${key})`;
}
