import type { SshKeyArgs, SshKeyState } from "../provider/resources/fornex/sshKey";
import { resource } from "./resource";

/**
 * An SSH public key in a Fornex account. By Fornex's documents a new key links itself to every VPS of the account; it is
 * written to a disk only when a VPS is installed or reinstalled.
 *
 * Its id is the number Fornex gave it. Whether Fornex takes the same key text twice is unverified.
 *
 * @example
 * ```ts
 * import { readFileSync } from "node:fs";
 * import { homedir } from "node:os";
 * import { SshKey } from "pulumi-vps";
 *
 * const laptop = new SshKey("laptop", {
 *   title: "laptop",
 *   key: readFileSync(`${homedir()}/.ssh/id_ed25519.pub`, "utf8"),
 * });
 * export const fingerprint = laptop.fingerprint;
 * ```
 */
export class SshKey extends resource<SshKeyArgs, SshKeyState>("SshKey") {}
