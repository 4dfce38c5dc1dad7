import type { KiwiPtrArgs, KiwiPtrState } from "../provider/resources/kiwivm/ptrModel";
import { resource } from "./resource";

/**
 * Sets the PTR (reverse DNS) of one address of a KiwiVM machine. Creating the resource overwrites the present PTR. Destroying
 * it restores that PTR, unless somebody else has changed it. If KiwiVM refuses to remove a PTR, it stays, and a warning says
 * so.
 *
 * Its id is the machine's VEID and the address, such as `123456/203.0.113.21`. Whether KiwiVM removes a PTR, and how soon it
 * shows a new one, is unverified.
 *
 * @example
 * ```ts
 * import { KiwiPtr } from "pulumi-vps";
 *
 * new KiwiPtr("mail", {
 *   veid: "123456",
 *   ip: "203.0.113.21",
 *   ptr: "mail.example.com",
 * });
 * ```
 */
export class KiwiPtr extends resource<KiwiPtrArgs, KiwiPtrState>("KiwiPtr") {}
