import type { KiwiSnapshotRestoreArgs, KiwiSnapshotRestoreState } from "../provider/resources/kiwivm/snapshotRestore";
import { resource } from "./resource";

/**
 * Overwrites a KiwiVM machine with a snapshot when the resource is created, and when `trigger` changes. A refresh never
 * restores, nor does a change of `snapshot` alone. Remove `allowRestore` from the program once the restore is done, so that
 * nothing, such as a rename of the resource, restores again.
 *
 * No run restores a second time because an earlier one was killed. The next run stops if a note below Pulumi's home folder on
 * this computer says that the same restore (the same `snapshot` and `trigger`) was requested, also by another stack. It also
 * stops after a lock of KiwiVM that nothing explains, and after a lost answer. Then every run reports this, also after a create,
 * until the program resolves it: `confirmed` records the restore as done, another `trigger` requests it again, and the value
 * applied before withdraws it. Another computer does not have the note: it sends the request again once the lock is over.
 * KiwiVM's audit log only causes a warning; its words for a restore are unverified.
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
