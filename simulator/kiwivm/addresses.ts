import { isIPv6 } from "node:net";
import { expandIpv6 } from "../ipv6";
import type { KiwivmState } from "./state";

/** Without the "/64" that clients may send [kiwivm 1.5]. */
export function withoutLength(address: string): string {
  return address.replace(/\/64$/, "");
}

export function isSameAddress(one: string, other: string): boolean {
  return expandIpv6(one) === expandIpv6(other);
}

/** The first 64 bits: four groups of four letters, and the colons between. */
export function isSameSubnet(one: string, other: string): boolean {
  return isIPv6(one) && isIPv6(other) && expandIpv6(one).slice(0, 19) === expandIpv6(other).slice(0, 19);
}

/** From a block reserved for documentation; repeats after 250 addresses. */
export function newIpv4(state: KiwivmState): string {
  state.addressesGiven += 1;
  return `198.51.100.${1 + (state.addressesGiven % 250)}`;
}

/** Ends in two colons whether it is an address or a /64, as in real replies [kiwivm 1.3]. */
export function newIpv6(state: KiwivmState): string {
  state.addressesGiven += 1;
  return `2001:db8:100:${(state.addressesGiven % 0xffff).toString(16)}::`;
}
