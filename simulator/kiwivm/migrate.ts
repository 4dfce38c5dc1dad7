import { isIPv4 } from "node:net";
import { lookup } from "../json";
import { newIpv4 } from "./addresses";
import { type Fields, phpMap } from "./answers";
import { refused } from "./errors";
import { createLock } from "./lock";
import type { KiwivmMove } from "./machineParts";
import type { Moment } from "./moment";
import type { KiwivmMachine, KiwivmState } from "./state";

/** That the current location is not among the others is unverified; the multipliers are newer [kiwivm 1.5]. */
export function getLocations({ machine, state }: Moment): Fields {
  const others = Object.entries(state.locations).filter(([id]) => id !== machine.node_location_id);
  const descriptions = Object.fromEntries(others.map(([id, { description }]) => [id, description]));
  const multipliers = Object.fromEntries(others.map(([id, { multiplier }]) => [id, multiplier]));
  return {
    currentLocation: machine.node_location_id,
    locations: others.map(([id]) => id),
    descriptions: phpMap(descriptions),
    ...(state.switches.nodeAge === "old" ? {} : { dataTransferMultipliers: phpMap(multipliers) }),
  };
}

/** Locks the machine until it has moved; the old edition of the API promises no answer [S1; kiwivm 1.5]. */
export function start({ machine, parameters, state, now }: Moment): Fields {
  const location = parameters.require("location");
  const isOther = location !== machine.node_location_id && lookup(state.locations, location) !== undefined;
  if (!isOther) throw refused("Invalid location");

  const ip_addresses = machine.ip_addresses.filter((ip) => isIPv4(ip)).map(() => newIpv4(state));
  const move = { location, ip_addresses };
  machine.lock = createLock(`Migration: ${location}`, state.settings.migrateSeconds, now, { move });
  return state.switches.nodeAge === "old" ? {} : { notificationEmail: machine.email, newIps: ip_addresses };
}

/** All IPv4 addresses are new, all IPv6 addresses are lost [S1], and PTRs with them. */
export function arrive(machine: KiwivmMachine, { location, ip_addresses }: KiwivmMove, state: KiwivmState): void {
  const there = lookup(state.locations, location);
  machine.node_location_id = location;
  machine.node_location = there?.node_location ?? location;
  machine.location_ipv6_ready = there?.ipv6 ?? false;
  machine.ip_addresses = [...ip_addresses];
  machine.ptr = {};
  machine.ptrChanges = {};
}
