import type { SshKeyArgs, SshKeyState } from "../provider/resources/fornex/sshKey";
import { resource } from "./resource";

/**
 * Manages an SSH public key in a Fornex account. According to Fornex's documentation, a new key is linked to every VPS of the
 * account. It is written to a disk only when a VPS is installed or reinstalled.
 *
 * Its id is the number that Fornex gave the key. Whether Fornex accepts the same public key twice is unverified.
 *
 * @example
 * ```ts
 * import { readFileSync } from "node:fs";
 * import { SshKey } from "pulumi-vps";
 *
 * const laptop = new SshKey("laptop", {
 *   title: "laptop",
 *   key: readFileSync("keys/laptop.pub", "utf8"),
 * });
 * export const fingerprint = laptop.fingerprint;
 * ```
 */
export class SshKey extends resource<SshKeyArgs, SshKeyState>("SshKey") {}
