import type { FornexOrder, FornexVps, Simulator } from "../../../simulator";
import { subjectOf } from "../adapters";
import { resources } from "../provider";
import type { Row } from "./row";

const ID = "34-501";

const orderOf = (simulator: Simulator, id: string): FornexOrder => {
  const order = simulator.state().fornex.orders[id];
  if (!order) throw new Error(`no order ${id}`);
  return order;
};

export const fornexVpsRow: Row = {
  subject: subjectOf(resources.fornexVps),
  arrange: (simulator) =>
    simulator.patch({ fornex: { orders: { [ID]: { name: "before" }, "34-502": { name: "another" } } } }),
  required: { orderId: ID },
  optional: {
    name: "web",
    tags: ["b", "a"],
    powerState: "on",
    restartTrigger: "first",
    restartMode: "graceful",
    rootPasswordVersion: "1",
  },
  others: {
    orderId: { orderId: "34-502" },
    name: { name: "mail" },
    tags: { tags: ["c"] },
    powerState: { powerState: "off" },
    restartTrigger: { restartTrigger: "second" },
    restartMode: { restartMode: "hard" },
    rootPasswordVersion: { rootPasswordVersion: "2" },
  },
  none: { tags: [] },
  ignored: { name: "order.name", tags: "order.tags", powerState: "stop" },
  newerApiVersion: ["name", "tags"],
  forbidding: ["jobs: error", "jobs: stuck"],
  spellings: [{ name: " web ", tags: ["a ", "b", "a"] }],
  idSpellings: (id) => [` ${id} `],
  naturalKey: ["orderId"],
  ids: (simulator) => (simulator.state().fornex.orders[ID] ? [ID] : []),
  peek: (simulator, id) => {
    const { name, tags, vps } = orderOf(simulator, id);
    return { name, tags, powerState: vps?.power };
  },
  poke: (simulator, id, { powerState, ...fields }) =>
    simulator.patch({
      fornex: {
        orders: { [id]: { ...fields, ...(powerState ? { vps: { power: powerState } as Partial<FornexVps> } : {}) } },
      },
    }),
  erase: (simulator, id) => simulator.patch({ fornex: { orders: { [id]: null } } }),
  oddity: (simulator, id) =>
    simulator.patch({ fornex: { orders: { [id]: { status: "migrating", vps: { power: "dreaming" } } } } }),
};
