import type { KiwiCommandArgs, KiwiCommandState } from "../provider/resources/kiwivm/command";
import { resource } from "./resource";

/**
 * A command on a KiwiVM machine, run as `root`: when the resource is created, when what it consists of or a trigger changes,
 * and, another one, when it is destroyed. The machine needs no SSH for that, but all of it (the command, the environment, what
 * it prints) passes through BandwagonHost's API. Another exit status than 0 is an error; the next `pulumi up` runs it again.
 *
 * Where the answer gets lost, nobody knows whether it ran: `outcome` is `unknown` then, and only a change runs it again. A run
 * that is killed in between leaves no trace at all, and the next one runs it again: write commands that can be repeated.
 *
 * Its id is the machine's VEID and eight random hex digits of this provider, since KiwiVM gives commands none: `123456/3f2a9c01`.
 * How long KiwiVM lets a command run is unverified; what takes longer than a few minutes is better a `KiwiScript`.
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
