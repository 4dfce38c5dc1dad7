import type * as pulumi from "@pulumi/pulumi";
import type { GetKiwiSnapshotsResult } from "../../provider/functions/kiwivm/getKiwiSnapshots";
import type { KiwiMachineArgs } from "../../provider/functions/kiwivm/machine";
import { ProgramFunction } from "../function";
import type { Inputs } from "../inputs";

const reading = new ProgramFunction("getKiwiSnapshots", (functions) => functions.getKiwiSnapshots);

/**
 * The snapshots of a KiwiVM machine, without their download links: those are secrets, which `KiwiSnapshot` shows. While KiwiVM is at work on the machine and refuses to tell, it is waited for.
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
