import { subjectOf } from "../adapters";
import { resources } from "../provider";
import { MACHINE, machineOf, OTHER_VEID, patchMachine, VEID } from "./machines";
import type { Row } from "./row";

export const kiwiServerLocationRow: Row = {
  ...MACHINE,
  subject: subjectOf(resources.kiwiServerLocation),
  // Elsewhere than the program says, so that a create migrates the machine.
  arrange: (simulator) => patchMachine(simulator, VEID, { node_location_id: "EUNL_3" }),
  consent: { allowMigration: true },
  required: { veid: VEID, location: "USCA_2" },
  optional: {},
  others: {
    veid: { veid: OTHER_VEID },
    location: { location: "JPOS_1" },
    allowMigration: { allowMigration: false },
  },
  ignored: { location: "migrate/start" },
  peek: (simulator, id) => ({ veid: id, location: machineOf(simulator, id).node_location_id }),
  poke: (simulator, id, { location }) => patchMachine(simulator, id, { node_location_id: location }),
};
