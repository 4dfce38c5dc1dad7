import type { KiwivmMachine, Simulator } from "../../../simulator";
import { subjectOf } from "../adapters";
import { resources } from "../provider";
import type { Row } from "./row";

/** What every address resolves to before, and again afterwards: a hoster that takes no empty PTR could not go back to none. */
const BEFORE = "before.example.net";

const machineOf = (simulator: Simulator, veid: string): KiwivmMachine => {
  const machine = simulator.state().kiwivm.machines[veid];
  if (!machine) throw new Error(`no machine ${veid}`);
  return machine;
};

const parts = (id: string): [veid: string, ip: string] => id.split("/") as [string, string];

export const kiwiPtrRow: Row = {
  subject: subjectOf(resources.kiwiPtr),
  arrange: (simulator) => {
    const machines = Object.entries(simulator.state().kiwivm.machines).map(([veid, { ip_addresses }]) => [
      veid,
      { ptr: Object.fromEntries(ip_addresses.map((ip) => [ip, BEFORE])) },
    ]);
    simulator.patch({ kiwivm: { machines: Object.fromEntries(machines) } });
  },
  required: { veid: "111141", ip: "203.0.113.22", ptr: "mail.example.com" },
  optional: {},
  others: {
    veid: { veid: "222252", ip: "203.0.113.31" },
    ip: { ip: "2001:db8:1:2::" },
    ptr: { ptr: "www.example.com" },
  },
  ignored: { ptr: "setPTR" },
  spellings: [{ veid: 111141, ip: " 203.0.113.22", ptr: "MAIL.Example.com." }],
  idSpellings: (id) => [`0${id}`, ` ${id}`],
  naturalKey: ["veid", "ip"],
  setting: "every address has a PTR, set or not: none is made, none is deleted, so none is adopted either",
  ownCredential: "a key is valid for one machine only, and another machine is another setting",
  calls: { create: { method: "POST", path: "/setPTR" }, remove: { method: "POST", path: "/setPTR" } },
  ids: (simulator) =>
    Object.entries(simulator.state().kiwivm.machines).flatMap(([veid, { ptr }]) =>
      Object.entries(ptr)
        .filter(([, value]) => value !== "" && value !== BEFORE)
        .map(([ip]) => `${veid}/${ip}`),
    ),
  peek: (simulator, id) => {
    const [veid, ip] = parts(id);
    return { veid, ip, ptr: machineOf(simulator, veid).ptr[ip] };
  },
  poke: (simulator, id, { ptr }) => {
    const [veid, ip] = parts(id);
    simulator.patch({ kiwivm: { machines: { [veid]: { ptr: { [ip]: ptr as string } } } } });
  },
  // The address leaves the machine.
  erase: (simulator, id) => {
    const [veid, ip] = parts(id);
    const ip_addresses = machineOf(simulator, veid).ip_addresses.filter((own) => own !== ip);
    simulator.patch({ kiwivm: { machines: { [veid]: { ip_addresses, ptr: { [ip]: null } } } } });
  },
  oddity: (simulator, id) => {
    const [veid] = parts(id);
    simulator.patch({
      kiwivm: { machines: { [veid]: { node_location: "XX, Nowhere", ptr: { "198.51.100.9": BEFORE } } } },
    });
  },
};
