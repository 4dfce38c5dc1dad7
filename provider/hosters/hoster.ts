import { createHash } from "node:crypto";
import type { SettingTable } from "../config/setting";
import type { Once } from "../once";
import type { ClientFactory } from "./clientFactory";

/** One hoster as resources use it. */
export interface Hoster<Client> {
  client: Client;
  /** Fingerprint of the account the credential belongs to; asked once a run. */
  account: Once<string>;
}

/** How a hoster is reached: `T` its settings, `C` what resources and functions ask. */
export interface Connection<T extends SettingTable, C> {
  /** Name as users know it. */
  title: string;
  settings: T;
  /**
   * Made when first used, once a run; what needs a credential that is not set throws when it is looked up, before any call. Where each machine has a credential of its own, the answer is a function that takes the
   * machine and answers the hoster as that machine sees it.
   */
  connect: (factory: ClientFactory<T>) => C;
}

/** Types a connection; adds nothing at run time. */
export function defineConnection<const T extends SettingTable, C>(definition: Connection<T, C>): Connection<T, C> {
  return definition;
}

/** State must not hold an e-mail address; sixteen digits tell accounts apart. */
export function fingerprint(hoster: string, identity: string): string {
  return createHash("sha256").update(`${hoster}:${identity.trim().toLowerCase()}`).digest("hex").slice(0, 16);
}
