/** Arguments of a VPS that was ordered at Fornex. Order and cancel it in Fornex's panel. */
export interface FornexVpsArgs {
  /** Number of the order, such as `34-177054`. It is also the resource's id, which Pulumi stores in plain text, so it cannot be a secret. */
  orderId: string;
  /** Name of the order, 1 to 64 characters; surrounding spaces are ignored. API version 0.1 cannot change it. If omitted, it is not managed. */
  name?: string;
  /** Tags of the order, in any order; surrounding spaces are ignored. API version 0.1 cannot set them. If omitted, it is not managed. */
  tags?: string[];
  /** Power state of the VPS: `on` or `off`. If omitted, it is not managed. */
  powerState?: "on" | "off";
  /**
   * Any string. When it changes, the VPS restarts; a stopped VPS only records the new string. If a run is killed during a
   * restart, the next run restarts the VPS again, because Fornex shows no sign of a restart.
   */
  restartTrigger?: string;
  /** How to restart: `graceful` asks the system, `hard` resets the machine. Default: `graceful`. */
  restartMode?: "graceful" | "hard";
  /**
   * Any string. Fornex sets a new root password when the resource is created with it, and each time it changes. The output
   * `rootPassword` shows the password. A version that is added to an existing resource is only recorded. Setting a password may
   * require that the VPS runs (unverified). If a run is killed during the reset, the next run sets another password, because
   * the first one is not known.
   */
  rootPasswordVersion?: string;
}

/** State of a VPS: its arguments as the hoster shows them, and its outputs. */
export interface FornexVpsState extends FornexVpsArgs {
  /** Status of the order as Fornex reports it: `active`, `expired`, `blocked`, …, or an undocumented one. */
  status: string;
  /** Host name; empty if there is none. */
  hostname: string;
  /** IP addresses of the VPS; empty if Fornex shows none. */
  ipAddresses: string[];
  /** Name of the tariff of the order; empty if Fornex shows none. */
  tariff: string;
  /** End of the paid term, as Fornex writes it (no time zone); empty if it shows none. */
  expiresAt: string;
  /** Root password of the last reset that succeeded (secret). */
  rootPassword?: string;
  /** Password of a last reset that did not succeed (secret). Either this one or `rootPassword` opens the VPS. */
  rootPasswordTried?: string;
  /**
   * Result of the last reset. `set`: it succeeded. `failed`: its job ended in error, and the next run resets again. `unknown`:
   * its answer or its log entry was lost, so `rootPassword` may no longer open the VPS, and only a new `rootPasswordVersion`
   * resets.
   */
  rootPasswordStatus?: "set" | "failed" | "unknown";
}
