import type { FornexEntry, Simulator } from "../../../simulator";
import { subjectOf } from "../adapters";
import { resources } from "../provider";
import { numberSpellings, type Row } from "./row";

const found = (simulator: Simulator, id: string): { zone: string; entry: FornexEntry } => {
  for (const [zone, { entries }] of Object.entries(simulator.state().fornex.domains)) {
    const entry = entries[id];
    if (entry) return { zone, entry };
  }
  throw new Error(`no record ${id}`);
};

/** An MX record, since it can have every argument. */
export const fornexDnsRecordRow: Row = {
  subject: subjectOf(resources.fornexDnsRecord),
  arrange: (simulator) => simulator.patch({ fornex: { domains: { "example.com": {}, "other.example": {} } } }),
  required: { domain: "example.com", type: "MX", value: "mail.example.net", prio: 10 },
  optional: { host: "in", ttl: 600 },
  others: {
    domain: { domain: "other.example" },
    host: { host: "out" },
    type: { type: "SRV", value: "5 5060 sip.example.net" },
    value: { value: "mx.example.net" },
    ttl: { ttl: 3600 },
    prio: { prio: 20 },
    adopt: { adopt: true },
  },
  none: { ttl: null },
  ignored: { host: "entry.host", type: "entry.type", value: "entry.value", ttl: "entry.ttl", prio: "entry.prio" },
  defaults: { host: "" },
  neverLeftOut: { prio: "MX and SRV need it, other types refuse it" },
  spellings: [
    { domain: "Example.com.", host: "IN.example.com.", value: "MAIL.example.net." },
    { host: "in.EXAMPLE.com", value: " Mail.Example.NET" },
  ],
  idSpellings: numberSpellings,
  naturalKey: ["domain", "host", "type", "value", "prio"],
  ids: (simulator) => Object.values(simulator.state().fornex.domains).flatMap(({ entries }) => Object.keys(entries)),
  peek: (simulator, id) => {
    const { zone, entry } = found(simulator, id);
    return { domain: zone, ...entry };
  },
  poke: (simulator, id, values) => {
    const { zone, entry } = found(simulator, id);
    simulator.patch({ fornex: { domains: { [zone]: { entries: { [id]: { ...entry, ...values } } } } } });
  },
  erase: (simulator, id) => {
    const { zone } = found(simulator, id);
    simulator.patch({ fornex: { domains: { [zone]: { entries: { [id]: null } } } } });
  },
  oddity: (simulator, id) => {
    const { zone } = found(simulator, id);
    simulator.patch({ fornex: { domains: { [zone]: { entries: { [id]: { type: "SVCB", value: "1 ." } } } } } });
  },
  twin: (simulator, id) => {
    const { zone, entry } = found(simulator, id);
    simulator.patch({ fornex: { domains: { [zone]: { entries: { 777: entry } } } } });
    return "777";
  },
};
