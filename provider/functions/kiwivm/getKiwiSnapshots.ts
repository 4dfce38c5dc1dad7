import { shownDescription } from "../../hosters/kiwivm/description";
import type { integer } from "../../integer";
import { defineFunction } from "../contract";
import { askMachine, type KiwiMachineArgs, machineSchema } from "./machine";

/** Snapshots of a machine (`snapshot/list`). */
export interface GetKiwiSnapshotsResult {
  /** All of them. */
  snapshots: KiwiSnapshotInfo[];
}

/** A snapshot. Its download link, which is a secret, only the resource `KiwiSnapshot` shows. */
export interface KiwiSnapshotInfo {
  /** Name of its file. */
  fileName: string;
  /** Operating system of the machine when it was taken. */
  os: string;
  /** Its description. KiwiVM may list it in base64; what looks like that is decoded. */
  description: string;
  /** Size of the file, in bytes. */
  size?: integer | undefined;
  /** MD5 sum of the file. */
  md5: string;
  /** Whether KiwiVM keeps it for good. */
  sticky?: boolean | undefined;
  /** In how many seconds KiwiVM purges it, if it is not sticky. */
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
