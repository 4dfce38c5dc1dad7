import type {
  FornexSshKeyAttachmentArgs,
  FornexSshKeyAttachmentState,
} from "../provider/resources/fornex/sshKeyAttachment";
import { resource } from "./resource";

/**
 * Links an SSH key to a VPS at Fornex. Fornex writes the key to the disk when the VPS is installed or reinstalled the next
 * time, not before. Fornex itself links each new key to every VPS of the account, so a link that already exists is a success.
 * Destroying the resource removes the link and leaves the disk as it is.
 *
 * Its id is the number of the order and the number of the key, such as `34-177054/67`. Whether Fornex accepts the same link
 * twice is unverified.
 *
 * @example
 * ```ts
 * import { readFileSync } from "node:fs";
 * import { FornexSshKeyAttachment, SshKey } from "pulumi-vps";
 *
 * const laptop = new SshKey("laptop", {
 *   title: "laptop",
 *   key: readFileSync("keys/laptop.pub", "utf8"),
 * });
 * new FornexSshKeyAttachment("laptop-on-web", { orderId: "34-177054", keyId: laptop.keyId });
 * ```
 */
export class FornexSshKeyAttachment extends resource<FornexSshKeyAttachmentArgs, FornexSshKeyAttachmentState>(
  "FornexSshKeyAttachment",
) {}
