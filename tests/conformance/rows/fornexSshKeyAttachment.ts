import type { Simulator } from "../../../simulator";
import { subjectOf } from "../adapters";
import { resources } from "../provider";
import type { Row } from "./row";

const ORDERS = ["34-501", "34-502"];

const parts = (id: string): [orderId: string, keyId: string] => id.split("/") as [string, string];

const setLink = (simulator: Simulator, id: string, link: true | null): void => {
  const [orderId, keyId] = parts(id);
  simulator.patch({ fornex: { orders: { [orderId]: { vps: { sshKeys: { [keyId]: link } } } } } });
};

export const fornexSshKeyAttachmentRow: Row = {
  subject: subjectOf(resources.fornexSshKeyAttachment),
  arrange: (simulator) =>
    simulator.patch({
      fornex: {
        orders: Object.fromEntries(ORDERS.map((id) => [id, {}])),
        sshKeys: { 68: { title: "desk", key: "ssh-ed25519 AAAA me@desk" } },
      },
    }),
  required: { orderId: "34-501", keyId: 67 },
  optional: {},
  others: { orderId: { orderId: "34-502" }, keyId: { keyId: 68 } },
  spellings: [],
  idSpellings: (id) => [id.replace("/", "/0"), ` ${id}`],
  naturalKey: ["orderId", "keyId"],
  repeatable: "a key that is linked is linked",
  calls: {
    create: { method: "POST", path: "/*ssh_keys/*add/" },
    remove: { method: "POST", path: "/*ssh_keys/*delete/" },
  },
  ids: (simulator) =>
    ORDERS.flatMap((orderId) =>
      Object.keys(simulator.state().fornex.orders[orderId]?.vps?.sshKeys ?? {}).map((keyId) => `${orderId}/${keyId}`),
    ),
  peek: (_simulator, id) => {
    const [orderId, keyId] = parts(id);
    return { orderId, keyId: Number(keyId) };
  },
  poke: () => {
    throw new Error("There is nothing that could be changed.");
  },
  erase: (simulator, id) => setLink(simulator, id, null),
  oddity: (simulator, id) => simulator.patch({ fornex: { orders: { [parts(id)[0]]: { status: "migrating" } } } }),
};
