import { isIPv6 } from "node:net";
import type { Simulator } from "../../../simulator";
import { subjectOf } from "../adapters";
import { resources } from "../provider";
import type { Row } from "./row";

/** What the machines have from the start: the first address, within whose /64 the others are. The same one, so that an address fits both. */
const FIRST = "2001:db8:1:2::";
const VEIDS = ["111141", "222252"];

const addressesOf = (simulator: Simulator, veid: string): string[] =>
  simulator.state().kiwivm.machines[veid]?.ip_addresses ?? [];

const parts = (id: string): [veid: string, ip: string] => id.split("/") as [string, string];

/** In the older edition of the API, which lets one choose; the newer one is in `ipv6.test.ts`. */
export const kiwiIpv6Row: Row = {
  subject: subjectOf(resources.kiwiIpv6),
  arrange: (simulator) => {
    const machines = VEIDS.map((veid) => {
      const others = addressesOf(simulator, veid).filter((ip) => !isIPv6(ip));
      return [veid, { plan_max_ipv6s: 5, ip_addresses: [...others, FIRST] }];
    });
    simulator.patch({ kiwivm: { switches: { nodeAge: "old" }, machines: Object.fromEntries(machines) } });
  },
  // Without an address of its own it would mean the first one, which is there.
  consent: { ip: "2001:db8:1:2::5" },
  required: { veid: "111141" },
  optional: { ip: "2001:db8:1:2::5" },
  others: {
    veid: { veid: "222252" },
    ip: { ip: "2001:db8:1:2::6" },
    allowReplace: { allowReplace: true },
    adopt: { adopt: true },
  },
  forbidding: ["nodeAge: new"],
  spellings: [{ veid: 111141, ip: "2001:DB8:1:2:0:0:0:5" }, { ip: "2001:db8:1:2::0005/64" }],
  idSpellings: () => ["111141/2001:DB8:1:2:0:0:0:5", "0111141/2001:0db8:1:2::5/64"],
  naturalKey: ["veid", "ip"],
  ownCredential: "a key is valid for one machine only, and its list holds that machine's addresses",
  calls: { create: { method: "POST", path: "/ipv6/add" }, remove: { method: "POST", path: "/ipv6/delete" } },
  ids: (simulator) =>
    VEIDS.flatMap((veid) =>
      addressesOf(simulator, veid)
        .filter((ip) => isIPv6(ip) && ip !== FIRST)
        .map((ip) => `${veid}/${ip}`),
    ),
  peek: (_simulator, id) => {
    const [veid, ip] = parts(id);
    return { veid, ip };
  },
  poke: () => {},
  erase: (simulator, id) => {
    const [veid, ip] = parts(id);
    const ip_addresses = addressesOf(simulator, veid).filter((one) => one !== ip);
    simulator.patch({ kiwivm: { machines: { [veid]: { ip_addresses } } } });
  },
  oddity: (simulator, id) => {
    const [veid] = parts(id);
    simulator.patch({ kiwivm: { machines: { [veid]: { node_location: "XX, Nowhere" } } } });
  },
};
