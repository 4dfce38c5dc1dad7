import type { Domain, Entry } from "./schemas";

/** What a record says, apart from the id Fornex gives it. `prio` and `ttl` left out are sent as null. */
export interface EntryContent {
  /** Relative to the zone; `""` is the zone itself. */
  host: string;
  type: string;
  value: string;
  prio: number | undefined;
  ttl: number | undefined;
}

/** What this provider needs of Fornex, whatever dialect of its API answers. */
export interface FornexClient {
  /** Whom the key belongs to: e-mail and name, as far as Fornex tells. */
  accountIdentity(): Promise<string>;
  /** Zones that Fornex finds for `query` (a fuzzy search over names and addresses), or all; every page of it. */
  domains(query?: string): Promise<Domain[]>;
  /** Adds a zone; Fornex seeds it with records that point to `ip`. A second request is refused, but may hide the first's answer. */
  addDomain(name: string, ip: string): Promise<Domain>;
  /** Removes a zone with all its records. */
  removeDomain(name: string): Promise<void>;
  /** Replaces all tags of a zone; answers what Fornex then holds. */
  setTags(name: string, tags: string[]): Promise<string[]>;
  /** All records of a zone. */
  entries(domain: string): Promise<Entry[]>;
  /** Adds a record. Fornex may accept equal ones, so a second request may be a second record. */
  addEntry(domain: string, content: EntryContent): Promise<Entry>;
  /** Replaces everything a record says. */
  replaceEntry(domain: string, id: number, content: EntryContent): Promise<Entry>;
  removeEntry(domain: string, id: number): Promise<void>;
}
