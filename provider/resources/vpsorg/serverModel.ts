import type { integer } from "../../integer";

/** Arguments of a server at VPS.org. */
export interface VpsOrgServerArgs {
  /**
   * Name of the server: letters, digits and hyphens, in whatever case. Changed in place. Servers are found again by it, so give
   * each its own.
   */
  name: string;
  /**
   * Id of the plan, which decides the server's price. VPS.org documents no list of plans: see its panel. Changing it replaces
   * the server, which requires `allowReplace`. It cannot be a secret: VPS.org shows it back.
   */
  planId: integer | string;
  /**
   * Id of the operating system. VPS.org documents no list of them: see its panel. Changing it replaces the server, which requires
   * `allowReplace`. It cannot be a secret: VPS.org shows it back.
   */
  osId: integer | string;
  /**
   * Code of the location, such as `us-west`. Changing it replaces the server, which requires `allowReplace`. It cannot be a
   * secret: VPS.org shows it back.
   */
  location: string;
  /** Fully qualified host name, such as `web.example.com`. It changes in place. If omitted, it is not managed. */
  hostname?: string;
  /**
   * Id of an SSH key of the VPS.org account. The key is installed at creation. VPS.org never shows it, so it is not compared
   * with the server. Changing it replaces the server, which requires `allowReplace`. If omitted, no key is installed.
   */
  sshKeyId?: integer | string;
  /** Whether automatic backups are on. VPS.org may charge for them. It changes in place. If omitted, it is not managed. */
  backupsEnabled?: boolean;
  /**
   * Power state of the server: `on` or `off`. A suspended server is reported, but never started. If omitted, it is not managed.
   */
  powerState?: "on" | "off";
  /** Any string. When it changes, the server restarts gracefully; a stopped server only records the new string. */
  restartTrigger?: string;
  /**
   * Allow a new server in place of this one when `planId`, `osId`, `location` or `sshKeyId` changes. The new server is ordered
   * first, and the old one is deleted once the new one is active. The old disk is lost, and for a while you pay for both.
   * Default: false.
   */
  allowReplace?: boolean;
  /**
   * Adopt an existing server: `true` adopts the only one with this name, and a string adopts the server with this id. The
   * resource owns it from then on: name, hostname, backups and power change to the arguments, and destroying the resource
   * deletes the server.
   */
  adopt?: boolean | string;
}

/** The plan of a server, as VPS.org shows it. VPS.org documents no units, so the units here are unverified. */
export interface VpsOrgPlan {
  /** Id of the plan, as the argument `planId` takes it. */
  id: integer | string;
  /** Name of the plan. */
  name?: string;
  /** Virtual processors. */
  vcpus?: integer;
  /** Memory, probably in megabytes (unverified). */
  memory?: number;
  /** Disk, probably in gigabytes (unverified). */
  storage?: number;
  /** Traffic, probably in gigabytes a month (unverified). */
  bandwidth?: number;
}

/** The operating system of a server, as VPS.org shows it. */
export interface VpsOrgOs {
  /** Id of the operating system, as the argument `osId` takes it. */
  id: integer | string;
  /** Name of the operating system. */
  name?: string;
}

/** State of a server: its arguments as the hoster shows them, and its outputs. */
export interface VpsOrgServerState extends VpsOrgServerArgs {
  /** Id that VPS.org gave the server. It is also the resource's id. */
  serverId: string;
  /** Status as VPS.org reports it: `active`, `stopped`, `suspended`, a transitional one, or an undocumented one. */
  status: string;
  /** IPv4 address; empty while there is none. */
  ipAddress: string;
  /** IPv6 address; empty if there is none. */
  ipv6Address: string;
  /** Current plan. It differs from `planId` if somebody changed it elsewhere. */
  plan: VpsOrgPlan;
  /** Current operating system. */
  os: VpsOrgOs;
  /** Code of the current location. */
  currentLocation: string;
  /** Time of the server's creation: ISO 8601, UTC; empty if VPS.org shows none. */
  createdAt: string;
  /** Time of the last change to VPS.org's record of the server: ISO 8601, UTC; empty if VPS.org shows none. */
  updatedAt: string;
}
