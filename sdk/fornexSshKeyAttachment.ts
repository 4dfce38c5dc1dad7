import type {
  FornexSshKeyAttachmentArgs,
  FornexSshKeyAttachmentState,
} from "../provider/resources/fornex/sshKeyAttachment";
import { resource } from "./resource";

/**
 * The link between an SSH key and a VPS at Fornex: the key is written to the disk when the VPS is installed or reinstalled
 * the next time, not before. Fornex links a new key to every VPS of the account by itself, so an attachment that is there
 * already is success. Destroying it takes the link off, and leaves the disk as it is.
 *
 * Its id is the number of the order and that of the key: `34-177054/67`. Whether Fornex takes a link twice is unverified.
 *
 * @example
 * ```ts
 * import { readFileSync } from "node:fs";
 * import { homedir } from "node:os";
 * import { FornexSshKeyAttachment, SshKey } from "pulumi-vps";
 *
 * const laptop = new SshKey("laptop", {
 *   title: "laptop",
 *   key: readFileSync(`${homedir()}/.ssh/id_ed25519.pub`, "utf8"),
 * });
 * new FornexSshKeyAttachment("laptop-on-web", { orderId: "34-177054", keyId: laptop.keyId });
 * ```
 */
export class FornexSshKeyAttachment extends resource<FornexSshKeyAttachmentArgs, FornexSshKeyAttachmentState>(
  "FornexSshKeyAttachment",
) {}
