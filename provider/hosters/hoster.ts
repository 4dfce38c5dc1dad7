import { createHash } from "node:crypto";
import type { Once } from "../once";

export type HosterName = "vpsorg" | "fornex" | "kiwivm" | "airvpn";

/** One hoster as resources use it. */
export interface Hoster<Client> {
  /** Name as users know it. */
  title: string;
  client: Client;
  /** Fingerprint of the account the credential belongs to; asked once a run. */
  account: Once<string>;
}

/** State must not hold an e-mail address; sixteen digits tell accounts apart. */
export function fingerprint(hoster: HosterName, identity: string): string {
  return createHash("sha256").update(`${hoster}:${identity.trim().toLowerCase()}`).digest("hex").slice(0, 16);
}
