import type { FornexVpsArgs, FornexVpsState } from "../provider/resources/fornex/vpsModel";
import { resource } from "./resource";

/**
 * Manages a VPS that was ordered at Fornex: its name, tags, power and root password. This resource never orders or cancels a
 * VPS. When it leaves the program, the VPS is released and stays as it is. Fornex may list an expired order without a machine
 * (unverified). Such an order stays in the stack: a refresh shows its status and warns.
 *
 * Its id is the number of the order, such as `34-177054`. Whether a root password can be set while the VPS is off is
 * unverified.
 *
 * @example
 * ```ts
 * import { FornexVps } from "pulumi-vps";
 *
 * const web = new FornexVps("web", {
 *   orderId: "34-177054",
 *   name: "web",
 *   powerState: "on",
 *   rootPasswordVersion: "1",
 * });
 * export const rootPassword = web.rootPassword;
 * ```
 */
export class FornexVps extends resource<FornexVpsArgs, FornexVpsState>("FornexVps") {}
