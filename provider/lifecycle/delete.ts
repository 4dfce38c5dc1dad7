import { VpsError } from "../errors/vpsError";
import type { Resource } from "./contract";
import type { Declared } from "./declared";
import type { Recorded } from "./record";
import { Context, requireSameAccount } from "./runtime/context";
import { hosterOf } from "./runtime/hoster";
import { claimKey, labelOf, objectKey } from "./runtime/keys";
import { describedKey } from "./runtime/program";
import type { Runtime } from "./runtime/runtime";

/** Removes the object, unless another resource of this run holds it too, or it is proved gone already. */
export async function remove<A extends object, S extends A, O>(
  resource: Resource<A, S, O>,
  runtime: Runtime,
  id: string,
  { properties: state, internal }: Recorded<S>,
  declared: Declared = {},
): Promise<void> {
  const key = claimKey<S>(resource, id, state);
  const cx = new Context(runtime, labelOf(declared, key));
  resource.recorded?.(id, state, cx, internal);
  if (runtime.claims.heldByAnother(key, internal.owner)) {
    await resource.release?.(id, state, cx, internal);
    runtime.claims.drop(key, internal.owner);
    cx.report("another resource of this program manages it now; released without deleting");
    return;
  }
  if (resource.managementPolicy === "existing") {
    await resource.release?.(id, state, cx, internal);
    runtime.claims.drop(key, internal.owner);
    cx.report("released; it stays unchanged at the hoster");
    return;
  }
  refuseSurprise(resource, runtime, key, state);
  runtime.claims.see(key, internal.owner);
  runtime.claims.recall(key);
  const object = await resource.find(id, state, cx, internal);
  if (object === undefined) {
    const hoster = hosterOf(resource, runtime, state);
    requireSameAccount(hoster.title, internal.account, await hoster.account());
  } else {
    await resource.remove(id, state, object, cx, internal);
  }
  runtime.claims.drop(key, internal.owner);
  runtime.conflicts.clear(key);
}

/**
 * A delete that comes of a replacement which the program did not agree to, or after a create that was to take the object's
 * place and was refused. Pulumi tells neither from the delete of what has left the program.
 */
function refuseSurprise<A extends object, S extends A, O>(
  resource: Resource<A, S, O>,
  runtime: Runtime,
  key: string,
  state: S,
): void {
  const { noun, arguments: traits, replacement: { loses = "" } = {}, diesWith } = resource;
  if (runtime.claims.isSpared(key)) {
    throw new VpsError(
      "refused",
      `${key} was not deleted, because this run could not create the same ${noun} while this one exists. Correct that error first.`,
    );
  }
  // What was to stand in its place is not even tried where what it belongs to was refused.
  const parents = diesWith?.ids(state).map((one) => objectKey({ name: diesWith.kind }, one)) ?? [];
  const parent = parents.find((one) => runtime.claims.isSpared(one));
  if (parent !== undefined) {
    throw new VpsError(
      "refused",
      `${key} was not deleted, because it belongs to ${parent}, which this run could not create since that exists. Correct that error first.`,
    );
  }
  if (!("allowReplace" in traits) || runtime.claims.isBeingReplaced(key)) return;
  const described = describedKey<A>(resource, state);
  if (described === undefined || runtime.program.consentTo(described) !== false) return;
  throw new VpsError(
    "refused",
    `${key} was not deleted, because the program still describes the same ${noun}. Either Pulumi was told to replace it, or only its name in the program changed. ` +
      `${loses} To replace it, set allowReplace: true. If only its name changed, set the option aliases: [{ name: "<old name>" }]. To undo a taint, run \`pulumi state untaint\`.`,
  );
}
