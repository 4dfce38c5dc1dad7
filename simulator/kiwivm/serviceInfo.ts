import { isIPv6 } from "node:net";
import { lookup } from "../json";
import type { Fields } from "./answers";
import type { Moment } from "./moment";
import { NODE_IP } from "./node";
import { ptrAnswer } from "./ptr";

/** Ends with `error`, as the seed's sample does. Fields and types as in real replies [S1; kiwivm 1.3]; values that no document shows are invented. */
export function getServiceInfo({ machine, state: { switches, locations }, now }: Moment): Fields {
  const isOld = switches.nodeAge === "old";
  return {
    ...(isOld ? {} : { vm_type: machine.vm_type }),
    hostname: machine.hostname,
    ...(isOld ? { node_ip: NODE_IP } : {}),
    node_alias: machine.node_alias,
    node_location: machine.node_location,
    node_location_id: machine.node_location_id,
    location_ipv6_ready: machine.location_ipv6_ready,
    plan: machine.plan,
    plan_monthly_data: machine.plan_monthly_data,
    monthly_data_multiplier: lookup(locations, machine.node_location_id)?.multiplier ?? 1,
    plan_disk: machine.plan_disk,
    plan_ram: machine.plan_ram,
    plan_swap: machine.plan_swap,
    plan_max_ipv6s: machine.plan_max_ipv6s,
    os: machine.os,
    email: machine.email,
    data_counter: machine.data_counter,
    data_next_reset: machine.data_next_reset ?? nextMonth(now),
    ip_addresses: machine.ip_addresses.map((ip) =>
      isIPv6(ip) && !isOld && switches.ipv6Form === "with-length" ? `${ip}/64` : ip,
    ),
    private_ip_addresses: [],
    ip_nullroutes: [],
    iso1: null,
    iso2: null,
    available_isos: [],
    plan_private_network_available: false,
    location_private_network_available: false,
    rdns_api_available: machine.rdns_api_available,
    suspended: machine.suspended,
    policy_violation: false,
    suspension_count: null,
    total_abuse_points: 0,
    max_abuse_points: 1000,
    ptr: ptrAnswer(machine, switches),
    error: 0,
  };
}

/** Unix seconds. */
function nextMonth(now: number): number {
  const date = new Date(now);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1) / 1000;
}
