import type { Domain, Entry, Job, SshKey, VpsOrder } from "./schemas";

/** Fornex's two dialects: 2.x, the live one, and 0.1, the one before. */
export const FORNEX_DIALECTS = ["2", "0.1"] as const;
export type FornexDialect = (typeof FORNEX_DIALECTS)[number];

/** What only some dialects have a call or a field for. */
export type FornexFeature = "tags" | "defaultKey" | "orderName";

/** What a record says, apart from the id Fornex gives it. `prio` and `ttl` left out are sent as null. */
export interface EntryContent {
  /** Relative to the zone; `""` is the zone itself. */
  host: string;
  type: string;
  value: string;
  prio: number | undefined;
  ttl: number | undefined;
}

/** A key to be added. `default` needs the feature `defaultKey`. */
export interface NewSshKey {
  title: string;
  key: string;
  default?: boolean;
}

/** What can be changed of an order: needs the features `orderName` and `tags`. */
export interface OrderSettings {
  name?: string;
  tags?: string[];
}

export type PowerAction = "start" | "stop" | "restart" | "hard_reset";

/** A root password that is being set. */
export interface PasswordReset {
  password: string;
  /** Log entry of the job that sets it. */
  job: number;
}

/** What this provider needs of Fornex, whatever dialect of its API answers. */
export interface FornexClient {
  readonly dialect: FornexDialect;
  /** What this dialect cannot say; calls that need it throw, so check asks first. */
  readonly lacks: ReadonlySet<FornexFeature>;

  /** Whom the key belongs to: e-mail and name, as far as Fornex tells. */
  accountIdentity(): Promise<string>;
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
  /** Replaces everything a record says. */
  replaceEntry(domain: string, id: number, content: EntryContent): Promise<Entry>;
  removeEntry(domain: string, id: number): Promise<void>;

  /** All SSH keys of the account. */
  sshKeys(): Promise<SshKey[]>;
  /** Adds a key, which links itself to every VPS of the account. Fornex may accept equal ones. */
  addSshKey(key: NewSshKey): Promise<SshKey>;
  removeSshKey(id: number): Promise<void>;

  /** All orders of the kind VPS; every page of them. */
  vpsOrders(): Promise<VpsOrder[]>;
  changeOrder(id: string, settings: OrderSettings): Promise<void>;
  /** `on`, `off`, `unknown` or any text. */
  vpsStatus(id: string): Promise<string>;
  /** Begins a power action; the log entry of its job, if the dialect tells. */
  power(id: string, action: PowerAction): Promise<number | undefined>;
  /** Begins to set a new root password, which is shown this once. */
  resetPassword(id: string): Promise<PasswordReset>;
  /** A job's log entry. */
  job(id: string, job: number): Promise<Job>;
}
