import { z } from "zod";
import { VpsError } from "../../errors/vpsError";
import { orderId, orderImportId } from "../../hosters/fornex/orderId";
import { IS_ID } from "../../lifecycle/commonArguments";
import { defineResource } from "../../lifecycle/contract";
import { PASSWORD, RESTART } from "../../lifecycle/reconcile/triggers";
import { lackingIn } from "./apiVersion";
import { canonicalTags, filledText, tagList } from "./tags";
import { findVps, idOf, isOver, listVps, type Vps, withoutMachine } from "./vpsCalls";
import type { FornexVpsArgs, FornexVpsState } from "./vpsModel";
import { matchPassword, matchPower, matchSettings, matchTrigger, resume } from "./vpsSteps";

/** Shape of the arguments; a test keeps it equal to their interface. */
export const fornexVpsSchema = z.object({
  orderId,
  name: filledText.max(64, "must have at most 64 characters").optional(),
  tags: tagList.optional(),
  powerState: z.enum(["on", "off"]).optional(),
  restartTrigger: z.string().optional(),
  restartMode: z.enum(["graceful", "hard"]).optional(),
  rootPasswordVersion: z.string().optional(),
});

/**
 * Endpoints: GET /orders/vps/, PATCH /orders/{order_id}/, GET /vps/{order_id}/status/, POST start/, stop/, restart/,
 * hard_reset/ and passwd_reset/, GET log_details/{log_id}/; in API version 0.1 GET /orders/list and
 * /vps/<action>/{order_id}/.
 */
export const fornexVps = defineResource<FornexVpsArgs, FornexVpsState, Vps>({
  name: "FornexVps",
  hoster: "fornex",
  noun: "VPS",
  schema: fornexVpsSchema,
  arguments: {
    orderId: { role: "control", reason: "is which order is meant", replaces: true, nonSecret: IS_ID },
    name: { role: "drift" },
    tags: { role: "drift" },
    powerState: { role: "drift" },
    restartTrigger: {
      role: "control",
      reason: "a restart leaves nothing at Fornex to compare with",
      foretells: RESTART,
    },
    restartMode: { role: "control", reason: "says how a restart is done" },
    rootPasswordVersion: {
      role: "control",
      reason: "Fornex does not show when or to what a password was set",
      foretells: PASSWORD,
    },
  },
  outputs: {
    status: {},
    hostname: { steady: true },
    ipAddresses: { steady: true },
    tariff: { steady: true },
    expiresAt: { steady: true },
    rootPassword: { secret: true },
    rootPasswordTried: { secret: true },
    rootPasswordStatus: {},
  },
  availability: { unsupported: (hosters) => lackingIn(hosters, { name: "orderName", tags: "tags" }) },
  canonical: ({ name, tags, ...rest }) => ({
    ...rest,
    ...(name === undefined ? {} : { name: name.trim() }),
    ...(tags === undefined ? {} : { tags: canonicalTags(tags) }),
  }),
  naturalKey: (args) => args.orderId,
  identity: { within: [], by: ["orderId"] },
  costs: "nothing",
  managementPolicy: "existing",

  idOf,
  importId: orderImportId,
  list: (_args, cx, fresh) => listVps(cx, fresh),
  keysOf: ({ order }) => [order.id],
  create: async () => {
    throw new VpsError("refused", "This package never orders a VPS. Order one in Fornex's panel.");
  },
  find: (id, _state, cx, { pending }) => findVps(id, pending?.job, cx),
  observe: ({ order, power }) => ({
    orderId: order.id,
    name: order.name ?? null,
    ...(order.tags === undefined ? {} : { tags: order.tags }),
    ...(power === "on" || power === "off" ? { powerState: power } : {}),
    status: order.status,
    hostname: order.hostname ?? "",
    ipAddresses: order.ipaddress_set ?? [],
    tariff: order.tariff ?? "",
    expiresAt: order.expiration_date ?? "",
  }),
  notice: (vps) =>
    vps.machineless && {
      level: "warning",
      text: `${withoutMachine(vps)}, so the stack keeps the power state that was last known. Check the order in Fornex's panel.`,
    },
  // Nothing of it has been applied yet: it acts at create.
  start: ({ power }) => ({
    known: {
      rootPasswordVersion: undefined,
      ...(power === "on" || power === "off" ? {} : { powerState: undefined }),
    },
  }),
  isDone: (vps, _state, { pending }) => isOver(vps, pending),
  reconcile: async (reconciler) => {
    await resume(reconciler);
    await matchSettings(reconciler);
    // A password may be set on a running machine only.
    const isStarted = reconciler.args.powerState === "on" && (await matchPower(reconciler, "on"));
    await matchPassword(reconciler);
    if (reconciler.args.powerState === "off") await matchPower(reconciler, "off");
    await matchTrigger(reconciler, isStarted);
  },
  remove: async () => {},
});
