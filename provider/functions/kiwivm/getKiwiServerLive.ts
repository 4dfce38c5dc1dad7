import type { integer } from "../../integer";
import { defineFunction } from "../contract";
import { askMachine, type KiwiMachineArgs, machineSchema } from "./machine";
import { type KiwiServerInfo, serverInfo } from "./server";

/** KiwiVM's record of a machine and its present state (`getLiveServiceInfo`). */
export interface GetKiwiServerLiveResult extends KiwiServerInfo {
  /**
   * Whether the machine runs, as KiwiVM reports it, in lower case: `running`, `starting`, `stopped`, or an undocumented status.
   */
  status: string;
  /** MAC address. */
  macAddress: string;
  /** Disk in use, in bytes. */
  usedDisk?: integer | undefined;
  /** Size of the disk, in GB. */
  diskQuotaGb?: number | undefined;
  /** Whether the processors are throttled because of heavy use. That ends by itself. */
  isCpuThrottled: boolean;
  /** Whether the disk is throttled. */
  isDiskThrottled: boolean;
  /** SSH port; missing while the machine does not run. */
  sshPort?: integer | undefined;
  /** Host name of the running system. */
  liveHostname: string;
  /** Load average, as the machine's system writes it. */
  loadAverage: string;
  /** Free memory, in KiB. */
  memoryAvailableKb?: integer | undefined;
  /** Swap, in KiB. */
  swapTotalKb?: integer | undefined;
  /** Free swap, in KiB. */
  swapAvailableKb?: integer | undefined;
  /** Counters of OpenVZ machines, such as `nproc`; empty for others. */
  vzStatus: KiwiVzValue[];
  /** Disk quota of OpenVZ machines, such as `occupied_kb`; empty for others. */
  vzQuota: KiwiVzValue[];
}

/** A value of an OpenVZ machine. */
export interface KiwiVzValue {
  /** OpenVZ's name of the value. */
  name: string;
  /** The value as a string; `-` if there is none. */
  value: string;
}

/** Endpoint: getLiveServiceInfo (seed 001). Its picture of the screen is left out: it may show anything. */
export const getKiwiServerLive = defineFunction<KiwiMachineArgs, GetKiwiServerLiveResult>({
  name: "getKiwiServerLive",
  hoster: "kiwivm",
  schema: machineSchema,
  get: async (args, cx) => {
    const live = await askMachine(args, cx, (reads) => reads.liveServer());
    const vz = new Map(live.vz_status);
    return {
      ...serverInfo(live),
      status: (live.ve_status || vz.get("status") || "").toLowerCase(),
      macAddress: live.ve_mac1,
      usedDisk: live.ve_used_disk_space_b,
      diskQuotaGb: live.ve_disk_quota_gb,
      isCpuThrottled: live.is_cpu_throttled,
      isDiskThrottled: live.is_disk_throttled,
      sshPort: live.ssh_port,
      liveHostname: live.live_hostname || vz.get("hostname") || "",
      loadAverage: live.load_average || vz.get("load_average") || "",
      memoryAvailableKb: live.mem_available_kb,
      swapTotalKb: live.swap_total_kb,
      swapAvailableKb: live.swap_available_kb,
      vzStatus: live.vz_status.map(([name, value]) => ({ name, value })),
      vzQuota: live.vz_quota.map(([name, value]) => ({ name, value })),
    };
  },
});
