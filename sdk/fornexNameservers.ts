import type { FornexNameserversArgs, FornexNameserversState } from "../provider/resources/fornex/nameservers";
import { resource } from "./resource";

/**
 * The name servers of a domain that is registered at Fornex. It is a setting that cannot be read: Fornex has no call that
 * shows name servers. So what was there before is overwritten unseen, what somebody else sets later is no drift (every refresh
 * says so), and destroying the resource leaves the name servers as they are.
 *
 * Its id is the number of the domain's order: `375-13`. Whether the registry has them as soon as Fornex answers is unverified.
 *
 * @example
 * ```ts
 * import { FornexNameservers } from "pulumi-vps";
 *
 * new FornexNameservers("example", {
 *   orderId: "375-13",
 *   nameservers: ["ns1.example.net", "ns2.example.net"],
 * });
 * ```
 */
export class FornexNameservers extends resource<FornexNameserversArgs, FornexNameserversState>("FornexNameservers") {}
