import { subjectOf } from "../adapters";
import { resources } from "../provider";
import type { Row } from "./row";

export const fornexDnsDomainRow: Row = {
  subject: subjectOf(resources.fornexDnsDomain),
  arrange: () => {},
  required: { name: "example.com", ip: "192.0.2.10" },
  optional: { tags: ["b", "a"], seededRecords: "keep", forceDestroy: false },
  others: {
    name: { name: "other.example" },
    ip: { ip: "192.0.2.11" },
    tags: { tags: ["c"] },
    seededRecords: { seededRecords: "remove" },
    forceDestroy: { forceDestroy: true },
    allowReplace: { allowReplace: true },
    adopt: { adopt: true },
  },
  none: { tags: [] },
  ignored: { tags: "domain.tags" },
  newerApiVersion: ["tags"],
  spellings: [{ name: "EXAMPLE.com.", ip: " 192.0.2.10", tags: ["a", " b", "a"] }],
  idSpellings: () => ["Example.COM.", " example.com"],
  naturalKey: ["name"],
  ids: (simulator) => Object.keys(simulator.state().fornex.domains),
  peek: (simulator, id) => ({ name: id, tags: simulator.state().fornex.domains[id]?.tags }),
  poke: (simulator, id, { tags }) => simulator.patch({ fornex: { domains: { [id]: { tags: tags as string[] } } } }),
  erase: (simulator, id) => simulator.patch({ fornex: { domains: { [id]: null } } }),
  oddity: (simulator, id) =>
    simulator.patch({ fornex: { domains: { [id]: { entries: { 9000001: { type: "SVCB", value: "1 ." } } } } } }),
};
