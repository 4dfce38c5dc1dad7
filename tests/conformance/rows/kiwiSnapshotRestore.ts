import { subjectOf } from "../adapters";
import { resources } from "../provider";
import { MACHINE, OTHER_VEID, patchMachine, VEID } from "./machines";
import type { Row } from "./row";

const NAMES = ["one", "two"].map((word) => `snapshot-${word}.tar.gz`) as [string, string];

export const kiwiSnapshotRestoreRow: Row = {
  ...MACHINE,
  subject: subjectOf(resources.kiwiSnapshotRestore),
  arrange: (simulator) => {
    // Listed since long ago, also where a test sets the clock back to a scene.
    const snapshot = { os: "debian-13-x86_64", sticky: true, listedAt: "2020-01-01T00:00:00Z" };
    const snapshots = Object.fromEntries(NAMES.map((name) => [name, snapshot]));
    for (const veid of [VEID, OTHER_VEID]) patchMachine(simulator, veid, { snapshots });
  },
  consent: { allowRestore: true },
  inDoubt: "trigger",
  required: { veid: VEID, snapshot: NAMES[0], trigger: "first" },
  optional: {},
  others: {
    veid: { veid: OTHER_VEID },
    snapshot: { snapshot: NAMES[1] },
    trigger: { trigger: "second" },
    confirmed: { confirmed: "elsewhere" },
    allowRestore: { allowRestore: false },
  },
  // A restore whose answer got lost is in doubt, so what the machine holds says nothing.
  peek: (_simulator, id) => ({ veid: id }),
  poke: () => {},
};
