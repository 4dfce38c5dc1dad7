import type { LiveInfo } from "../../clients/kiwivm/schemas";

/** Arguments of an existing KiwiVM machine. Order and cancel it at BandwagonHost. */
export interface KiwiServerArgs {
  /** The machine's VEID, as KiwiVM's panel shows it. It is also the resource's id, so it cannot be a secret. */
  veid: string | number;
  /**
   * Host name in KiwiVM's record. The machine's system keeps its own name, at least until the next start (unverified). If
   * omitted, it is not managed.
   */
  hostname?: string;
  /**
   * Power state of the machine: `on` or `off`. A suspended machine is reported, but never started. If omitted, it is not
   * managed.
   */
  powerState?: "on" | "off";
  /**
   * With `powerState: "off"`: kill the machine if it does not stop within `vps:timeoutSeconds` (300 s by default), or if it
   * hangs while it starts (after 600 s). Data that it has not written to its disk is lost. Default: false, which makes such a
   * stop an error.
   */
  forceStop?: boolean;
  /**
   * Any string. When it changes, the machine restarts. A machine that is stopped, or that starts at the same time, only records
   * the new string.
   */
  restartTrigger?: string;
  /**
   * Any string. KiwiVM sets a new root password when the resource is created with it, and each time it changes. The output
   * `rootPassword` shows the password. A version that is added to an existing resource is only recorded. If a run is killed
   * during the reset, the next run sets another password, because the first one is not known.
   */
  rootPasswordVersion?: string;
}

/** State of a machine: its arguments as KiwiVM shows them, and its outputs. */
export interface KiwiServerState extends KiwiServerArgs {
  /**
   * Whether the machine runs, as KiwiVM reports it: `running`, `starting`, `stopped`, or an undocumented status; empty if
   * KiwiVM reports none.
   */
  status: string;
  /** Whether BandwagonHost has suspended the machine. */
  suspended: boolean;
  /** Addresses of the machine: first IPv4, then IPv6. A /64 may be shown as its prefix. */
  ipAddresses: string[];
  /** SSH port while the machine runs. */
  sshPort?: number;
  /** Operating system. */
  os: string;
  /** Name of the plan. */
  plan: string;
  /** Country and state. */
  location: string;
  /** Root password of the last reset (secret). */
  rootPassword?: string;
  /**
   * Result of the last reset. `set`: it succeeded. `unknown`: its answer was lost, so `rootPassword` may no longer open the
   * machine, and only a new `rootPasswordVersion` resets.
   */
  rootPasswordStatus?: "set" | "unknown";
}

/** A machine as KiwiVM shows it. */
export interface Machine extends LiveInfo {
  veid: string;
}
