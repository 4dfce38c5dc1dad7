import { z } from "zod";

const IGNORABLE = [
  "setHostname",
  "setPTR",
  "snapshot/toggleSticky",
  "start",
  "stop",
  "kill",
  "reinstallOS",
  "migrate/start",
] as const;

/** A call that can be ignored. */
export type KiwivmIgnorable = (typeof IGNORABLE)[number];

/** Where nobody has seen what KiwiVM does, a switch decides; the defaults are harder on a client. */
export interface KiwivmSwitches {
  /**
   * An old node shows `node_ip` and IPv6 addresses, a new one `vm_type`, `downloadLinkSSL` and a whole /64 [kiwivm 1.3].
   * With an old one goes the seed's edition of the API: `ipv6/add` answers `ip` instead of `assigned_subnet`, reinstallOS
   * and migrate/start answer nothing [S1; kiwivm 1.5].
   */
  nodeAge: "new" | "old";
  /** A /64 is listed as the bare prefix, as in real replies, or with "/64" behind, as in tests [kiwivm 1.3]. */
  ipv6Form: "bare" | "with-length";
  /** How `ipv6/add` spells a /64, whatever the list shows [kiwivm 1.5, contradictory]. */
  assignedForm: "with-length" | "bare";
  /**
   * What a new node answers a machine that has a /64 already, within what its plan allows: another one, or again the one it
   * has, and then nothing is assigned (unverified). The second one is for tests; no hoster promises that.
   */
  furtherSubnet: "another" | "same";
  /** The PTR of an address inside a /64 is shown under that address, or under the prefix [kiwivm 1.8, not found]. */
  ipv6PtrKey: "address" | "subnet";
  /** How PTRs come back: as they were sent, in lower case, with or without the last dot [kiwivm 1.8, not found]. */
  ptrSpelling: "as-sent" | "lower" | "dot" | "no-dot";
  /** An address without PTR: null for IPv4 and "" for IPv6, or no entry [kiwivm 1.8]. */
  unsetPtr: "null-and-empty" | "missing";
  /** An empty `ptr` is refused, or clears the PTR [kiwivm 1.8, contradictory]. */
  emptyPtr: "refused" | "accepted";
  /** A new PTR shows up at once, or `ptrSeconds` later [kiwivm 1.8, not found]. */
  ptrShown: "at-once" | "later";
  /** How the list shows descriptions [kiwivm 1.7]. */
  descriptions: "base64" | "plain";
  /** `snapshot/list` of a locked machine [kiwivm 1.6, unknown]. */
  lockedList: "refused" | "answered";
  /** `getServiceInfo` and `getLiveServiceInfo` of a locked machine [kiwivm 1.6, unknown]. */
  lockedInfo: "refused" | "answered";
  /** `getAvailableOS` and the usage of a locked machine [kiwivm 1.6, unknown]. */
  lockedReads: "refused" | "answered";
  /** Starting what runs, stopping what does not: an error, or nothing happens [kiwivm 1.2, claimed]. */
  needlessPower: "refused" | "ignored";
  /** `ve_status` in lower case, as in real replies, or with a capital, as on the help page [kiwivm 1.3]. */
  veStatus: "lower" | "capital";
  /** `basicShell/cd` to a directory that is missing stays where it was, or is an error [S1, unknown]. */
  missingDirectory: "stays" | "error";
  /** `basicShell/cd` answers all that the command "pwd" prints, or the path alone [S1, open]. */
  pwdEnd: "newline" | "none";
  /** A deleted snapshot stays listed for `deleteSeconds` (true) or is gone at once (false) [kiwivm 1.5, inferred]. */
  lingeringDelete: boolean;
  /** `purgesIn` of a sticky snapshot: 0, or what it would be without [kiwivm 1.7, not found]. */
  stickyPurgesIn: "zero" | "counts";
  /** Snapshots made from now on never show up in the list. For tests of waiting; no hoster promises that. */
  neverListed: boolean;
  /** A request above the budget: a reset connection, silence, a 429, or an error in the body [kiwivm 1.4, not found]. */
  overLimit: "reset" | "hang" | "429" | "error";
  /** `getRateLimitStatus` itself costs a point (true) or not (false) [kiwivm 1.4, claimed]. */
  statusCostsPoint: boolean;
  /**
   * `getAuditLog`: its numbers are numbers in newer answers, the default, and were texts in older ones [kiwivm 1.3]; or the call
   * is unknown, as in the seed's edition of the API.
   */
  auditLog: "numbers" | "texts" | "absent";
  /** JSON types as in real replies; or loose: numbers as text, booleans as 0 and 1, `size` as a number [kiwivm 1.2, 1.11]. */
  types: "real" | "loose";
  /** Calls that are answered as ever and not carried out. For tests; no hoster promises that. */
  ignores: KiwivmIgnorable[];
}

export const switchesSchema = z.strictObject({
  nodeAge: z.enum(["new", "old"]).default("new"),
  ipv6Form: z.enum(["bare", "with-length"]).default("bare"),
  assignedForm: z.enum(["with-length", "bare"]).default("with-length"),
  furtherSubnet: z.enum(["another", "same"]).default("another"),
  ipv6PtrKey: z.enum(["address", "subnet"]).default("address"),
  ptrSpelling: z.enum(["as-sent", "lower", "dot", "no-dot"]).default("as-sent"),
  unsetPtr: z.enum(["null-and-empty", "missing"]).default("null-and-empty"),
  emptyPtr: z.enum(["refused", "accepted"]).default("refused"),
  ptrShown: z.enum(["at-once", "later"]).default("at-once"),
  descriptions: z.enum(["base64", "plain"]).default("base64"),
  lockedList: z.enum(["refused", "answered"]).default("refused"),
  lockedInfo: z.enum(["refused", "answered"]).default("refused"),
  lockedReads: z.enum(["refused", "answered"]).default("refused"),
  needlessPower: z.enum(["refused", "ignored"]).default("refused"),
  veStatus: z.enum(["lower", "capital"]).default("lower"),
  missingDirectory: z.enum(["stays", "error"]).default("stays"),
  pwdEnd: z.enum(["newline", "none"]).default("newline"),
  lingeringDelete: z.boolean().default(true),
  stickyPurgesIn: z.enum(["zero", "counts"]).default("zero"),
  neverListed: z.boolean().default(false),
  overLimit: z.enum(["reset", "hang", "429", "error"]).default("reset"),
  statusCostsPoint: z.boolean().default(true),
  auditLog: z.enum(["numbers", "texts", "absent"]).default("numbers"),
  types: z.enum(["real", "loose"]).default("real"),
  ignores: z.array(z.enum(IGNORABLE)).default([]),
}) satisfies z.ZodType<KiwivmSwitches>;
