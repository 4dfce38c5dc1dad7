import { airvpn } from "./airvpn/connection";
import { fornex } from "./fornex/connection";
import type { Hoster } from "./hoster";
import { kiwivm } from "./kiwivm/connection";
import { vpsorg } from "./vpsorg/connection";

export type { Hoster };

/** How each hoster is reached; the lifecycle knows no more of them. What they offer stands in `provider/registry.ts`. */
export const CONNECTIONS = { vpsorg, fornex, kiwivm, airvpn };

export type HosterName = keyof typeof CONNECTIONS;

/** The hosters of one run, each made when first used, so that a program needs only the credentials of those it uses. */
export type Hosters = { readonly [N in HosterName]: ReturnType<(typeof CONNECTIONS)[N]["connect"]> };
