import { shownDescription } from "../../hosters/kiwivm/description";
import type { integer } from "../../integer";
import { defineFunction } from "../contract";
import { askMachine, type KiwiMachineArgs, machineSchema } from "./machine";

/** Snapshots of a machine (`snapshot/list`). */
export interface GetKiwiSnapshotsResult {
  /** All snapshots of the machine. */
  snapshots: KiwiSnapshotInfo[];
}

/** A snapshot. Its download link is a secret, and only the resource `KiwiSnapshot` shows it. */
export interface KiwiSnapshotInfo {
  /** Name of the file. */
  fileName: string;
  /** Operating system of the machine when the snapshot was taken. */
  os: string;
  /** Description. KiwiVM may list it in base64, so a value that looks like base64 is decoded. */
  description: string;
  /** Size of the file, in bytes. */
  size?: integer | undefined;
  /** MD5 sum of the file. */
  md5: string;
  /** Whether KiwiVM keeps the snapshot for good. */
  sticky?: boolean | undefined;
  /** Seconds until KiwiVM purges the snapshot, if it is not sticky. */
  purgesIn?: integer | undefined;
}

/** Endpoint: snapshot/list (seed 001). */
export const getKiwiSnapshots = defineFunction<KiwiMachineArgs, GetKiwiSnapshotsResult>({
  name: "getKiwiSnapshots",
  hoster: "kiwivm",
  schema: machineSchema,
  get: async (args, cx) => {
    const { snapshots } = await askMachine(args, cx, (reads) => reads.snapshots());
    return {
      snapshots: snapshots.map(({ description, ...snapshot }) => ({
        ...snapshot,
        description: shownDescription(description, "") ?? "",
      })),
    };
  },
});
