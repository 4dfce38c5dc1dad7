import type { Simulator, VpsorgServer } from "../../../simulator";
import { subjectOf } from "../adapters";
import { resources } from "../provider";
import { numberSpellings, type Row } from "./row";

const FIELDS = {
  name: "name",
  planId: "plan_id",
  osId: "os_id",
  location: "location",
  hostname: "hostname",
  sshKeyId: "ssh_key_id",
  backupsEnabled: "backups_enabled",
} as const satisfies Record<string, keyof VpsorgServer>;

const serverOf = (simulator: Simulator, id: string): VpsorgServer => {
  const server = simulator.state().vpsorg.servers[id];
  if (!server) throw new Error(`no server ${id}`);
  return server;
};

export const vpsOrgServerRow: Row = {
  subject: subjectOf(resources.vpsOrgServer),
  arrange: () => {},
  required: { name: "web-1", planId: 1, osId: 5, location: "us-west" },
  optional: {
    hostname: "web.example.com",
    sshKeyId: 7,
    backupsEnabled: true,
    powerState: "on",
    restartTrigger: "first",
  },
  others: {
    name: { name: "web-2" },
    planId: { planId: 2 },
    osId: { osId: 3 },
    location: { location: "us-east" },
    hostname: { hostname: "other.example.com" },
    sshKeyId: { sshKeyId: 8 },
    backupsEnabled: { backupsEnabled: false },
    powerState: { powerState: "off" },
    restartTrigger: { restartTrigger: "second" },
    allowReplace: { allowReplace: true },
    adopt: { adopt: true },
  },
  none: { hostname: null },
  ignored: {
    name: "name",
    planId: "plan_id",
    osId: "os_id",
    location: "location",
    hostname: "hostname",
    backupsEnabled: "backups_enabled",
    powerState: "stop",
  },
  spellings: [
    { name: "WEB-1", planId: "1", osId: "005", hostname: "WEB.Example.com.", sshKeyId: "07" },
    { name: "Web-1", planId: "01", hostname: " web.example.com" },
  ],
  idSpellings: numberSpellings,
  naturalKey: ["name"],
  ids: (simulator) =>
    Object.entries(simulator.state().vpsorg.servers)
      .filter(([, server]) => server.status !== "deleting")
      .map(([id]) => id),
  peek: (simulator, id) => {
    const server = serverOf(simulator, id);
    const shown = Object.fromEntries(Object.entries(FIELDS).map(([argument, field]) => [argument, server[field]]));
    return { ...shown, powerState: { active: "on", stopped: "off" }[server.status] };
  },
  poke: (simulator, id, values) => {
    const fields = Object.entries(values).map(([argument, value]): [string, unknown] =>
      argument === "powerState"
        ? ["status", value === "on" ? "active" : "stopped"]
        : [FIELDS[argument as keyof typeof FIELDS], value],
    );
    simulator.patch({ vpsorg: { servers: { [id]: Object.fromEntries(fields) } } });
  },
  erase: (simulator, id) => simulator.patch({ vpsorg: { servers: { [id]: null } } }),
  oddity: (simulator, id) => simulator.patch({ vpsorg: { servers: { [id]: { status: "hibernating" } } } }),
  twin: (simulator, id) => {
    simulator.patch({ vpsorg: { servers: { 777: serverOf(simulator, id) } } });
    return "777";
  },
};
