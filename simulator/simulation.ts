import { z } from "zod";
import { check } from "./check";
import { Clock } from "./clock";
import { Faults } from "./faults";
import { InvalidInput } from "./hoster";
import { isMap } from "./json";
import { type AnyHoster, HOSTERS, type SimulatorState } from "./registry";
import { RequestLog } from "./requestLog";
import type { WorldName } from "./world";

/** The hosters, their clock, the faults to come and the requests that came: one world, shared with no other. */
export class Simulation {
  readonly clock: Clock;
  readonly faults = new Faults();
  readonly requests: RequestLog;
  readonly hosters: readonly AnyHoster[];

  constructor(speed: number, world: WorldName) {
    this.clock = new Clock(speed);
    this.hosters = Object.values(HOSTERS).map((Hoster) => new Hoster(this.clock, world));
    this.requests = new RequestLog(() => this.hosters.flatMap((hoster) => hoster.secrets));
  }

  state(): SimulatorState {
    return Object.fromEntries(this.hosters.map((hoster) => [hoster.name, hoster.state()])) as SimulatorState;
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
