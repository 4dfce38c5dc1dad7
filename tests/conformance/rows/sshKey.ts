import type { FornexSshKey, Simulator } from "../../../simulator";
import { subjectOf } from "../adapters";
import { resources } from "../provider";
import { numberSpellings, type Row } from "./row";

const ONE = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHaSw601QLuAPAILOu5mzYiHEjI06gxucUPArdc/9DHt one@laptop";
const TWO = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAID/EzP50WHDiwNmfcfMP8GVsje3UHMHX09N2sNvmheLz two@laptop";
/** The key of the account that nobody here manages, and the odd one. */
const OTHERS = ["67", "9000001"];

const keyOf = (simulator: Simulator, id: string): FornexSshKey => {
  const key = simulator.state().fornex.sshKeys[id];
  if (!key) throw new Error(`no key ${id}`);
  return key;
};

export const sshKeyRow: Row = {
  subject: subjectOf(resources.sshKey),
  arrange: () => {},
  required: { title: "laptop", key: ONE },
  optional: { default: false },
  others: {
    title: { title: "desk" },
    key: { key: TWO },
    default: { default: true },
    adopt: { adopt: true },
  },
  newerApiVersion: ["default"],
  ignored: { title: "sshKey.title", default: "sshKey.default" },
  forbidding: ["linkedKeyDelete: refused"],
  spellings: [{ title: " laptop ", key: ONE.replace("one@laptop", " somebody else") }],
  idSpellings: numberSpellings,
  naturalKey: ["key"],
  deletesFirst: ["title", "default"],
  ids: (simulator) => Object.keys(simulator.state().fornex.sshKeys).filter((id) => !OTHERS.includes(id)),
  peek: (simulator, id) => {
    const { title, key, default: isDefault } = keyOf(simulator, id);
    return { title, key, default: isDefault };
  },
  poke: (simulator, id, values) => simulator.patch({ fornex: { sshKeys: { [id]: values } } }),
  erase: (simulator, id) => simulator.patch({ fornex: { sshKeys: { [id]: null } } }),
  oddity: (simulator) =>
    simulator.patch({ fornex: { sshKeys: { 9000001: { title: "", key: "ssh-quantum of solace" } } } }),
  twin: (simulator, id) => {
    simulator.patch({ fornex: { sshKeys: { 777: keyOf(simulator, id) } } });
    return "777";
  },
};
