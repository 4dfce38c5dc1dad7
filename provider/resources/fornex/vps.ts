import { z } from "zod";
import { VpsError } from "../../errors/vpsError";
import { orderId } from "../../hosters/fornex/orderId";
import { IS_ID } from "../../lifecycle/common";
import { defineResource } from "../../lifecycle/contract";
import { PASSWORD, RESTART } from "../../lifecycle/triggers";
import { lackingIn } from "./apiVersion";
import { canonicalTags, filledText, tagList } from "./tags";
import { findVps, isOver, listVps, type Vps, withoutMachine } from "./vpses";
import { matchPassword, matchPower, matchSettings, matchTrigger, resume } from "./vpsSteps";

/** Arguments of a VPS that was ordered at Fornex. It is never bought or cancelled here: that is done in Fornex's panel. */
export interface FornexVpsArgs {
  /** Number of the order, such as `34-177054`. It is also the resource's id, which Pulumi stores in plain text, so it cannot be a secret. */
  orderId: string;
  /**
   * Name of the order, 1 to 64 characters; space around it does not count. API version 0.1 cannot change it. Left out:
   * not managed.
   */
  name?: string;
  /**
   * Tags of the order, in any order; space around them does not count. API version 0.1 cannot set them. Left out: not
   * managed.
   */
  tags?: string[];
  /** Whether the VPS runs: `on` or `off`. Left out: not managed. */
  powerState?: "on" | "off";
  /**
   * Any text; when it changes, the VPS is restarted (a stopped one only records the new text). After a run that was killed in
   * between it is restarted once more, since Fornex shows no sign of a restart.
   */
  restartTrigger?: string;
  /** How a restart is done: `graceful` asks the system, `hard` resets the machine. Default: `graceful`. */
  restartMode?: "graceful" | "hard";
  /**
   * Any text. Given when the resource is created, and whenever it changes after that, Fornex sets a new root password, which
   * becomes the output `rootPassword`. Given later for the first time it is only recorded. Setting one may need a VPS that
   * runs (unverified). A run that was killed in between sets another one, since only that can be known.
   */
  rootPasswordVersion?: string;
}

/** State of a VPS: its arguments as the hoster shows them, and its outputs. */
export interface FornexVpsState extends FornexVpsArgs {
  /** Status of the order in Fornex's word: `active`, `expired`, `blocked`, …, or one nobody documented. */
  status: string;
  /** Host name; empty where there is none. */
  hostname: string;
  /** IP addresses of the VPS; empty where Fornex shows none. */
  ipAddresses: string[];
  /** Name of the tariff it was ordered with; empty where Fornex shows none. */
  tariff: string;
  /** End of the paid term, as Fornex writes it (no time zone); empty where it shows none. */
  expiresAt: string;
  /** Root password of the last reset that succeeded (secret). */
  rootPassword?: string;
  /** Password of a last reset that did not end well (secret): it or `rootPassword` opens the VPS. */
  rootPasswordTried?: string;
  /**
   * What is known of the last reset: `set`; `failed`: its job ended in error, and the next run resets again; `unknown`: its
   * answer or its log entry got lost, so `rootPassword` may not open the VPS any more, and only a new `rootPasswordVersion` resets.
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

  idOf: ({ order }) => order.id,
  list: (_args, cx, fresh) => listVps(cx, fresh),
  matches: ({ order }, args) => order.id === args.orderId,
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
