import type { KiwiCommandArgs, KiwiCommandState } from "../provider/resources/kiwivm/command";
import { resource } from "./resource";

/**
 * Runs a command as `root` on a KiwiVM machine: when the resource is created, and when its arguments or a trigger change.
 * Another command can run when the resource is destroyed. The machine needs no SSH. The command, its environment and its output
 * pass through BandwagonHost's API. An exit status other than 0 is an error, and the next `pulumi up` runs the command again.
 *
 * If the answer is lost, `outcome` is `unknown`, because nobody knows whether the command ran. Only a change runs it again. A
 * run that is killed before it records the result leaves no trace, so the next run runs the command again: write commands that
 * can be repeated.
 *
 * Its id is the machine's VEID and eight random hexadecimal digits that this provider chooses, such as `123456/3f2a9c01`. How
 * long KiwiVM lets a command run is unverified; use a `KiwiScript` for work that takes more than a few minutes.
 *
 * @example
 * ```ts
 * import * as pulumi from "@pulumi/pulumi";
 * import { KiwiCommand } from "pulumi-vps";
 *
 * const config = new pulumi.Config();
 * const app = new KiwiCommand("app", {
 *   veid: "123456",
 *   workingDirectory: "/srv/app",
 *   environment: { TOKEN: config.requireSecret("token") },
 *   create: "./install.sh",
 *   update: "./upgrade.sh",
 *   delete: "./uninstall.sh",
 *   triggers: [config.require("version")],
 * });
 * export const printed = app.stdout; // secret
 * ```
 */
export class KiwiCommand extends resource<KiwiCommandArgs, KiwiCommandState>("KiwiCommand") {}
