import type { integer } from "../../integer";
import { defineFunction } from "../contract";
import { askMachine, type KiwiMachineArgs, machineSchema } from "./machine";

/** Usage of a machine over time (`getRawUsageStats`). */
export interface GetKiwiUsageResult {
  /** Samples in the order in which KiwiVM lists them: oldest first, some minutes apart (unverified). */
  samples: KiwiUsageSample[];
}

/** Usage of a machine since the previous sample (unverified). */
export interface KiwiUsageSample {
  /** End of the sample, as Unix time. */
  time?: integer | undefined;
  /** Load of the processors, in percent (unverified). */
  cpuUsage?: number | undefined;
  /** Bytes received over the network. */
  networkInBytes?: integer | undefined;
  /** Bytes sent over the network. */
  networkOutBytes?: integer | undefined;
  /** Bytes read from the disk. */
  diskReadBytes?: integer | undefined;
  /** Bytes written to the disk. */
  diskWriteBytes?: integer | undefined;
}

/** Endpoint: getRawUsageStats (seed 001). */
export const getKiwiUsage = defineFunction<KiwiMachineArgs, GetKiwiUsageResult>({
  name: "getKiwiUsage",
  hoster: "kiwivm",
  schema: machineSchema,
  get: async (args, cx) => {
    const { data } = await askMachine(args, cx, (reads) => reads.usage());
    const samples = data.map((sample) => ({
      time: sample.timestamp,
      cpuUsage: sample.cpu_usage,
      networkInBytes: sample.network_in_bytes,
      networkOutBytes: sample.network_out_bytes,
      diskReadBytes: sample.disk_read_bytes,
      diskWriteBytes: sample.disk_write_bytes,
    }));
    return { samples };
  },
});
