import { z } from "zod";

/** What can be ignored: fields of a server, and power actions. */
const IGNORABLE = ["name", "hostname", "backups_enabled", "plan_id", "os_id", "location", "start", "stop"] as const;
export type VpsorgIgnorable = (typeof IGNORABLE)[number];

/** Where VPS.org's documents leave a question open, a switch decides. The defaults are harder on a client. */
export interface VpsorgSwitches {
  /**
   * Whether `GET /servers/` has pages: the documents show none, the vendor's client sends `page` and `page_size`
   * (20, at most 100), and whether `count` is the total is open [vpsorg.md 11].
   * "paged": pages, `count` is the total. "paged-own-count": pages, `count` is the length of the page.
   * "whole": everything at once.
   */
  lists: "paged" | "paged-own-count" | "whole";
  /** New servers get a UUID text as id (the vendor's client) instead of an integer (the documents) [vpsorg.md 10]. */
  uuidIds: boolean;
  /** A deleted server stays listed as "deleting" for 30 seconds (true) or is gone at once (false) [unverified]. */
  lingeringDelete: boolean;
  /** What PUT and PATCH answer with their 200: the body is not shown anywhere [vpsorg.md 3]. "server" is GET's form. */
  updateAnswer: "empty" | "server";
  /** A name that another server already has is refused with 400 (true) or accepted (false) [vpsorg.md 3, not stated]. */
  uniqueNames: boolean;
  /** Names and host names are kept in lower case, or as they were sent [unverified: vpsorg.md says nothing of case]. */
  nameCase: "lower" | "as-sent";
  /** A suspended server refuses start with 400 (true) or starts (false) [vpsorg.md 3, unknown]. */
  suspendedRefusesStart: boolean;
  /**
   * Starting a server that runs is refused with 400 (true) or starts it (false): the documents list the 400, but their
   * example starts one that all their other examples show as active [S4].
   */
  activeRefusesStart: boolean;
  /** The addresses are there while the status is still "provisioning" (true) or come with "active" (false) [unverified]. */
  earlyAddress: boolean;
  /** The hostname of a server created without one: null, or its name [vpsorg.md 3, unknown]. */
  omittedHostname: "null" | "name";
  /**
   * An `Accept` that does not allow JSON is refused with 406, as by Django REST framework, or not looked at. That VPS.org is built
   * on it is inferred [vpsorg.md 12].
   */
  accept: "strict" | "ignored";
  /** A write without its last slash is redirected like a read (true), or a 404 (false) [vpsorg.md 0, not stated]. */
  redirectWrites: boolean;
  /** Servers created from now on never leave "provisioning". For tests of waiting; no hoster promises that. */
  neverReady: boolean;
  /**
   * When PUT and PATCH take effect: at once, or some seconds later, until when the old values are shown. For tests of waiting; no
   * document tells of that.
   */
  settingsShown: "at-once" | "later";
  /**
   * Fields that are accepted and not carried out: PUT and PATCH leave them as they are, and a new server gets what it would get
   * without them, or the first plan, system or location there is; and actions that are accepted and do nothing. For tests; no
   * hoster promises that.
   */
  ignores: VpsorgIgnorable[];
}

export const switchesSchema = z.strictObject({
  lists: z.enum(["paged", "paged-own-count", "whole"]).default("paged"),
  uuidIds: z.boolean().default(false),
  lingeringDelete: z.boolean().default(true),
  updateAnswer: z.enum(["empty", "server"]).default("empty"),
  uniqueNames: z.boolean().default(false),
  nameCase: z.enum(["lower", "as-sent"]).default("lower"),
  suspendedRefusesStart: z.boolean().default(true),
  activeRefusesStart: z.boolean().default(true),
  earlyAddress: z.boolean().default(true),
  omittedHostname: z.enum(["null", "name"]).default("null"),
  accept: z.enum(["strict", "ignored"]).default("strict"),
  redirectWrites: z.boolean().default(true),
  neverReady: z.boolean().default(false),
  settingsShown: z.enum(["at-once", "later"]).default("at-once"),
  ignores: z.array(z.enum(IGNORABLE)).default([]),
}) satisfies z.ZodType<VpsorgSwitches>;
