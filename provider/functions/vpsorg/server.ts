import type { LenientServer } from "../../clients/vpsorg/lenient";
import type { integer } from "../../integer";

/** A server as VPS.org lists it. */
export interface VpsOrgServerInfo {
  /** Id that VPS.org gave the server. */
  serverId: string;
  /** Name of the server. */
  name: string;
  /** Fully qualified host name; empty if there is none. */
  hostname: string;
  /** Status as VPS.org reports it: `active`, `stopped`, `suspended`, a transitional one, or an undocumented one. */
  status: string;
  /** IPv4 address; empty while there is none. */
  ipAddress: string;
  /** Code of the location, such as `us-west`. */
  location: string;
  /** Plan of the server. */
  plan: VpsOrgPlanInfo;
  /** Operating system of the server. */
  os: VpsOrgOsInfo;
  /** Time of the server's creation: ISO 8601, UTC. */
  createdAt: string;
  /** Time of the last change to VPS.org's record of the server: ISO 8601, UTC. */
  updatedAt: string;
}

/** The plan of a server. VPS.org documents no units; they are probably megabytes and gigabytes (unverified). */
export interface VpsOrgPlanInfo {
  /** Id of the plan, as the argument `planId` takes it. */
  id: integer | string;
  /** Name of the plan. */
  name: string;
  /** Virtual processors. */
  vcpus?: integer | undefined;
  /** Memory, in megabytes (unverified). */
  memory?: integer | undefined;
  /** Disk, in gigabytes (unverified). */
  storage?: integer | undefined;
  /** Traffic, in gigabytes (unverified). Missing in lists. */
  bandwidth?: integer | undefined;
}

/** The operating system of a server. */
export interface VpsOrgOsInfo {
  /** Id of the system, as `osId` of a server takes it. */
  id: integer | string;
  /** Name of the system, such as `Debian 12`. */
  name: string;
}

/** What VPS.org's lists show of a server. */
export function serverInfo(server: LenientServer): VpsOrgServerInfo {
  return {
    serverId: server.id,
    name: server.name,
    hostname: server.hostname,
    status: server.status,
    ipAddress: server.ip_address,
    location: server.location,
    plan: server.plan,
    os: server.os,
    createdAt: server.created_at,
    updatedAt: server.updated_at,
  };
}
