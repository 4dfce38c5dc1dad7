import { subjectOf } from "../adapters";
import { resources } from "../provider";
import { MACHINE, machineOf, OTHER_VEID, patchMachine, VEID } from "./machines";
import type { Row } from "./row";

export const kiwiServerRow: Row = {
  ...MACHINE,
  subject: subjectOf(resources.kiwiServer),
  arrange: (simulator) => patchMachine(simulator, VEID, { hostname: "before.example.com" }),
  required: { veid: VEID },
  optional: {
    hostname: "web.example.com",
    powerState: "on",
    forceStop: true,
    restartTrigger: "first",
    rootPasswordVersion: "1",
  },
  others: {
    veid: { veid: OTHER_VEID },
    hostname: { hostname: "mail.example.com" },
    powerState: { powerState: "off" },
    forceStop: { forceStop: false },
    restartTrigger: { restartTrigger: "second" },
    rootPasswordVersion: { rootPasswordVersion: "2" },
  },
  ignored: { hostname: "setHostname", powerState: ["stop", "kill"] },
  spellings: [{ veid: Number(VEID), hostname: "WEB.Example.com." }, { hostname: " Web.example.com" }],
  peek: (simulator, id) => {
    const { hostname, power } = machineOf(simulator, id);
    return { veid: id, hostname, powerState: power.status === "running" ? "on" : "off" };
  },
  poke: (simulator, id, { hostname, powerState }) =>
    patchMachine(simulator, id, {
      ...(hostname === undefined ? {} : { hostname }),
      ...(powerState === undefined ? {} : { power: { status: powerState === "on" ? "running" : "stopped" } }),
    }),
};
