import { operation, throwIfOver, withOperation } from "../operation";
import type { Resource } from "./contract";
import { Context } from "./runtime/context";
import type { Runtime } from "./runtime/runtime";

/** Whether the objects of a kind can be walked over: what leaves nothing at the hoster cannot. */
export function isListed({ importId, inventory }: { importId?: unknown; inventory?: { none?: true } }): boolean {
  return importId !== undefined && inventory?.none !== true;
}

/**
 * Walks over all objects of one kind that the account holds. Answers the ids by which each can be imported. Every step goes on for
 * the operation in which the walk was begun, wherever it is asked for.
 */
export function list<A extends object, S extends A, O>(
  resource: Resource<A, S, O>,
  runtime: Runtime,
): AsyncIterableIterator<string> {
  const begunFor = operation();
  const walk = walkOver(resource, runtime);
  return {
    next: () => withOperation(begunFor, () => walk.next()),
    return: () => withOperation(begunFor, () => walk.return()),
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

async function* walkOver<A extends object, S extends A, O>(
  resource: Resource<A, S, O>,
  runtime: Runtime,
): AsyncGenerator<string, void, undefined> {
  const { inventory, idOf } = resource;
  if (!isListed(resource)) return;
  const cx = new Context(runtime, resource.name);
  for await (const object of inventory?.all?.(cx) ?? (await resource.list({} as A, cx, false))) {
    throwIfOver();
    if (inventory?.imports && inventory.imports(object) === undefined) continue;
    yield inventory?.named?.(object) ?? idOf(object);
  }
}
