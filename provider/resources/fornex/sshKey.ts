import { z } from "zod";
import type { SshKey } from "../../clients/fornex/keys";
import type { integer } from "../../integer";
import { ADOPT } from "../../lifecycle/commonArguments";
import { defineResource } from "../../lifecycle/contract";
import { canonicalNumber } from "../../number";
import { lackingIn } from "./apiVersion";
import { fingerprintOf, publicKeyProblem } from "./publicKey";
import { addKey, idOf, listKeys, removeKey } from "./sshKeyCalls";

/** Arguments of an SSH key at Fornex. Fornex has no call that changes a key, so every change replaces it. */
export interface SshKeyArgs {
  /**
   * Name of the key in Fornex's panel, 1 to 128 characters. It cannot be a secret: Fornex shows it back. Changing it replaces
   * the key: the old key is deleted before the new one is created.
   */
  title: string;
  /**
   * OpenSSH public key as in the `.pub` file: type, base64 data and an optional comment. A change of the comment alone changes
   * nothing. Any other change replaces the key: the new key is created before the old one is deleted.
   */
  key: string;
  /**
   * Whether the panel preselects the key for new servers. API version 0.1 cannot set it. Changing it replaces the key, as with
   * `title`. If omitted, it is not managed.
   */
  default?: boolean;
  /**
   * Adopt an existing key: `true` adopts the only one with this public key, and a string adopts the key with this id. The
   * resource owns it from then on: destroying the resource deletes the key.
   */
  adopt?: boolean | string;
}

/** State of an SSH key: its arguments, and its outputs. */
export interface SshKeyState extends SshKeyArgs {
  /** Number that Fornex gave the key. As a string, it is also the resource's id. */
  keyId: integer;
  /** SHA-256 fingerprint as `ssh-keygen -l` prints it. */
  fingerprint: string;
  /** Title Fornex shows now; absent where it shows the key's comment in its place, as API version 0.1 may. */
  currentTitle?: string;
  /** Whether Fornex shows it as default now; absent in API version 0.1. */
  currentDefault?: boolean;
}

/** Shape of the arguments; a test keeps it equal to their interface. */
export const sshKeySchema = z.object({
  title: z
    .string()
    .max(128, "must have at most 128 characters")
    .refine((title) => title.trim() !== "", "must not be empty"),
  key: z
    .string()
    .max(16_384, "must have at most 16384 characters")
    .superRefine((key, context) => {
      const message = publicKeyProblem(key);
      if (message) context.addIssue({ code: "custom", message });
    }),
  default: z.boolean().optional(),
  adopt: z
    .union([z.boolean(), z.string().min(1, "must not be empty")], { error: "must be true, false or an id" })
    .optional(),
});

/**
 * Endpoints: GET and POST /ssh_keys/, DELETE /ssh_keys/{key_id}/; in API version 0.1 /ssh_keys/add/ and
 * /ssh_keys/delete/. A new key links itself to every VPS of the account; it reaches a disk only when a VPS is
 * installed.
 */
export const sshKey = defineResource<SshKeyArgs, SshKeyState, SshKey>({
  name: "SshKey",
  hoster: "fornex",
  noun: "SSH key",
  schema: sshKeySchema,
  arguments: {
    title: {
      role: "drift",
      replaces: true,
      nonSecret: "Fornex shows it back, as the output currentTitle",
      live: (state) => state.currentTitle ?? undefined,
    },
    key: {
      role: "control",
      reason: "is what the key is, so another text is another key",
      replaces: true,
      live: (state) => state.fingerprint,
    },
    default: { role: "drift", replaces: true, live: (state) => state.currentDefault ?? undefined },
    adopt: ADOPT,
  },
  outputs: {
    keyId: { steady: true },
    fingerprint: { steady: true },
    currentTitle: { steady: true },
    currentDefault: {},
  },
  availability: { unsupported: (hosters) => lackingIn(hosters, { default: "defaultKey" }) },
  canonical: ({ title, key, ...rest }) => ({
    ...rest,
    ...(title === undefined ? {} : { title: title.trim() }),
    ...(key === undefined ? {} : { key: fingerprintOf(key) }),
  }),
  naturalKey: (args) => fingerprintOf(args.key),
  identity: { within: [], by: ["key"] },
  costs: "nothing",
  replacement: {
    holdsOne: "Fornex may refuse a second key with the same content (unverified).",
    deleteBeforeReplace: (state, args) =>
      args.key !== undefined && fingerprintOf(args.key) === fingerprintOf(state.key),
  },

  idOf,
  importId: {
    form: "the key's number",
    example: "12",
    parse: (text) => (/^\d+$/.test(text) ? { id: canonicalNumber(text), args: {} } : undefined),
  },
  inventory: { imports: ({ key, title }) => ({ key, title }) },
  list: (_args, cx, fresh) => listKeys(cx, fresh),
  keysOf: ({ key }) => [fingerprintOf(key)],
  create: (args, cx) =>
    addKey(
      {
        title: args.title.trim(),
        key: args.key.trim(),
        ...(args.default === undefined ? {} : { default: args.default }),
      },
      cx,
    ),
  find: async (id, _state, cx) => (await listKeys(cx)).byId(id),
  observe: (key) => ({
    keyId: key.id,
    fingerprint: fingerprintOf(key.key),
    currentTitle: key.title ?? null,
    currentDefault: key.default ?? null,
  }),
  // There is nothing that an update could call.
  reconcile: async () => {},
  remove: (id, _state, _key, cx) => removeKey(Number(id), cx),
});
