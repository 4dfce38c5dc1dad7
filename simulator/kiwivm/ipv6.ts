import { isIPv6 } from "node:net";
import { compressIpv6 } from "../ipv6";
import { isSameAddress, isSameSubnet, newIpv6, withoutLength } from "./addresses";
import type { Fields } from "./answers";
import { refused } from "./errors";
import type { Moment } from "./moment";

/** An old node gives out addresses, a new one subnets [S1; kiwivm 1.5]; the refusals are unverified. */
export function add(moment: Moment): Fields {
  const { machine, state } = moment;
  if (!machine.location_ipv6_ready) throw refused("IPv6 is not available at this location");
  const own = machine.ip_addresses.filter((ip) => isIPv6(ip));
  if (own.length >= machine.plan_max_ipv6s) throw refused("Maximum number of IPv6 addresses reached");

  const { nodeAge, furtherSubnet, assignedForm } = state.switches;
  const again = nodeAge === "new" && furtherSubnet === "same" ? own[0] : undefined;
  const ip = again ?? (nodeAge === "old" ? wanted(moment, own) : newIpv6(state));
  if (again === undefined) machine.ip_addresses.push(ip);
  if (nodeAge === "old") return { ip };
  return { assigned_subnet: assignedForm === "with-length" ? `${ip}/64` : ip };
}

/** The first one is given out, the others are chosen within its /64 [S1]. */
function wanted({ parameters, state }: Moment, [first, ...others]: string[]): string {
  const asked = parameters.get("ip") ?? "";
  if (first === undefined) {
    if (asked !== "") throw refused("The first IPv6 address cannot be chosen");
    return newIpv6(state);
  }
  if (!isSameSubnet(asked, first)) throw refused("IPv6 address must be within the /64 of the first one");
  if ([first, ...others].some((ip) => isSameAddress(ip, asked))) throw refused("IPv6 address is already assigned");
  return compressIpv6(asked);
}

/** Its PTRs go with it [unverified]. */
export function remove({ machine, parameters, state }: Moment): Fields {
  const asked = withoutLength(parameters.require("ip"));
  const own = machine.ip_addresses.find((ip) => isIPv6(ip) && isSameAddress(ip, asked));
  if (own === undefined) throw refused("This IPv6 address does not belong to this VPS");

  machine.ip_addresses = machine.ip_addresses.filter((ip) => ip !== own);
  const isGone = state.switches.nodeAge === "old" ? isSameAddress : isSameSubnet;
  for (const ptrs of [machine.ptr, machine.ptrChanges]) {
    for (const ip of Object.keys(ptrs)) if (isGone(ip, own)) delete ptrs[ip];
  }
  return {};
}
