import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type RequestRecord, type Simulator, startSimulator } from "../../simulator";
import { noting } from "../requests";
import type { AdapterName } from "./adapters";
import { Engine } from "./engine";
import { Config, Runtime, SETTINGS, type Setting, type SettingInfo } from "./provider";
import { type ApiVersion, rowOf } from "./rows";

export { writes } from "../writes";

/** Simulated seconds per real one: a server is ready after some 20 ms, so that waits are seen to poll. */
const SPEED = 10_000;

type Settings = Partial<Record<Setting, string>>;

/** The hosters, and stacks that are pointed at them. */
export interface World {
  readonly adapter: AdapterName;
  /** The API version in which Fornex is spoken to. */
  readonly apiVersion: ApiVersion;
  readonly simulator: Simulator;
  /** A stack with nothing in it. `home`: Pulumi's folder on the computer that it runs on, one of its own if left out. */
  engine(settings?: Settings, home?: string): Engine;
  /** Pulumi's folder on a computer that has not seen any stack yet. */
  home(): string;
  /** Settings that point at the simulator. */
  settings(): Settings;
  /** A process of the provider, on the computer whose Pulumi folder `home` is. */
  runtime(settings?: Settings, home?: string): Runtime;
  /** What the hosters were asked since `work` began. */
  requestsDuring<T>(work: () => Promise<T>): Promise<{ result: T; requests: RequestRecord[] }>;
}

export interface WorldOptions {
  /** Simulated seconds per real one. */
  speed?: number;
  apiVersion?: ApiVersion;
}

/** A fresh world for every test of a file, behind one port. */
export function useWorld(adapter: AdapterName, { speed = SPEED, apiVersion = "2" }: WorldOptions = {}): World {
  let simulator: Simulator;
  beforeAll(async () => {
    simulator = noting(await startSimulator({ speed }));
  });
  beforeEach(() => simulator.reset());
  afterAll(() => simulator.close());

  let homes = "";
  let homesGiven = 0;
  beforeAll(() => {
    homes = mkdtempSync(join(tmpdir(), "pulumi-vps-conformance-"));
  });
  afterAll(() => rmSync(homes, { recursive: true, force: true }));
  const home = () => join(homes, String(homesGiven++));
  return worldOf(adapter, apiVersion, home, () => simulator);
}

/** Stacks that are pointed at a simulator. */
export function worldOf(
  adapter: AdapterName,
  apiVersion: ApiVersion,
  home: () => string,
  simulated: () => Simulator,
): World {
  const settings = (): Settings => {
    const simulator = simulated();
    const own = Object.entries<SettingInfo>(SETTINGS).flatMap(
      ([
        name,
        {
          environment: [variable],
        },
      ]) => {
        const value = simulator.env[variable];
        return value === undefined ? [] : [[name, value]];
      },
    );
    return {
      ...Object.fromEntries(own),
      fornexApiVersion: apiVersion,
      kiwivmKeys: keysOf(simulator),
      pollSeconds: "0.01",
      timeoutSeconds: "20",
    };
  };

  const runtime = (overrides: Settings = {}, ownHome = home()) => {
    const all = { ...settings(), ...overrides };
    return new Runtime(new Config({ stack: (setting) => all[setting], environment: { PULUMI_HOME: ownHome } }));
  };

  return {
    adapter,
    apiVersion,
    get simulator() {
      return simulated();
    },
    settings,
    home,
    runtime,
    engine: (overrides = {}, ownHome = home()) =>
      new Engine({
        startRuntime: () => runtime(overrides, ownHome),
        open: (type, runtime, begin) => rowOf(type).subject.open[adapter](runtime, begin),
      }),
    requestsDuring: async (work) => {
      const before = simulated().requests().length;
      const result = await work();
      return { result, requests: simulated().requests().slice(before) };
    },
  };
}

/** The key of every machine, as Pulumi hands an object over: JSON text. */
function keysOf(simulator: Simulator): string {
  const { machines } = simulator.state().kiwivm;
  return JSON.stringify(Object.fromEntries(Object.entries(machines).map(([veid, { apiKey }]) => [veid, apiKey])));
}

/**
 * Resolves as soon as `holds`. It is looked at in each turn of the event loop, so whoever waits for a request of which the answer
 * is lost can still act before the client learns of the loss: a timer might come too late for that.
 */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve));
}
