import type { KiwiIpv6Args, KiwiIpv6State } from "../provider/resources/kiwivm/ipv6";
import { resource } from "./resource";

/**
 * Manages an IPv6 address of a KiwiVM machine. On newer systems this is a whole /64. The machine's system is said to see the
 * address only after a full stop and start (unverified). The address costs nothing, and the plan limits how many a machine can
 * have. A migration removes all of them.
 *
 * Without `ip`, this is the machine's first IPv6 address. If the machine already has one, the create stops, and `adopt` adopts
 * it.
 *
 * Its id is `<veid>/<address>`, with the address in its shortest spelling. What KiwiVM refuses is unverified.
 *
 * @example
 * ```ts
 * import { KiwiIpv6 } from "pulumi-vps";
 *
 * const subnet = new KiwiIpv6("subnet", { veid: "123456" });
 * export const prefix = subnet.address; // such as 2001:db8:1:2::
 * ```
 */
export class KiwiIpv6 extends resource<KiwiIpv6Args, KiwiIpv6State>("KiwiIpv6") {}
