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
export class FornexVps extends resource<FornexVpsArgs, FornexVpsState>({
  name: "FornexVps",
  shows: {
    orderId: undefined,
    name: undefined,
    tags: undefined,
    powerState: undefined,
    restartTrigger: undefined,
    restartMode: undefined,
    rootPasswordVersion: undefined,
    status: undefined,
    hostname: undefined,
    ipAddresses: undefined,
    tariff: undefined,
    expiresAt: undefined,
    rootPassword: undefined,
    rootPasswordTried: undefined,
    rootPasswordStatus: undefined,
  },
  secretOutputs: ["rootPassword", "rootPasswordTried"],
  plain: { orderId: "it is the resource's id, which Pulumi stores in plain text" },
}) {}
