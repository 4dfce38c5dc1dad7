import { z } from "zod";
import { VpsError } from "../../errors/vpsError";
import { orderId } from "../../hosters/fornex/orderId";
import { IS_ID } from "../../lifecycle/common";
import { defineResource } from "../../lifecycle/contract";
import { PASSWORD, RESTART } from "../../lifecycle/triggers";
import { lackingIn } from "./apiVersion";
import { canonicalTags, filledText, tagList } from "./tags";
import { findVps, idOf, isOver, listVps, type Vps, withoutMachine } from "./vpses";
import { matchPassword, matchPower, matchSettings, matchTrigger, resume } from "./vpsSteps";

/** Arguments of a VPS that was ordered at Fornex. Order and cancel it in Fornex's panel. */
export interface FornexVpsArgs {
  /** Number of the order, such as `34-177054`. It is also the resource's id, which Pulumi stores in plain text, so it cannot be a secret. */
  orderId: string;
  /** Name of the order, 1 to 64 characters; surrounding spaces are ignored. API version 0.1 cannot change it. If omitted, it is not managed. */
  name?: string;
  /** Tags of the order, in any order; surrounding spaces are ignored. API version 0.1 cannot set them. If omitted, it is not managed. */
  tags?: string[];
  /** Power state of the VPS: `on` or `off`. If omitted, it is not managed. */
  powerState?: "on" | "off";
  /**
   * Any string. When it changes, the VPS restarts; a stopped VPS only records the new string. If a run is killed during a
   * restart, the next run restarts the VPS again, because Fornex shows no sign of a restart.
   */
  restartTrigger?: string;
  /** How to restart: `graceful` asks the system, `hard` resets the machine. Default: `graceful`. */
  restartMode?: "graceful" | "hard";
  /**
   * Any string. Fornex sets a new root password when the resource is created with it, and each time it changes. The output
   * `rootPassword` shows the password. A version that is added to an existing resource is only recorded. Setting a password may
   * require that the VPS runs (unverified). If a run is killed during the reset, the next run sets another password, because
   * the first one is not known.
   */
  rootPasswordVersion?: string;
}

/** State of a VPS: its arguments as the hoster shows them, and its outputs. */
export interface FornexVpsState extends FornexVpsArgs {
  /** Status of the order as Fornex reports it: `active`, `expired`, `blocked`, …, or an undocumented one. */
  status: string;
  /** Host name; empty if there is none. */
  hostname: string;
  /** IP addresses of the VPS; empty if Fornex shows none. */
  ipAddresses: string[];
  /** Name of the tariff of the order; empty if Fornex shows none. */
  tariff: string;
  /** End of the paid term, as Fornex writes it (no time zone); empty if it shows none. */
  expiresAt: string;
  /** Root password of the last reset that succeeded (secret). */
  rootPassword?: string;
  /** Password of a last reset that did not succeed (secret). Either this one or `rootPassword` opens the VPS. */
  rootPasswordTried?: string;
  /**
   * Result of the last reset. `set`: it succeeded. `failed`: its job ended in error, and the next run resets again. `unknown`:
   * its answer or its log entry was lost, so `rootPassword` may no longer open the VPS, and only a new `rootPasswordVersion`
   * resets.
   */
  rootPasswordStatus?: "set" | "failed" | "unknown";
}

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
  unsupported: (hosters) => lackingIn(hosters, { name: "orderName", tags: "tags" }),
  canonical: ({ name, tags, ...rest }) => ({
    ...rest,
    ...(name === undefined ? {} : { name: name.trim() }),
    ...(tags === undefined ? {} : { tags: canonicalTags(tags) }),
  }),
  naturalKey: (args) => args.orderId,
  identity: { within: [], by: ["orderId"] },
  costs: "nothing",
  manages: "existing",

  idOf,
  list: (_args, cx, fresh) => listVps(cx, fresh),
  keysOf: ({ order }) => [order.id],
  create: async () => {
    throw new VpsError("refused", "A VPS is ordered in Fornex's panel, never here.");
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
      text: `${withoutMachine(vps)}, so what the stack says of its power is what was last known. See to the order in Fornex's panel.`,
    },
  // Nothing of it has been applied yet: it acts at create.
  atStart: ({ power }) => ({
    rootPasswordVersion: undefined,
    ...(power === "on" || power === "off" ? {} : { powerState: undefined }),
  }),
  isDone: (vps, _state, { pending }) => isOver(vps, pending),
  sync: async (work) => {
    await resume(work);
    await matchSettings(work);
    // A password may be set on a running machine only.
    const isStarted = work.args.powerState === "on" && (await matchPower(work, "on"));
    await matchPassword(work);
    if (work.args.powerState === "off") await matchPower(work, "off");
    await matchTrigger(work, isStarted);
  },
  remove: async () => {},
});
