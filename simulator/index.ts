import type { Fault } from "./faults";
import type { MergePatch } from "./json";
import type { SimulatorState } from "./registry";
import type { RequestRecord } from "./requestLog";
import { serve } from "./server";
import { Simulation } from "./simulation";
import { WORLDS, type WorldName } from "./world";

export type * from "./airvpn";
export type { Fault, FaultKind } from "./faults";
export type * from "./fornex";
export { InvalidInput } from "./hoster";
export type { MergePatch } from "./json";
export type * from "./kiwivm";
export type { HosterName, SimulatorState } from "./registry";
export type { RequestRecord } from "./requestLog";
export type * from "./vpsorg";
export { WORLDS, type WorldName } from "./world";

export interface SimulatorOptions {
  /** Port on 127.0.0.1; a free one if left out or 0. */
  port?: number;
  /** How many simulated seconds a real one has; 1 if left out. */
  speed?: number;
  /** What the hosters hold at the beginning; "default" if left out. */
  world?: WorldName;
}

/** A running simulator. Everything here can also be done over HTTP, below `/_simulator/`. */
export interface Simulator {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  /** The environment variables that point pulumi-vps at this simulator. */
  readonly env: Readonly<Record<string, string>>;
  /** A copy of everything the hosters hold now. */
  state(): SimulatorState;
  /** Changes the state by a JSON merge patch (RFC 7396: `null` deletes), behind every client's back. */
  patch(patch: MergePatch<SimulatorState>): void;
  /** What the hosters were asked, oldest first. */
  requests(): RequestRecord[];
  clearRequests(): void;
  /** Makes the next matching requests fail. */
  fault(fault: Fault): void;
  clearFaults(): void;
  /** Puts the simulated clock forward. */
  advance(seconds: number): void;
  /** Back to the beginning: state, switches, faults, requests and clock. */
  reset(): void;
  /** Ends it, breaking connections that are still open. */
  close(): Promise<void>;
}

/**
 * Starts VPS.org, Fornex, KiwiVM and AirVPN on this machine, for tests and for trying things out: no account, no money.
 *
 * @example
 * const simulator = await startSimulator({ speed: 100 });
 * Object.assign(process.env, simulator.env);
 */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const { port = 0, speed = 1, world = "default" } = options;
  if (!(speed > 0 && Number.isFinite(speed))) throw new RangeError("speed must be a number above 0");
  if (!WORLDS.includes(world)) throw new RangeError(`world must be one of ${WORLDS.join(", ")}`);

  const simulation = new Simulation(speed, world);
  const { url, close } = await serve(simulation, port);
  return {
    url,
    env: simulation.env(url),
    state: () => simulation.state(),
    patch: (patch) => simulation.patch(patch),
    requests: () => simulation.requests.list(),
    clearRequests: () => simulation.requests.clear(),
    fault: (fault) => simulation.faults.add(fault),
    clearFaults: () => simulation.faults.clear(),
    advance: (seconds) => simulation.advance(seconds),
    reset: () => simulation.reset(),
    close,
  };
}
