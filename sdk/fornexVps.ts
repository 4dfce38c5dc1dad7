import type { FornexVpsArgs, FornexVpsState } from "../provider/resources/fornex/vps";
import { resource } from "./resource";

/**
 * A VPS that was ordered at Fornex: its name, tags, power and root password. It is never bought and never cancelled here:
 * leaving the program, it stays at Fornex as it is. An order that Fornex lists without a machine, as it may do once that has
 * expired (unverified), stays in the stack: a refresh shows its status and warns.
 *
 * Its id is the number of the order, such as `34-177054`. Whether a root password can be set while the VPS is off is unverified.
 *
 * @example
 * ```ts
 * import { FornexVps } from "pulumi-vps";
 *
 * const vps = new FornexVps("web", {
 *   orderId: "34-177054",
 *   name: "web",
 *   powerState: "on",
 *   rootPasswordVersion: "1",
 * });
 * export const rootPassword = vps.rootPassword;
 * ```
 */
export class FornexVps extends resource<FornexVpsArgs, FornexVpsState>("FornexVps") {}
