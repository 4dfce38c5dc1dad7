import { z } from "zod";
import { Airvpn, type AirvpnState } from "./airvpn";
import { check } from "./check";
import { Clock } from "./clock";
import { Faults } from "./faults";
import { Fornex, type FornexState } from "./fornex";
import { type Hoster, InvalidInput } from "./hoster";
import { isMap } from "./json";
import { Kiwivm, type KiwivmState } from "./kiwivm";
import { RequestLog } from "./requestLog";
import { Vpsorg, type VpsorgState } from "./vpsorg";
import type { WorldName } from "./world";

/** Everything the simulator knows, as one JSON document of maps. */
export interface SimulatorState {
  vpsorg: VpsorgState;
  fornex: FornexState;
  kiwivm: KiwivmState;
  airvpn: AirvpnState;
}

/** The hosters, their clock, the faults to come and the requests that came: one world, shared with no other. */
export class Simulation {
  readonly clock: Clock;
  readonly faults = new Faults();
  readonly requests: RequestLog;
  readonly hosters: readonly Hoster[];
  readonly #vpsorg: Vpsorg;
  readonly #fornex: Fornex;
  readonly #kiwivm: Kiwivm;
  readonly #airvpn: Airvpn;

  constructor(speed: number, world: WorldName) {
    this.clock = new Clock(speed);
    this.#vpsorg = new Vpsorg(this.clock, world);
    this.#fornex = new Fornex(this.clock, world);
    this.#kiwivm = new Kiwivm(this.clock, world);
    this.#airvpn = new Airvpn(this.clock, world);
    this.hosters = [this.#vpsorg, this.#fornex, this.#kiwivm, this.#airvpn];
    this.requests = new RequestLog(() => this.hosters.flatMap((hoster) => hoster.secrets));
  }

  state(): SimulatorState {
    return {
      vpsorg: this.#vpsorg.state(),
      fornex: this.#fornex.state(),
      kiwivm: this.#kiwivm.state(),
      airvpn: this.#airvpn.state(),
    };
  }

  /** All of the patch or nothing of it. */
  patch(patch: unknown): void {
    if (!isMap(patch)) throw new InvalidInput("the patch must be a map");
    const changes = Object.entries(patch).map(([name, part]) => {
      const hoster = this.hosters.find((candidate) => candidate.name === name);
      if (!hoster) throw new InvalidInput(`${name}: no such hoster`);
      return hoster.preparePatch(part);
    });
    for (const change of changes) change();
  }

  advance(seconds: number): void {
    this.clock.advance(check(z.number().min(0).max(1e9), seconds, "seconds"));
  }

  reset(): void {
    this.clock.reset();
    for (const hoster of this.hosters) hoster.reset();
    this.faults.clear();
    this.requests.clear();
  }

  /** The variables that point the package's clients here. */
  env(url: string): Record<string, string> {
    const variables = this.hosters.map((hoster) => hoster.env(url));
    // A wait at a hundredfold speed asks a hundred times as often; the real interval is 5 seconds.
    const seconds = Math.max(0.05, 5 / this.clock.speed);
    return { ...Object.assign({}, ...variables), VPS_POLL_SECONDS: String(Number(seconds.toFixed(3))) };
  }
}
