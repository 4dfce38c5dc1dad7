import { isIP, isIPv6 } from "node:net";

/** How an address is sent and compared: IPv6 in its shortest spelling, and a /64 as its prefix. */
export function canonicalIp(ip: string): string {
  const bare = ip.trim().replace(/\/64$/, "");
  return isIPv6(bare) && !bare.includes("%") ? new URL(`http://[${bare}]`).hostname.slice(1, -1) : bare;
}

/** What is wrong with an address, if anything. */
export function ipProblem(ip: string): string | undefined {
  const bare = canonicalIp(ip);
  if (isIP(bare) === 0 || bare.includes("%")) return "must be an IPv4 or IPv6 address of the machine";
  if (ip.includes("/") && !isIPv6(bare)) return "must be one address, without a prefix length";
  return undefined;
}

/** The first 64 bits of an IPv6 address as its bare prefix; undefined for IPv4. */
export function prefixOf(ip: string): string | undefined {
  const bare = canonicalIp(ip);
  if (!isIPv6(bare)) return undefined;
  const [head = "", tail] = bare.split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail ? tail.split(":") : [];
  // A dotted last group stands for two.
  const groups = [...left, ...new Array<string>(Math.max(0, 8 - left.length - right.length)).fill("0"), ...right];
  return canonicalIp(`${groups.slice(0, 4).join(":")}::`);
}

/** Whether `ip` is among a machine's addresses; an IPv6 address belongs to a listed one of the same /64. */
export function isAmong(ip: string, listed: readonly string[]): boolean {
  const prefix = prefixOf(ip);
  if (prefix === undefined) return listed.includes(canonicalIp(ip));
  return listed.some((own) => prefixOf(own) === prefix);
}
