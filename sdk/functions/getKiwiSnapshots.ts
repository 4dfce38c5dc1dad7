import type * as pulumi from "@pulumi/pulumi";
import type { GetKiwiSnapshotsResult } from "../../provider/functions/kiwivm/getKiwiSnapshots";
import type { KiwiMachineArgs } from "../../provider/functions/kiwivm/machine";
import { ProgramFunction } from "../function";
import type { Inputs } from "../inputs";

const reading = new ProgramFunction("getKiwiSnapshots", (functions) => functions.getKiwiSnapshots);

/**
 * Gets the snapshots of a KiwiVM machine, without their download links. The links are secrets, and only the resource
 * `KiwiSnapshot` shows them. If KiwiVM is working on the machine and refuses to answer, the call waits.
 *
 * @example
 * ```ts
 * import { getKiwiSnapshots } from "pulumi-vps";
 *
 * export const snapshots = getKiwiSnapshots({ veid: "123456" }).then(({ snapshots }) => snapshots);
 * ```
 */
export function getKiwiSnapshots(args: KiwiMachineArgs): Promise<GetKiwiSnapshotsResult> {
  return reading.call(args);
}

/**
 * {@link getKiwiSnapshots} as an output, with inputs: for arguments that come from resources.
 *
 * @example
 * ```ts
 * import { getKiwiSnapshotsOutput } from "pulumi-vps";
 *
 * export const names = getKiwiSnapshotsOutput({ veid: "123456" }).snapshots.apply((all) => all.map((one) => one.fileName));
 * ```
 */
export function getKiwiSnapshotsOutput(args: Inputs<KiwiMachineArgs>): pulumi.Output<GetKiwiSnapshotsResult> {
  return reading.callOutput(args);
}
