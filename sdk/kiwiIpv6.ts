import type { KiwiIpv6Args, KiwiIpv6State } from "../provider/resources/kiwivm/ipv6";
import { resource } from "./resource";

/**
 * An IPv6 address of a KiwiVM machine: on newer systems a whole /64. The system in the machine is said to see it only after a
 * full stop and start (unverified). It costs nothing; how many there can be, the plan says. A migration takes all of them away.
 *
 * Without `ip`, it is the machine's first one: where the machine has any, the create stops, and `adopt` takes one over.
 *
 * Its id is `<veid>/<address>`, the address in its shortest spelling. What KiwiVM refuses is unverified.
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
