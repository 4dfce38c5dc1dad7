/**
 * One snapshot of every machine in a list. KiwiVM keeps these snapshots for good (`sticky`). Taking one locks the machine for
 * a while and is said to reboot it. The stack's configuration holds the list and a key per machine:
 *
 *   pulumi config set --path 'machines[0]' 111141
 *   pulumi config set --path --secret 'vps:kiwivmKeys["111141"]'
 *   pulumi config set --path 'machines[1]' 222252
 *   pulumi config set --path --secret 'vps:kiwivmKeys["222252"]'
 *
 * (GET /_simulator/state shows the simulator's keys, below kiwivm.machines.)
 *
 * A new label takes new snapshots. The old ones are deleted after the new ones are finished:
 *
 *   pulumi config set label 2026-12-01 && pulumi up
 */
import { Config } from "@pulumi/pulumi";
import { KiwiSnapshot } from "pulumi-vps";

const config = new Config();
const machines = config.requireObject<(number | string)[]>("machines");
const label = config.get("label") ?? "first";

const snapshots = machines.map(
  (veid) =>
    new KiwiSnapshot(`backup-${veid}`, { veid, description: `backup ${label}`, sticky: true, allowReplace: true }),
);

export const files = snapshots.map(({ fileName }) => fileName);
