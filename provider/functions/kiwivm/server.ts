import type { LenientServer } from "../../clients/kiwivm/lenient";
import type { integer } from "../../integer";

/** KiwiVM's record of a machine. */
export interface KiwiServerInfo {
  /** Kind of the machine: `kvm` or `ovz`; empty on old nodes. */
  vmType: string;
  /** Host name in KiwiVM's record. The running system may have another one. */
  hostname: string;
  /** IP address of the machine's node; empty on new nodes. */
  nodeIp: string;
  /** KiwiVM's name of that node. */
  nodeAlias: string;
  /** Location of the node, such as `US, Florida`. */
  nodeLocation: string;
  /** Id of that location, such as `USCA_2`. */
  nodeLocationId: string;
  /** Whether the location offers IPv6. */
  locationIpv6Ready?: boolean | undefined;
  /** Name of the plan. */
  plan: string;
  /** Traffic of the plan, in bytes per month. */
  planMonthlyData?: integer | undefined;
  /** Factor by which the location multiplies that traffic and its counter. */
  monthlyDataMultiplier?: number | undefined;
  /** Disk of the plan, in bytes. */
  planDisk?: integer | undefined;
  /** Memory of the plan, in bytes. */
  planRam?: integer | undefined;
  /** Swap of the plan, in bytes. */
  planSwap?: integer | undefined;
  /** Number of IPv6 addresses, or subnets, that the plan allows. */
  planMaxIpv6s?: integer | undefined;
  /** Operating system that was installed, such as `debian-12-x86_64`. */
  os: string;
  /** E-mail address of the account. */
  email: string;
  /** Traffic of this month so far, in bytes. */
  dataCounter?: integer | undefined;
  /** Time of the counter's next reset, as Unix time. */
  dataNextReset?: integer | undefined;
  /** First the IPv4 addresses, then the IPv6 addresses. A /64 is shown as its first address, with or without `/64`. */
  ipAddresses: string[];
  /** Whether the API can set PTRs. */
  rdnsApiAvailable?: boolean | undefined;
  /** PTRs (reverse DNS) of the addresses. */
  ptrs: KiwiPtrInfo[];
  /** Whether the machine is suspended. */
  suspended?: boolean | undefined;
  /** Whether a violation of BandwagonHost's policies is open. */
  policyViolation?: boolean | undefined;
  /** Number of suspensions so far; missing if there was none. */
  suspensionCount?: integer | undefined;
  /** Abuse points so far. */
  totalAbusePoints?: integer | undefined;
  /** Abuse points that are allowed. */
  maxAbusePoints?: integer | undefined;
}

/** The PTR (reverse DNS) of an address. */
export interface KiwiPtrInfo {
  /** The address. */
  ip: string;
  /** Host name to which it resolves; empty if there is none. */
  ptr: string;
}

/** The machine as functions show it. */
export function serverInfo(server: LenientServer): KiwiServerInfo {
  return {
    vmType: server.vm_type,
    hostname: server.hostname,
    nodeIp: server.node_ip,
    nodeAlias: server.node_alias,
    nodeLocation: server.node_location,
    nodeLocationId: server.node_location_id,
    locationIpv6Ready: server.location_ipv6_ready,
    plan: server.plan,
    planMonthlyData: server.plan_monthly_data,
    monthlyDataMultiplier: server.monthly_data_multiplier,
    planDisk: server.plan_disk,
    planRam: server.plan_ram,
    planSwap: server.plan_swap,
    planMaxIpv6s: server.plan_max_ipv6s,
    os: server.os,
    email: server.email,
    dataCounter: server.data_counter,
    dataNextReset: server.data_next_reset,
    ipAddresses: server.ip_addresses,
    rdnsApiAvailable: server.rdns_api_available,
    ptrs: server.ptr.map(([ip, ptr]) => ({ ip, ptr })),
    suspended: server.suspended,
    policyViolation: server.policy_violation,
    suspensionCount: server.suspension_count,
    totalAbusePoints: server.total_abuse_points,
    maxAbusePoints: server.max_abuse_points,
  };
}
