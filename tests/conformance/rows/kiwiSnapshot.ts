import type { KiwivmSnapshot, Simulator } from "../../../simulator";
import { subjectOf } from "../adapters";
import { resources } from "../provider";
import type { Row } from "./row";

const machines = (simulator: Simulator) => Object.entries(simulator.state().kiwivm.machines);

const found = (simulator: Simulator, id: string): { veid: string; snapshot: KiwivmSnapshot } => {
  for (const [veid, { snapshots }] of machines(simulator)) {
    const snapshot = snapshots[id];
    if (snapshot) return { veid, snapshot };
  }
  throw new Error(`no snapshot ${id}`);
};

export const kiwiSnapshotRow: Row = {
  subject: subjectOf(resources.kiwiSnapshot),
  arrange: () => {},
  required: { veid: "111141", description: "before the upgrade" },
  optional: { sticky: true, recreate: true },
  others: {
    veid: { veid: "222252" },
    description: { description: "after the upgrade" },
    sticky: { sticky: false },
    recreate: { recreate: false },
    allowReplace: { allowReplace: true },
    adopt: { adopt: true },
  },
  ignored: { sticky: "snapshot/toggleSticky" },
  spellings: [{ veid: 111141 }],
  idSpellings: (id) => [` ${id} `],
  naturalKey: ["veid", "description"],
  ownCredential: "a key is valid for one machine only, and its list holds that machine's snapshots",
  purges: "KiwiVM purges snapshots that are not sticky, and taking one is said to reboot the machine",
  calls: {
    create: { method: "POST", path: "/snapshot/create" },
    remove: { method: "POST", path: "/snapshot/delete" },
  },
  ids: (simulator) =>
    machines(simulator).flatMap(([, { snapshots }]) =>
      Object.entries(snapshots)
        .filter(([, { goneAt }]) => goneAt === null)
        .map(([fileName]) => fileName),
    ),
  peek: (simulator, id) => {
    const { veid, snapshot } = found(simulator, id);
    return { veid, description: snapshot.description, sticky: snapshot.sticky };
  },
  poke: (simulator, id, values) => {
    const { veid } = found(simulator, id);
    simulator.patch({ kiwivm: { machines: { [veid]: { snapshots: { [id]: values } } } } });
  },
  erase: (simulator, id) => {
    const { veid } = found(simulator, id);
    simulator.patch({ kiwivm: { machines: { [veid]: { snapshots: { [id]: null } } } } });
  },
  oddity: (simulator, id) => {
    const { veid } = found(simulator, id);
    simulator.patch({ kiwivm: { machines: { [veid]: { snapshots: { [id]: { os: "something nobody knows" } } } } } });
  },
  twin: (simulator, id) => {
    const { veid, snapshot } = found(simulator, id);
    const twin = id.replace(/[0-9a-f]{40}/, "7".repeat(40));
    simulator.patch({ kiwivm: { machines: { [veid]: { snapshots: { [twin]: snapshot } } } } });
    return twin;
  },
};
