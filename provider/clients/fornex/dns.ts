import { z } from "zod";
import { integer, optionalInteger, optionalText } from "./loose";

/** A DNS record as Fornex lists it. Types nobody documented are kept as they come. */
export const entry = z.object({
  id: integer,
  // Older records may lack a host; that is the apex.
  host: optionalText.transform((value) => value ?? ""),
  type: z.string(),
  value: z.string(),
  prio: optionalInteger,
  ttl: optionalInteger,
});
export type Entry = z.output<typeof entry>;
export const entries = z.array(entry);

export const tags = z
  .array(z.string())
  .nullish()
  .transform((value) => value ?? []);

/** A DNS zone. Its name is its only key. */
export const domain = z.object({
  name: z.string(),
  created: optionalText,
  tags,
  entry_set: entries.nullish().transform((value) => value ?? []),
});
export type Domain = z.output<typeof domain>;
export const domains = z.array(domain);

/** What a record says, apart from the id Fornex gives it. */
export interface EntryContent {
  /** Relative to the zone; `""` is the zone itself. */
  host: string;
  type: string;
  value: string;
  /** Undefined is left out; null takes away the one that the record has. */
  prio: number | null | undefined;
  /** Undefined means Fornex's default. */
  ttl: number | undefined;
}

/** Zones and their records. */
export interface FornexDns {
  /** Zones that Fornex finds for `query` (a fuzzy search over names and addresses), or all; every page of it. */
  domains(query?: string): Promise<Domain[]>;
  /** Adds a zone; Fornex seeds it with records that point to `ip`. A second request is refused, but may hide the first's answer. */
  addDomain(name: string, ip: string): Promise<Domain>;
  /** Removes a zone with all its records. */
  removeDomain(name: string): Promise<void>;
  /** Replaces all tags of a zone; answers what Fornex then holds. Needs the feature `tags`. */
  setTags(name: string, tags: string[]): Promise<string[]>;
  /** All records of a zone. */
  entries(domain: string): Promise<Entry[]>;
  /** Adds a record. Fornex may accept equal ones, so a second request may be a second record. */
  addEntry(domain: string, content: EntryContent): Promise<Entry>;
  /** Replaces everything a record says; answers the record as it is then, where Fornex shows it. */
  replaceEntry(domain: string, id: number, content: EntryContent): Promise<Entry | undefined>;
  removeEntry(domain: string, id: number): Promise<void>;
  /** Sets the name servers of a registered domain, by its order. No call shows them. */
  setNameservers(order: string, names: readonly string[]): Promise<void>;
}
