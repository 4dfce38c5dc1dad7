import { z } from "zod";
import { canonicalName, isFullName } from "../../dnsName";
import { isHttp } from "../../errors/httpError";
import { VpsError } from "../../errors/vpsError";
import { canonicalVeid, machineInfo, machineOf, veidIn } from "../../hosters/kiwivm/machines";
import { veid } from "../../hosters/kiwivm/veid";
import { IS_PART_OF_ID } from "../../lifecycle/commonArguments";
import { defineResource } from "../../lifecycle/contract";
import type { Reconciler } from "../../lifecycle/reconcile/reconciler";
import { ignored } from "../../lifecycle/reconcile/taken";
import { isOurs } from "../../lifecycle/record";
import type { Context } from "../../lifecycle/runtime/context";
import { objectKey } from "../../lifecycle/runtime/keys";
import { canonicalIp, ipProblem, isAmong } from "./addresses";
import { addressId, addressImportId } from "./addressId";
import { previousPtrs, tellPrevious } from "./previousPtrs";
import { allPtrs, type Ptr, placeOf, placesOf, ptrOf, setPtr, settableMachine, shownPtr } from "./ptrCalls";
import type { KiwiPtrArgs, KiwiPtrState } from "./ptrModel";

/** Shape of the arguments; a test keeps it equal to their interface. */
export const kiwiPtrSchema = z.object({
  veid,
  ip: z.string().superRefine((ip, context) => {
    const message = ipProblem(ip);
    if (message) context.addIssue({ code: "custom", message });
  }),
  ptr: z.string().refine((ptr) => isFullName(ptr, "name"), "must be a full host name, such as host.example.com"),
});

/**
 * A setting: there is nothing to create or to delete, so there is no `adopt` either. Creating it overwrites what was
 * there and remembers that; deleting it puts that back, if the address still resolves to what we set.
 *
 * Endpoints: getServiceInfo and setPTR (seed 001).
 */
export const kiwiPtr = defineResource<KiwiPtrArgs, KiwiPtrState, Ptr>({
  name: "KiwiPtr",
  hoster: "kiwivm",
  noun: "PTR",
  machine: veidIn,
  schema: kiwiPtrSchema,
  arguments: {
    veid: { role: "control", reason: "addresses the machine", replaces: true, nonSecret: IS_PART_OF_ID },
    ip: { role: "control", reason: "addresses the setting", replaces: true, nonSecret: IS_PART_OF_ID },
    ptr: { role: "drift" },
  },
  outputs: { previousPtr: { secret: true }, shownUnder: {}, ours: { secret: true } },
  canonical: ({ veid, ip, ptr }) => ({
    ...canonicalVeid(veid),
    ...(ip === undefined ? {} : { ip: canonicalIp(ip) }),
    ...(ptr === undefined ? {} : { ptr: canonicalName(ptr) }),
  }),
  naturalKey: (args) => addressId(machineOf(args), args.ip),
  identity: { within: ["veid"], by: ["ip"] },
  costs: "nothing",
  diesWith: { argument: "ip", kind: "KiwiIpv6", ids: parents },

  idOf: ({ veid, ip }) => addressId(veid, ip),
  importId: addressImportId,
  inventory: {
    all: allPtrs,
    imports: ({ ptr }) => (ptr === "" ? undefined : { ours: [ptr], previousPtr: "" }),
  },
  list: async () => [],
  keysOf: () => [],
  setting: { present, knowsOwn: (state, { ptr }) => ptr === undefined || isSetByUs(state, ptr) },
  // Nothing is sent here: `reconcile` sets the PTR once it is recorded what was there before.
  create: present,
  find: async (id, state, cx, internal) => {
    const machine = machineOf(state);
    const info = await machineInfo(cx, machine);
    if (isOurs(internal)) previousPtrs(cx).remember(id, internal.owner, state.previousPtr);
    if (!isAmong(state.ip, info.ip_addresses)) return undefined;
    const ip = canonicalIp(state.ip);
    // What is only looked up has no state that knows it.
    return shownPtr(machine, ip, state.shownUnder ?? placeOf(ip, info), info);
  },
  observe: ({ ptr, shownUnder }) => ({ ptr, shownUnder }),
  start: ({ ptr }) => ({ known: { previousPtr: ptr, ours: [] } }),
  reconcile: async (reconciler) => {
    // After a lost answer the stack may show the other of the two.
    if (reconciler.state.ours.length > 1) reconciler.observe(await shownNow(reconciler));
    if (reconciler.state.ours.length === 0)
      reconciler.keep({ previousPtr: previousOf(reconciler, reconciler.state.previousPtr) });
    if (reconciler.differs("ptr")) await apply(reconciler);
    else reconciler.keep({ ours: [reconciler.args.ptr] });
    previousPtrs(reconciler.cx).remember(reconciler.id, reconciler.internal.owner, reconciler.state.previousPtr);
  },
  release: async (id, state, cx, { owner }) => tellPrevious(id, owner, state, cx),
  remove: async (id, state, shown, cx, { owner }) => {
    await putBack(state, shown, cx);
    // What is made here again in this run begins with what stands there now.
    previousPtrs(cx).forget(id, owner);
  },
});

async function present(args: KiwiPtrArgs, cx: Context): Promise<Ptr> {
  const machine = machineOf(args);
  const ip = canonicalIp(args.ip);
  return shownPtr(machine, ip, ip, await settableMachine(cx, machine, ip));
}

/** Ids of the `KiwiIpv6` that it may be a PTR of: an address, or its /64. */
function parents(state: KiwiPtrState): string[] {
  const machine = veidIn(state);
  return machine === undefined ? [] : placesOf(state.ip).map((place) => addressId(machine, place));
}

async function shownNow({ state, cx }: Reconciler<KiwiPtrArgs, KiwiPtrState, Ptr>): Promise<Ptr> {
  const machine = machineOf(state);
  return shownPtr(machine, canonicalIp(state.ip), state.shownUnder, await machineInfo(cx, machine, true));
}

/** What stood at the address before this program set it: `found`, unless another resource has set it before. */
function previousOf(
  { id, args, state, internal, cx }: Reconciler<KiwiPtrArgs, KiwiPtrState, Ptr>,
  found: string,
): string {
  const known = previousPtrs(cx).ofOthers(id, internal.owner);
  // Of two that are known, an empty one may only mean that the resource never learnt it.
  if (known.length > 0) return known.find((one) => one !== "") ?? "";
  return [...state.ours, args.ptr].map(canonicalName).includes(canonicalName(found)) ? "" : found;
}

async function apply(reconciler: Reconciler<KiwiPtrArgs, KiwiPtrState, Ptr>): Promise<void> {
  const { args, cx } = reconciler;
  const machine = machineOf(args);
  const ip = canonicalIp(args.ip);
  const before = await settableMachine(cx, machine, ip);
  // Recorded before it is sent: whatever becomes of the answer, both are ours.
  reconciler.keep({ ours: [...reconciler.state.ours, args.ptr] });
  const shownUnder = await setPtr(cx, machine, ip, args.ptr).catch((error: unknown) => {
    if (!(error instanceof VpsError) || error.code !== "timeout") throw error;
    throw ignored(
      objectKey(kiwiPtr, reconciler.id),
      "ptr",
      "Run `pulumi up` to send it again. If KiwiVM only takes longer to show a PTR, raise vps:timeoutSeconds.",
    );
  });
  const isUnderPrefix = shownUnder !== ip && reconciler.state.shownUnder === ip;
  // What came from another resource stays.
  const isUnseen = isUnderPrefix && reconciler.state.previousPtr === "";
  reconciler.keep({
    ptr: args.ptr,
    ours: [args.ptr],
    shownUnder,
    ...(isUnseen ? { previousPtr: previousOf(reconciler, ptrOf(shownUnder, before)) } : {}),
  });
}

function isSetByUs({ ours }: Partial<KiwiPtrState>, ptr: string): boolean {
  return ours?.map(canonicalName).includes(canonicalName(ptr)) ?? false;
}

/** Only what is still ours is put back. */
async function putBack(state: KiwiPtrState, shown: Ptr, cx: Context): Promise<void> {
  const current = canonicalName(shown.ptr);
  if (!isSetByUs(state, current)) {
    cx.report("the address resolves to something that this program did not set; released without a change");
    return;
  }
  if (current === canonicalName(state.previousPtr)) return;
  try {
    await setPtr(cx, shown.veid, shown.ip, state.previousPtr, [shown.shownUnder]);
  } catch (error) {
    if (!isHttp(error, "refused")) throw error;
    cx.warn(`the PTR stays unchanged. ${error.message}`);
  }
}
