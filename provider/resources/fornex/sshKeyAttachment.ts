import { z } from "zod";
import { VpsError } from "../../errors/vpsError";
import { orderId } from "../../hosters/fornex/orderId";
import type { integer } from "../../integer";
import { IS_PART_OF_ID } from "../../lifecycle/commonArguments";
import { defineResource } from "../../lifecycle/contract";
import type { Named } from "../../lifecycle/definition";
import { allLinked, idOf, isLinked, type LinkedKey, link, listLinked, unlink } from "./linkedKeys";

/** Arguments of the link between an SSH key and a VPS. Changing the order or the key replaces the link. */
export interface FornexSshKeyAttachmentArgs {
  /** Number of the order, such as `34-177054`. It is part of the resource's id, so it cannot be a secret. */
  orderId: string;
  /**
   * Number that Fornex gave the key: the output `keyId` of an `SshKey`. It is part of the resource's id, so it cannot be a
   * secret.
   */
  keyId: integer;
}

/** State of the link: its arguments only. */
export interface FornexSshKeyAttachmentState extends FornexSshKeyAttachmentArgs {}

/** Shape of the arguments; a test keeps it equal to their interface. */
export const fornexSshKeyAttachmentSchema = z.object({
  orderId,
  keyId: z.int("must be the number of a key").min(1, "must be the number of a key"),
});

/**
 * Fornex links every new key to each VPS of the account by itself, so a key that is linked already is what was asked for, and
 * needs no `adopt`.
 *
 * Endpoints: GET /vps/{order_id}/ssh_keys/, POST /vps/{order_id}/ssh_keys/add/ and delete/; in API version 0.1
 * /ssh_keys/{order_id}/ and the same below it.
 */
export const fornexSshKeyAttachment = defineResource<
  FornexSshKeyAttachmentArgs,
  FornexSshKeyAttachmentState,
  LinkedKey
>({
  name: "FornexSshKeyAttachment",
  hoster: "fornex",
  noun: "link",
  schema: fornexSshKeyAttachmentSchema,
  arguments: {
    orderId: { role: "control", reason: "is one half of what is attached", replaces: true, nonSecret: IS_PART_OF_ID },
    keyId: {
      role: "control",
      reason: "is the other half of what is attached",
      replaces: true,
      nonSecret: IS_PART_OF_ID,
    },
  },
  outputs: {},
  canonical: (args) => args,
  naturalKey: idOf,
  identity: { within: ["orderId"], by: ["keyId"] },
  costs: "nothing",
  diesWith: { argument: "keyId", kind: "SshKey", ids: ({ keyId }) => [String(keyId)] },
  managementPolicy: "adopt",

  idOf,
  importId: { form: "orderId/keyId", example: "34-177054/12", parse: partsOf },
  inventory: { all: allLinked },
  list: async (args, cx, fresh) => {
    const linked = await listLinked(args.orderId, cx, fresh);
    if (linked !== undefined) return linked;
    throw new VpsError("not-found", `Order ${args.orderId} does not exist in this account. Check its number.`);
  },
  keysOf: (linked) => [idOf(linked)],
  create: async (args, cx) => {
    await link(args, cx);
    return args;
  },
  find: async (_id, { orderId, keyId }, cx) =>
    (await isLinked({ orderId, keyId }, cx)) ? { orderId, keyId } : undefined,
  observe: (linked) => linked,
  // There is nothing that an update could change.
  reconcile: async () => {},
  remove: (_id, _state, linked, cx) => unlink(linked, cx),
});

function partsOf(text: string): Named<FornexSshKeyAttachmentArgs> | undefined {
  const [, orderId, keyId] = /^([^/]+)\/(\d+)$/.exec(text) ?? [];
  const parts = fornexSshKeyAttachmentSchema.safeParse({ orderId, keyId: Number(keyId) });
  return parts.success ? { id: idOf(parts.data), args: parts.data } : undefined;
}
