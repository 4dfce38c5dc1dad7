import type { KiwiSnapshotRestoreArgs, KiwiSnapshotRestoreState } from "../provider/resources/kiwivm/snapshotRestore";
import { resource } from "./resource";

/**
 * Overwrites a KiwiVM machine with a snapshot: when the resource is created, and when `trigger` changes; never on a refresh,
 * and not when only `snapshot` changes. Take `allowRestore` out of the program once it is done, so that nothing, such as
 * a rename of the resource, restores again.
 *
 * No run restores twice because an earlier one was killed. The next run stops where a note below Pulumi's home on the computer
 * tells of this very restore (the same `snapshot` and `trigger`), be it another stack's, or where KiwiVM's lock was met and
 * nothing explains it; a lost answer ends the same way. The stack says so from then on, also after a create, until `confirmed`
 * records it as done, another `trigger` asks for it again, or the one applied before withdraws it. Another computer has no such
 * note: there it is sent again once the lock is over. How KiwiVM's audit log, which is worth a warning only, calls a restore
 * is unverified.
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
