import type { KiwiSnapshotArgs, KiwiSnapshotState } from "../provider/resources/kiwivm/snapshot";
import { resource } from "./resource";

/**
 * A snapshot of a KiwiVM machine, found again by its description. Taking one locks the machine and is said to reboot it
 * (unverified). KiwiVM purges snapshots that are not sticky; one that is gone shows as `vanished`, and is taken again only
 * with `recreate: true`.
 *
 * Its id is the name of the snapshot's file; one that begins with `begun-` stands for it until KiwiVM has told the name. What
 * KiwiVM refuses while a machine is locked, how long a snapshot takes and when it is purged is unverified.
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
