import { subjectOf } from "../adapters";
import { resources } from "../provider";
import type { Row } from "./row";

const ID = "375-501";
const OTHER = "375-502";

export const fornexNameserversRow: Row = {
  subject: subjectOf(resources.fornexNameservers),
  arrange: (simulator) => {
    const both = <T>(value: T) => ({ [ID]: value, [OTHER]: value });
    simulator.patch({
      fornex: { orders: both({ type: "domain" }), domainOrders: both({ nss: "ns1.fornex.com,ns2.fornex.com" }) },
    });
  },
  required: { orderId: ID, nameservers: ["ns1.example.net", "ns2.example.net"] },
  optional: {},
  others: {
    orderId: { orderId: OTHER },
    nameservers: { nameservers: ["ns3.example.net", "ns4.example.net"] },
  },
  spellings: [{ nameservers: ["NS2.example.net.", "ns1.Example.net", " ns2.example.net"] }],
  idSpellings: (id) => [` ${id} `],
  naturalKey: ["orderId"],
  repeatable: "name servers that are set twice are the same",
  calls: { create: { method: "POST", path: "/*change_ns/*" }, remove: { method: "POST", path: "/*change_ns/*" } },
  ids: (simulator) => (simulator.state().fornex.orders[ID] ? [ID] : []),
  peek: (simulator, id) => ({ nameservers: simulator.state().fornex.domainOrders[id]?.nss.split(",") }),
  poke: (simulator, id, { nameservers }) =>
    simulator.patch({ fornex: { domainOrders: { [id]: { nss: (nameservers as string[]).join(",") } } } }),
  erase: (simulator, id) => simulator.patch({ fornex: { orders: { [id]: null }, domainOrders: { [id]: null } } }),
  oddity: (simulator, id) => simulator.patch({ fornex: { orders: { [id]: { status: "migrating" } } } }),
};
