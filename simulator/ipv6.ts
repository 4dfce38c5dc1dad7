import { isIPv6 } from "node:net";

/** `2001:db8::1` becomes `2001:0db8:0000:0000:0000:0000:0000:0001`; what is no IPv6 address stays. */
export function expandIpv6(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = "", tail] = compressIpv6(address).split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail ? tail.split(":") : [];
  const zeros = new Array<string>(8 - left.length - right.length).fill("0");
  return [...left, ...zeros, ...right].map((group) => group.padStart(4, "0")).join(":");
}

/** The shortest spelling, in lower case; what is no IPv6 address stays. */
export function compressIpv6(address: string): string {
  if (!isIPv6(address) || address.includes("%")) return address;
  return new URL(`http://[${address}]`).hostname.slice(1, -1);
}
