import type { Resource } from "../contract";
import type { Context } from "../runtime/context";
import { type Listed, Listing } from "../runtime/listing";

/** The list among which the described object would be. */
export async function listed<A extends object, S extends A, O>(
  resource: Resource<A, S, O>,
  args: A,
  cx: Context,
  fresh = false,
): Promise<Listed<O>> {
  const objects = await resource.list(args, cx, fresh);
  return objects instanceof Listing ? objects : new Listing(objects, resource.idOf);
}
