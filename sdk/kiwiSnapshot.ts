import type { KiwiSnapshotArgs, KiwiSnapshotState } from "../provider/resources/kiwivm/snapshot";
import { resource } from "./resource";

/**
 * Manages a snapshot of a KiwiVM machine. The provider finds it again by its description. Taking a snapshot locks the machine
 * and is said to reboot it (unverified). KiwiVM purges snapshots that are not sticky. A purged snapshot shows as `missing`,
 * and it is taken again only with `recreate: true`.
 *
 * Its id is the name of the snapshot's file; `get` also takes it with the machine, as `123456/snapshot-….tar.gz`. Until KiwiVM reports that name, the id is a placeholder that begins with `begun-`.
 * What KiwiVM refuses while a machine is locked, how long a snapshot takes and when it is purged is unverified.
 *
 * @example
 * ```ts
 * import { KiwiSnapshot } from "pulumi-vps";
 *
 * const beforeUpgrade = new KiwiSnapshot("before-upgrade", {
 *   veid: "123456",
 *   description: "before the upgrade",
 *   sticky: true,
 * });
 * export const link = beforeUpgrade.downloadLink; // secret
 * ```
 */
export class KiwiSnapshot extends resource<KiwiSnapshotArgs, KiwiSnapshotState>("KiwiSnapshot") {}
