import type { KiwiPtrArgs, KiwiPtrState } from "../provider/resources/kiwivm/ptr";
import { resource } from "./resource";

/**
 * The PTR (reverse DNS) of one address of a KiwiVM machine. It is a setting, not an object: creating it overwrites what
 * was there, and destroying it puts that back, as long as nobody else changed it meanwhile. Where KiwiVM refuses to take
 * a PTR off, destroying leaves it and says so.
 *
 * Its id is the machine's VEID and the address: `123456/203.0.113.21`. Whether KiwiVM takes a PTR off, and how soon it shows
 * a new one, is unverified.
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
