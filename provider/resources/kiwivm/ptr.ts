import { z } from "zod";
import type { ServiceInfo } from "../../clients/kiwivm/schemas";
import { isHttp } from "../../errors/httpError";
import { VpsError } from "../../errors/vpsError";
import type { integer } from "../../integer";
import type { Context } from "../../lifecycle/context";
import { defineResource, type StateOf } from "../../lifecycle/contract";
import { Crowd } from "../../lifecycle/crowd";
import type { Work } from "../../lifecycle/work";
import { canonicalIp, canonicalPtr, ipProblem, isAmong, prefixOf, ptrProblem } from "./addresses";
import { canonicalVeid, machineInfo, machineInfoSince, veidIn, whenUnlocked } from "./machines";
import { veid } from "./veid";

/** Whether a PTR shows at once is not documented (unverified). */
const SHOWN_SECONDS = 300;

/** Arguments of the PTR (reverse DNS) of one address of a KiwiVM machine. */
export interface KiwiPtrArgs {
  /** The machine's VEID, as KiwiVM's panel shows it. Part of the resource's id, so it cannot be a secret. */
  veid: string | integer;
  /**
   * An address of the machine; for IPv6 any one of its /64. Part of the resource's id, so it cannot be a secret. KiwiVM may keep
   * a single PTR for a whole /64 (unverified); declare only one there then.
   */
  ip: string;
  /** Host name the address resolves to, such as `mail.example.com`. */
  ptr: string;
}

/** State of a PTR: its arguments as KiwiVM shows them, and its outputs. */
export interface KiwiPtrState extends KiwiPtrArgs {
  /**
   * What the address resolved to before; put back when the resource is destroyed. `""` for nothing, and where it was ours
   * already: KiwiVM keeps no earlier value, so after a run that was killed, or a renamed resource without `aliases`, what
   * was there before is not known any more, and destroying the resource takes the PTR off.
   */
  previousPtr: string;
  /** The address under which KiwiVM shows the PTR: an IPv6 one perhaps under its /64 (unverified). */
  shownUnder: string;
  /** What this program set: one name, or two while it is unknown which one counts. */
  ours: string[];
}

/** The PTR of one address as KiwiVM shows it. */
export interface Ptr {
  veid: string;
  ip: string;
  shownUnder: string;
  /** `""` for none. */
  ptr: string;
}

const problemOf = (find: (text: string) => string | undefined) =>
  z.string().superRefine((text, context) => {
    const message = find(text);
    if (message) context.addIssue({ code: "custom", message });
  });

/** Shape of the arguments; a test keeps it equal to their interface. */
export const kiwiPtrSchema = z.object({ veid, ip: problemOf(ipProblem), ptr: problemOf(ptrProblem) });

/**
 * A setting: there is nothing to create or to delete, so there is no `adopt` either. Creating it overwrites what was
 * there and remembers that; deleting it puts that back, if the address still resolves to what we set.
 *
 * Endpoints: getServiceInfo and setPTR (seed 001).
 */
export const kiwiPtr = defineResource<KiwiPtrArgs, KiwiPtrState, Ptr>({
  name: "KiwiPtr",
  hoster: "kiwivm",
  machine: veidIn,
  schema: kiwiPtrSchema,
  arguments: {
    veid: { role: "control", reason: "addresses the machine", replaces: true },
    ip: { role: "control", reason: "addresses the setting", replaces: true },
    ptr: { role: "drift" },
  },
  canonical: ({ veid, ip, ptr }) => ({
    ...canonicalVeid(veid),
    ...(ip === undefined ? {} : { ip: canonicalIp(ip) }),
    ...(ptr === undefined ? {} : { ptr: canonicalPtr(ptr) }),
  }),
  naturalKey: (args) => idOf(veidIn(args) ?? "", args.ip),
  costs: "nothing",

  idOf: ({ veid, ip }) => idOf(veid, ip),
  list: async () => [],
  matches: () => false,
  // Nothing is sent here: `sync` sets the PTR once it is recorded what was there before.
  create: async (args, cx) => {
    const machine = veidIn(args) ?? "";
    const ip = canonicalIp(args.ip);
    return shownPtr(machine, ip, ip, await settableMachine(cx, machine, ip));
  },
  find: async (_id, state, cx) => {
    const machine = veidIn(state) ?? "";
    const info = await machineInfo(cx, machine);
    if (!isAmong(state.ip, info.ip_addresses)) return undefined;
    return shownPtr(machine, canonicalIp(state.ip), state.shownUnder, info);
  },
  observe: ({ ptr, shownUnder }) => ({ ptr, shownUnder }),
  atStart: ({ ptr }) => ({ previousPtr: ptr, ours: [] }),
  sync: async (work) => {
    // After a lost answer the stack may show the other of the two.
    if (work.state.ours.length > 1) work.observe(await shownNow(work));
    if (work.differs("ptr")) return apply(work);
    if (work.state.ours.length === 0) work.keep({ previousPtr: "" });
    work.keep({ ours: [work.args.ptr] });
  },
  remove: (_id, state, shown, cx) => putBack(state, shown, cx),
});

function idOf(veid: string, ip: string): string {
  return `${veid}/${canonicalIp(ip)}`;
}

function shownPtr(veid: string, ip: string, shownUnder: string, info: ServiceInfo): Ptr {
  return { veid, ip, shownUnder, ptr: ptrOf(shownUnder, info) };
}

/** Null, "" and missing all mean that there is none. */
function ptrOf(ip: string, { ptr }: ServiceInfo): string {
  return Object.entries(ptr).find(([own, value]) => canonicalIp(own) === ip && value !== "")?.[1] ?? "";
}

/** KiwiVM's own refusals are not documented, so what it would refuse is looked for first. */
async function settableMachine(cx: Context, veid: string, ip: string): Promise<ServiceInfo> {
  const info = await machineInfo(cx, veid);
  if (!info.rdns_api_available) {
    throw new VpsError(
      "refused",
      `KiwiVM takes no PTRs by API for machine ${veid} (rdns_api_available is false). Ask BandwagonHost's support.`,
    );
  }
  if (isAmong(ip, info.ip_addresses)) return info;
  throw new VpsError(
    "refused",
    `${ip} is no address of machine ${veid}; KiwiVM lists ${info.ip_addresses.join(", ")}.`,
  );
}

async function shownNow({ state, cx }: Work<KiwiPtrArgs, KiwiPtrState, Ptr>): Promise<Ptr> {
  const machine = veidIn(state) ?? "";
  return shownPtr(machine, canonicalIp(state.ip), state.shownUnder, await machineInfo(cx, machine, true));
}

async function apply(work: Work<KiwiPtrArgs, KiwiPtrState, Ptr>): Promise<void> {
  const { args, cx } = work;
  const machine = veidIn(args) ?? "";
  const ip = canonicalIp(args.ip);
  const before = await settableMachine(cx, machine, ip);
  // Recorded before it is sent: whatever becomes of the answer, both are ours.
  work.keep({ ours: [...work.state.ours, args.ptr] });
  const shownUnder = await set(cx, machine, ip, args.ptr);
  const isUnderPrefix = shownUnder !== ip && work.state.shownUnder === ip;
  work.keep({
    ptr: args.ptr,
    ours: [args.ptr],
    shownUnder,
    ...(isUnderPrefix ? { previousPtr: ptrOf(shownUnder, before) } : {}),
  });
}

/** Sets the PTR, and waits until KiwiVM shows it; tells under which address. */
async function set(cx: Context, veid: string, ip: string, ptr: string): Promise<string> {
  const setters = settersOf(cx, veid);
  const setAt = await setters.join(async () => {
    await whenUnlocked(cx, veid, () => cx.hosters.kiwivm(veid).client.setPtr(ip, canonicalPtr(ptr)));
    return performance.now();
  });
  await setters.gone();
  return awaitShown(cx, veid, ip, ptr, setAt);
}

/** Those who set PTRs of the machine right now: one look afterwards does for all of them. */
function settersOf(cx: Context, veid: string): Crowd {
  return cx.shared(`kiwivm PTRs of ${veid}`, () => new Crowd());
}

async function awaitShown(cx: Context, veid: string, ip: string, ptr: string, setAt: number): Promise<string> {
  const places = [ip, prefixOf(ip)].filter((place) => place !== undefined);
  const shown = await cx.waitFor({
    what: "KiwiVM to show the new PTR",
    usuallyWithin: SHOWN_SECONDS,
    look: async () => {
      // What another one saw half a pause ago will do.
      const since = Math.max(setAt, performance.now() - 500 * cx.pollSeconds);
      const info = await machineInfoSince(cx, veid, since);
      return places.find((place) => canonicalPtr(ptrOf(place, info)) === canonicalPtr(ptr));
    },
    done: (place) => place !== undefined,
    words: (place) => (place === undefined ? "KiwiVM does not show the new PTR yet" : undefined),
  });
  return shown ?? ip;
}

/** Only what is still ours is put back. */
async function putBack(state: StateOf<KiwiPtrState>, shown: Ptr, cx: Context): Promise<void> {
  const current = canonicalPtr(shown.ptr);
  if (!state.ours.map(canonicalPtr).includes(current)) {
    cx.report("the address resolves to something that this program did not set; let go without a change");
    return;
  }
  if (current === canonicalPtr(state.previousPtr)) return;
  try {
    await set(cx, shown.veid, shown.ip, state.previousPtr);
  } catch (error) {
    if (!isHttp(error, "refused")) throw error;
    cx.report(`warning: the PTR stays as it is. ${error.message}`);
  }
}
