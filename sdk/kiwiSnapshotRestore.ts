import type { KiwiSnapshotRestoreArgs, KiwiSnapshotRestoreState } from "../provider/resources/kiwivm/snapshotRestore";
import { resource } from "./resource";

/**
 * Overwrites a KiwiVM machine with a snapshot: when the resource is created, and when `trigger` changes; never on a refresh,
 * and not when only `snapshot` changes. Take `allowRestore` out of the program once it is done, so that nothing, such as
 * a rename of the resource, restores again.
 *
 * A run that is killed meanwhile does not restore twice: the next one stops where KiwiVM's lock, a note below Pulumi's home on
 * the computer or KiwiVM's audit log tells of a restore that the stack does not know of, also one that was begun in the panel. It
 * counts as done, and another `trigger` asks for it once more. A create also minds one that another stack on the computer began,
 * and the last hour of that log. On another computer nothing tells of one that was over within some 20 seconds, since
 * the log is late by that. How KiwiVM's audit log calls a restore is unverified.
 *
 * Its id is the machine's VEID.
 *
 * @example
 * ```ts
 * import { KiwiSnapshot, KiwiSnapshotRestore } from "pulumi-vps";
 *
 * const beforeUpgrade = new KiwiSnapshot("before-upgrade", { veid: "123456", description: "before the upgrade" });
 *
 * new KiwiSnapshotRestore("rollback", {
 *   veid: "123456",
 *   snapshot: beforeUpgrade.fileName,
 *   trigger: "the upgrade of May went wrong",
 *   allowRestore: true,
 * });
 * ```
 */
export class KiwiSnapshotRestore extends resource<KiwiSnapshotRestoreArgs, KiwiSnapshotRestoreState>(
  "KiwiSnapshotRestore",
) {}
