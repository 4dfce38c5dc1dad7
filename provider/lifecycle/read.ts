import { inputsOf, merged } from "./arguments";
import type { Resource } from "./contract";
import type { Declared } from "./declared";
import { lookedUp, passed } from "./lookUp";
import { isOurs, isUnconfirmed, type Recorded, withoutPending } from "./record";
import { Context, requireSameAccount } from "./runtime/context";
import { hosterOf } from "./runtime/hoster";
import { claimKey, labelOf } from "./runtime/keys";
import type { Runtime } from "./runtime/runtime";

/** What a refresh found. */
export interface Read<A, S extends object> {
  /** The id in the one spelling, however it was looked up. */
  id: string;
  record: Recorded<S>;
  inputs: Partial<A>;
}

/** Brings state up to date with the hoster. Undefined means missing: the complete list of the same account lacks the id. */
export async function read<A extends object, S extends A, O>(
  resource: Resource<A, S, O>,
  runtime: Runtime,
  named: string,
  recorded: Recorded<S>,
  declared: Declared = {},
): Promise<Read<A, S> | undefined> {
  const ours = isOurs(recorded.internal);
  const { id, record } = ours ? { id: named, record: recorded } : lookedUp(resource, named, recorded);
  const { properties: state, internal } = record;
  const key = claimKey<S>(resource, id, state);
  if (ours) runtime.claims.see(key, internal.owner);
  const cx = new Context(runtime, labelOf(declared, key));
  if (ours) resource.recorded?.(id, state, cx, internal);
  const object = await resource.find(id, state, cx, internal);
  const hoster = hosterOf(resource, runtime, state);
  if (object === undefined) {
    if (!ours) return undefined;
    requireSameAccount(hoster.title, internal.account, await hoster.account());
    const { purgedByHoster } = resource;
    if (purgedByHoster) {
      return keptAsMissing(resource, cx, id, { properties: { ...state, ...purgedByHoster.missing(state) }, internal });
    }
    // Made again in this run, it may have the same id: no second resource holds that then.
    runtime.claims.drop(key, internal.owner);
    return undefined;
  }
  const notice = resource.notice?.(object);
  if (notice) cx.tell(notice);
  const seen = { properties: merged(resource, state, resource.observe(object)) as S, internal };
  const isDone =
    internal.pending !== undefined &&
    !isUnconfirmed(internal) &&
    (resource.isDone?.(object, seen.properties, internal) ?? true);
  const current = isDone ? withoutPending(seen) : seen;
  // What is listed is ours, so if the account calls itself something else by now, that is its new name.
  const account = hoster.account.known() ?? internal.account;
  const next = ours ? { ...current, internal: { ...current.internal, account } } : current;
  return { id, record: next, inputs: ours ? inputsOf(resource, next) : passed(resource, next) };
}

/** The loss is told, not repaired: what the hoster removes by itself is no drift. */
function keptAsMissing<A extends object, S extends A, O>(
  resource: Resource<A, S, O>,
  cx: Context,
  id: string,
  record: Recorded<S>,
): Read<A, S> {
  if (record.internal.pending?.before) cx.report("the hoster does not list it yet");
  else cx.warn("it is missing from the hoster's list. To create it again, set recreate: true and run `pulumi up`.");
  return { id, record, inputs: inputsOf(resource, record) };
}
