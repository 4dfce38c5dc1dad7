import type { KiwivmMachine } from "../../simulator";
import type { Properties } from "./engine";
import { machineOf, OTHER_VEID, patchMachine, VEID } from "./rows/machines";
import type { World } from "./world";

export const SNAPSHOT = "snapshot-before.tar.gz";

/** One resource that loses what is on the machine, and how it is asked to. */
export interface Kind {
  type: string;
  /** As errors call it. */
  task: string;
  /** Arguments under which nothing is to be done, and others under which something is. */
  rest: Properties;
  act: Properties;
  consent: Properties;
  /** The argument whose change asks for it. */
  trigger: string;
  call: string;
  /** What the simulator is asked by a run that is then killed. */
  form: Record<string, string>;
  /** Whether what the machine shows afterwards proves it, and not only the lock. */
  isShown: boolean;
  isDone: (machine: KiwivmMachine) => boolean;
}

export const OS: Kind = {
  type: "KiwiServerOs",
  task: "reinstallation",
  rest: { veid: VEID, os: "debian-12-x86_64" },
  act: { veid: VEID, os: "debian-13-x86_64" },
  consent: { allowReinstall: true },
  trigger: "reinstallTrigger",
  call: "/reinstallOS",
  form: { os: "debian-13-x86_64" },
  isShown: true,
  isDone: ({ os, lock }) => lock === null && os === "debian-13-x86_64",
};

export const LOCATION: Kind = {
  type: "KiwiServerLocation",
  task: "migration",
  rest: { veid: VEID, location: "USFL_1" },
  act: { veid: VEID, location: "USCA_2" },
  consent: { allowMigration: true },
  trigger: "location",
  call: "/migrate/start",
  form: { location: "USCA_2" },
  isShown: true,
  isDone: ({ node_location_id, lock }) => lock === null && node_location_id === "USCA_2",
};

export const SAME_OS: Kind = {
  ...OS,
  rest: { ...OS.rest, reinstallTrigger: "1" },
  act: { ...OS.rest, reinstallTrigger: "2" },
  form: { os: "debian-12-x86_64" },
  isShown: false,
  isDone: ({ power, lock }) => lock === null && power.boots > 1,
};

export const RESTORE: Kind = {
  type: "KiwiSnapshotRestore",
  task: "restore",
  rest: { veid: VEID, snapshot: SNAPSHOT, trigger: "1" },
  act: { veid: VEID, snapshot: SNAPSHOT, trigger: "2" },
  consent: { allowRestore: true },
  trigger: "trigger",
  call: "/snapshot/restore",
  form: { snapshot: SNAPSHOT },
  isShown: false,
  isDone: ({ power, lock }) => lock === null && power.boots > 2,
};

export const KINDS = [
  ["another system", OS],
  ["the same system again", SAME_OS],
  ["another location", LOCATION],
  ["a restore", RESTORE],
] as const;

/** Those that nothing the machine shows would prove. */
export const UNPROVED = [
  ["the same system again", SAME_OS],
  ["a restore", RESTORE],
] as const;

/** The machine of the tests, with snapshots to restore, and ways to make its tasks last. */
export function useMachine(world: World) {
  const settings = (values: Properties) => world.simulator.patch({ kiwivm: { settings: values } });
  beforeEach(() => {
    for (const veid of [VEID, OTHER_VEID]) {
      patchMachine(world.simulator, veid, {
        snapshots: { [SNAPSHOT]: { os: "debian-12-x86_64", sticky: true }, "other.tar.gz": { sticky: true } },
      });
    }
  });
  return {
    machine: () => machineOf(world.simulator, VEID),
    /** Of every task that is begun from now on. */
    lasting: (seconds: number) =>
      settings({ reinstallSeconds: seconds, migrateSeconds: seconds, restoreSeconds: seconds }),
  };
}
