import { randomUUID } from "node:crypto";
import { BegunWithoutId } from "../errors/begunWithoutId";
import { PartialFailure } from "../errors/partialFailure";
import { VpsError } from "../errors/vpsError";
import { applied, specifiedIn } from "./arguments";
import { parseArguments } from "./check";
import type { Made, Resource } from "./contract";
import type { Declared } from "./declared";
import { createOnce } from "./reconcile/createOnce";
import { choose, ExistsAlready, requireAdoptable } from "./reconcile/existing";
import { driftIgnoredIn } from "./reconcile/ignored";
import { listed } from "./reconcile/listed";
import { Reconciler } from "./reconcile/reconciler";
import { requireTaken } from "./reconcile/taken";
import type { Recorded } from "./record";
import { Context } from "./runtime/context";
import { hosterOf } from "./runtime/hoster";
import { labelOf, objectKey } from "./runtime/keys";
import type { Listed } from "./runtime/listing";
import type { Runtime } from "./runtime/runtime";

/**
 * Look, create, record, then finish. A create that was killed leaves no trace in the engine, so what exists already is
 * looked for first: it stops the run, or is adopted with `adopt`.
 */
export async function create<A extends object, S extends A, O>(
  resource: Resource<A, S, O>,
  runtime: Runtime,
  inputs: object,
  declared: Declared = {},
): Promise<{ id: string; record: Recorded<S> }> {
  const args = parseArguments(resource, inputs);
  const naturalKey = objectKey(resource, resource.naturalKey(args));
  const release = runtime.claims.reserve(naturalKey);
  const creates = runtime.shared(`creates of ${resource.name}`, () => new Creates<A, O>());
  creates.begin();
  try {
    const lookup = new Context(runtime, labelOf(declared, `new ${resource.name}`));
    const account = await hosterOf(resource, runtime, args).account();
    const before = await listed(resource, args, lookup);
    const existing = chosen(resource, runtime, args, before);
    if (existing === undefined && resource.costs === "money") await runtime.conflicts.requireNone(resource.noun);
    const recorded = (error: unknown) => {
      throw error instanceof BegunWithoutId ? standIn(resource, args, account, error, declared) : error;
    };
    const found =
      existing ?? (await createOnce(resource, args, before, lookup, runtime.pace().pollSeconds).catch(recorded));

    const id = resource.idOf(found);
    const owner = randomUUID();
    const key = objectKey(resource, id);
    runtime.claims.act(key, owner);
    const cx = new Context(runtime, labelOf(declared, key));
    // The outputs are missing until the object has been observed, which is the first thing to happen.
    const { ignoreChanges } = declared;
    const internal = { specified: specifiedIn(resource, args), owner, account, ignoreChanges };
    // What is new is made as the program says.
    const ignored = existing ? driftIgnoredIn(resource, ignoreChanges) : [];
    const reconciler = new Reconciler(resource, id, { properties: args as S, internal }, args, cx, ignored);
    try {
      // An object just made has its details in the answer; of one adopted only the list is known so far.
      const object = existing ? await details(resource, reconciler) : found;
      reconciler.observe(object);
      if (existing) requireAdoptable(resource, reconciler.compared, args, id, declared);
      runtime.conflicts.clear(key);
      runtime.conflicts.settle(naturalKey);
      if (existing && resource.managementPolicy !== "existing") cx.report(`adopted ${resource.noun} ${id}`);
      reconciler.start(resource.start?.(object, existing !== undefined) ?? {});
      const record = await finished(resource, reconciler, declared);
      creates.made({ name: declared.name, args, object });
      return { id, record };
    } catch (error) {
      // What this create does not end up holding, another resource may delete.
      if (!(error instanceof PartialFailure)) runtime.claims.drop(key, owner);
      throw error;
    }
  } catch (error) {
    runtime.conflicts.confirm(naturalKey);
    throw error;
  } finally {
    release();
    const made = creates.end();
    // What is told of all of them is not told of this one, which only happens to be the last.
    if (made.length > 0) await resource.siblings?.afterCreates(made, new Context(runtime, resource.name));
  }
}

/** The creates of one kind that are under way, so that what is to be told of all of them is told once. */
class Creates<A, O> {
  #underWay = 0;
  #made: Made<A, O>[] = [];

  begin(): void {
    this.#underWay += 1;
  }

  made(one: Made<A, O>): void {
    this.#made.push(one);
  }

  /** What was made since nothing was under way the last time; nothing while others are at it. */
  end(): Made<A, O>[] {
    this.#underWay -= 1;
    return this.#underWay === 0 ? this.#made.splice(0) : [];
  }
}

/** An object that a create was refused for must not fall to the delete that comes after it. */
function chosen<A extends object, S extends A, O>(
  resource: Resource<A, S, O>,
  runtime: Runtime,
  args: A,
  before: Listed<O>,
): O | undefined {
  try {
    return choose(resource, runtime, args, before);
  } catch (error) {
    if (error instanceof ExistsAlready) for (const id of error.ids) runtime.claims.spare(objectKey(resource, id));
    throw error;
  }
}

/** What has begun is recorded under an id of ours, since the hoster has not told its own. */
function standIn<A extends object, S extends A, O>(
  resource: Resource<A, S, O>,
  args: A,
  account: string,
  error: BegunWithoutId,
  { ignoreChanges }: Declared,
): PartialFailure {
  const since = new Date().toISOString();
  const pending = { kind: "create", since, finished: {}, before: error.before };
  const internal = { specified: specifiedIn(resource, args), owner: randomUUID(), account, pending, ignoreChanges };
  return new PartialFailure(`begun-${randomUUID()}`, { properties: args, internal }, error);
}

async function finished<A extends object, S extends A, O>(
  resource: Resource<A, S, O>,
  reconciler: Reconciler<A, S, O>,
  declared: Declared,
): Promise<Recorded<S>> {
  try {
    await resource.reconcile(reconciler);
    await requireTaken(resource, reconciler, declared);
    return applied(resource, reconciler.record, reconciler.args);
  } catch (error) {
    // What is proved gone again leaves nothing to keep.
    if (error instanceof VpsError && error.code === "missing") throw error;
    throw new PartialFailure(reconciler.id, reconciler.record, error);
  }
}

async function details<A extends object, S extends A, O>(
  resource: Resource<A, S, O>,
  { id, state, cx, internal }: Reconciler<A, S, O>,
): Promise<O> {
  const object = await resource.find(id, state, cx, internal);
  if (object === undefined)
    throw new VpsError("missing", `${objectKey(resource, id)} was listed a moment ago and is missing now. Run again.`);
  return object;
}
