import { isIPv6 } from "node:net";
import { compressIpv6 } from "../ipv6";
import { type Json, lookup } from "../json";
import { isSameAddress, isSameSubnet, withoutLength } from "./addresses";
import { type Fields, phpMap } from "./answers";
import { refused } from "./errors";
import { isHostName } from "./hostname";
import type { Moment } from "./moment";
import type { KiwivmMachine } from "./state";
import type { KiwivmSwitches } from "./switches";
import { isPast, later } from "./time";

/** `setPTR` answers nothing but its error [S1]. What it refuses, and how, is unverified [kiwivm 1.2, 1.8]. */
export function setPtr({ machine, parameters, state: { settings, switches }, now }: Moment): Fields {
  const ip = parameters.require("ip");
  const ptr = parameters.require("ptr");
  if (!machine.rdns_api_available) throw refused("rDNS API is not available for this VPS");
  const key = ptrKey(ip, machine, switches);
  if (key === undefined) throw refused("This IP address does not belong to this VPS");
  if (ptr === "" && switches.emptyPtr === "refused") throw refused("PTR record cannot be empty");
  if (ptr !== "" && !isHostName(ptr)) throw refused("Invalid PTR record");

  machine.ptrChanges[key] = { to: ptr, at: later(now, switches.ptrShown === "later" ? settings.ptrSeconds : 0) };
  settlePtrs(machine, now);
  return {};
}

/** Shows the PTRs that are due. */
export function settlePtrs(machine: KiwivmMachine, now: number): void {
  for (const [key, { to, at }] of Object.entries(machine.ptrChanges)) {
    if (!isPast(at, now)) continue;
    if (to === "") delete machine.ptr[key];
    else machine.ptr[key] = to;
    delete machine.ptrChanges[key];
  }
}

/** Under which address the PTR is kept; undefined when the address is not the machine's. */
function ptrKey(asked: string, { ip_addresses }: KiwivmMachine, switches: KiwivmSwitches): string | undefined {
  const ip = withoutLength(asked);
  if (!isIPv6(ip)) return ip_addresses.find((own) => own === ip);
  const isSame = switches.nodeAge === "old" ? isSameAddress : isSameSubnet;
  const own = ip_addresses.find((candidate) => isIPv6(candidate) && isSame(candidate, ip));
  return own !== undefined && switches.ipv6PtrKey === "address" ? compressIpv6(ip) : own;
}

/** By address: the machine's own, set or not, and those inside its /64 that are set [kiwivm 1.3, 1.8]. */
export function ptrAnswer({ ip_addresses, ptr }: KiwivmMachine, switches: KiwivmSwitches): Json {
  const shown: Record<string, Json> = {};
  for (const ip of ip_addresses) {
    const value = lookup(ptr, ip);
    if (value !== undefined) shown[ip] = spell(value, switches);
    else if (switches.unsetPtr === "null-and-empty") shown[ip] = isIPv6(ip) ? "" : null;
  }
  for (const [ip, value] of Object.entries(ptr)) shown[ip] = spell(value, switches);
  return phpMap(shown);
}

function spell(value: string, { ptrSpelling }: KiwivmSwitches): string {
  const bare = value.replace(/\.$/, "");
  if (ptrSpelling === "lower") return value.toLowerCase();
  if (ptrSpelling === "dot") return `${bare}.`;
  return ptrSpelling === "no-dot" ? bare : value;
}
