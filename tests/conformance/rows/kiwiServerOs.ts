import { subjectOf } from "../adapters";
import { resources } from "../provider";
import { MACHINE, machineOf, OTHER_VEID, patchMachine, VEID } from "./machines";
import type { Row } from "./row";

export const kiwiServerOsRow: Row = {
  ...MACHINE,
  subject: subjectOf(resources.kiwiServerOs),
  // Another system than the program's, so that a create installs one.
  arrange: (simulator) => patchMachine(simulator, VEID, { os: "centos-6-x86_64" }),
  consent: { allowReinstall: true },
  inDoubt: "reinstallTrigger",
  required: { veid: VEID, os: "debian-12-x86_64" },
  optional: { reinstallTrigger: "first" },
  others: {
    veid: { veid: OTHER_VEID },
    os: { os: "ubuntu-24.04-x86_64" },
    reinstallTrigger: { reinstallTrigger: "second" },
    confirmed: { confirmed: "elsewhere" },
    allowReinstall: { allowReinstall: false },
  },
  ignored: { os: "reinstallOS" },
  peek: (simulator, id) => ({ veid: id, os: machineOf(simulator, id).os }),
  poke: (simulator, id, { os }) => patchMachine(simulator, id, { os }),
};
