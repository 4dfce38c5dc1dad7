import type { FornexAccount } from "./account";
import type { FornexApiVersion, FornexFeature } from "./apiVersion";
import type { FornexDns } from "./dns";
import type { FornexKeys } from "./keys";
import type { FornexOrders } from "./orders";
import type { FornexReads } from "./reads/reads";
import type { FornexTickets } from "./tickets";
import type { FornexVpsControl } from "./vps";

/**
 * What this provider needs of Fornex, by area, whatever API version answers. Each area is a file of its own that
 * holds its answers' shapes, its interface, and what makes it, per API version (DNS and the reads have files of their
 * own).
 */
export interface FornexClient {
  readonly apiVersion: FornexApiVersion;
  /** What this API version cannot say; calls that need it throw, so check asks first. */
  readonly lacks: ReadonlySet<FornexFeature>;
  readonly account: FornexAccount;
  readonly dns: FornexDns;
  readonly keys: FornexKeys;
  readonly orders: FornexOrders;
  readonly vps: FornexVpsControl;
  readonly tickets: FornexTickets;
  readonly reads: FornexReads;
}
