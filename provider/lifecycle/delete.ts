import { Context, requireSameAccount } from "./context";
import type { Resource, StateOf } from "./contract";
import { hosterOf } from "./hoster";
import { claimKey } from "./keys";
import type { Run } from "./run";

/** Removes the object, unless another resource of this run holds it too, or it is proved gone already. */
export async function remove<A extends object, S extends A, O>(
  resource: Resource<A, S, O>,
  run: Run,
  id: string,
  state: StateOf<S>,
): Promise<void> {
  const key = claimKey<S>(resource, id, state);
  const cx = new Context(run, key);
  if (run.claims.heldByAnother(key, state.owner)) {
    await resource.letGo?.(id, state, cx);
    run.claims.drop(key, state.owner);
    cx.report("another resource of this program holds it now; let go without deleting");
    return;
  }
  if (resource.manages === "existing") {
    await resource.letGo?.(id, state, cx);
    run.claims.drop(key, state.owner);
    cx.report("let go; it stays at the hoster as it is");
    return;
  }
  run.claims.see(key, state.owner);
  const object = await resource.find(id, state, cx);
  if (object === undefined) {
    const hoster = hosterOf(resource, run, state);
    requireSameAccount(hoster.title, state.account, await hoster.account());
  } else {
    await resource.remove(id, state, object, cx);
  }
  run.claims.drop(key, state.owner);
}
