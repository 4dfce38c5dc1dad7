import { operation, throwIfOver, withOperation } from "../operation";
import type { Resource } from "./contract";
import { Context } from "./runtime/context";
import type { Runtime } from "./runtime/runtime";

/** An object of the account. */
export interface Walked {
  /** The id by which it can be imported. */
  id: string;
  /** Why no program should own it, as a sentence; undefined where one may. */
  unmanaged: string | undefined;
}

/** Whether the objects of a kind can be walked over: what leaves nothing at the hoster cannot. */
export function isListed({ importId, inventory }: { importId?: unknown; inventory?: { none?: string } }): boolean {
  return importId !== undefined && inventory?.none === undefined;
}

/**
 * Walks over all objects of one kind that the account holds, or that are among those of `args`. Every step goes on for the
 * operation in which the walk was begun, wherever it is asked for.
 */
export function walk<A extends object, S extends A, O>(
  resource: Resource<A, S, O>,
  runtime: Runtime,
  args?: Partial<A>,
): AsyncIterableIterator<Walked> {
  const begunFor = operation();
  const steps = walkOver(resource, runtime, args);
  return {
    next: () => withOperation(begunFor, () => steps.next()),
    return: () => withOperation(begunFor, () => steps.return()),
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

/** The ids by which all objects of a kind can be imported that a program may own. */
export function list<A extends object, S extends A, O>(
  resource: Resource<A, S, O>,
  runtime: Runtime,
): AsyncGenerator<string, void, undefined> {
  return managedIn(walk(resource, runtime));
}

async function* managedIn(objects: AsyncIterable<Walked>): AsyncGenerator<string, void, undefined> {
  for await (const { id, unmanaged } of objects) if (unmanaged === undefined) yield id;
}

async function* walkOver<A extends object, S extends A, O>(
  resource: Resource<A, S, O>,
  runtime: Runtime,
  args: Partial<A> | undefined,
): AsyncGenerator<Walked, void, undefined> {
  const { inventory, idOf } = resource;
  if (!isListed(resource)) return;
  const cx = new Context(runtime, resource.name);
  const all = args === undefined ? inventory?.all?.(cx) : undefined;
  for await (const object of all ?? (await resource.list((args ?? {}) as A, cx, false))) {
    throwIfOver();
    const unmanaged = inventory?.unmanaged?.(object);
    // Where there is nothing to own, such as a PTR that is not set, there is nothing to tell of.
    if (unmanaged === undefined && inventory?.imports && inventory.imports(object) === undefined) continue;
    yield { id: inventory?.named?.(object) ?? idOf(object), unmanaged };
  }
}
