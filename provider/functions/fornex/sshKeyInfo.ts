import type { LenientSshKey } from "../../clients/fornex/reads/shapes";
import type { integer } from "../../integer";

/** An SSH public key at Fornex. */
export interface FornexSshKeyInfo {
  /** Number that Fornex gave the key; 0 if it shows none. */
  keyId: integer;
  /** Title of the key. API version 0.1 may show the key's comment in its place. */
  title: string;
  /** The public key. */
  key: string;
  /** When it was added, as Fornex writes it: ISO 8601 in API version 2, such as `December 19, 2017` in 0.1. */
  date: string;
  /** Whether it is meant for new servers ordered in the panel. API version 2 only. */
  default?: boolean | undefined;
}

/** The key as functions show it. */
export function sshKeyInfo({ id, title, key, date, default: isDefault }: LenientSshKey): FornexSshKeyInfo {
  return { keyId: id, title, key, date, default: isDefault };
}
