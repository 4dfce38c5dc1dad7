import type { FornexNameserversArgs, FornexNameserversState } from "../provider/resources/fornex/nameservers";
import { resource } from "./resource";

/**
 * Sets the name servers of a domain that is registered at Fornex. Fornex has no call that shows name servers, so this setting
 * cannot be read. Creating the resource overwrites the present name servers unseen. A later change by somebody else is not
 * found as drift, and every refresh says so. Destroying the resource leaves the name servers as they are.
 *
 * Its id is the number of the domain's order, such as `375-13`. Whether the registry has the name servers as soon as Fornex
 * answers is unverified.
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
