import type { integer } from "../../integer";

/** Arguments of the PTR (reverse DNS) of one address of a KiwiVM machine. */
export interface KiwiPtrArgs {
  /** The machine's VEID, as KiwiVM's panel shows it. It is part of the resource's id, so it cannot be a secret. */
  veid: string | integer;
  /**
   * Address of the machine; for IPv6, any address of its /64. It is part of the resource's id, so it cannot be a secret. KiwiVM
   * may keep a single PTR for a whole /64 (unverified). If it does, declare only one there.
   */
  ip: string;
  /** Host name to which the address resolves, such as `mail.example.com`. */
  ptr: string;
}

/** State of a PTR: its arguments as KiwiVM shows them, and its outputs. */
export interface KiwiPtrState extends KiwiPtrArgs {
  /**
   * Host name to which the address resolved before. Destroying the resource restores it. It is `""` if there was none, or if
   * the PTR was already this one: KiwiVM keeps no earlier value, so after a run that was killed the earlier PTR is no longer
   * known, and destroying the resource removes the PTR. The same holds after a rename without `aliases`, and after a
   * replacement of the same address without `deleteBeforeReplace`. Under `pulumi up --refresh` the value is kept there;
   * otherwise a line of the output says what it was.
   */
  previousPtr: string;
  /** The address under which KiwiVM shows the PTR: an IPv6 one perhaps under its /64 (unverified). */
  shownUnder: string;
  /** Host names that this program set: one, or two while it is unknown which of them counts. */
  ours: string[];
}
