import { randomUUID } from "node:crypto";
import { BegunWithoutId } from "../errors/begunWithoutId";
import { PartialFailure } from "../errors/partialFailure";
import { VpsError } from "../errors/vpsError";
import { applied, givenOf } from "./arguments";
import { parseArguments } from "./check";
import { Context } from "./context";
import type { Resource, StateOf } from "./contract";
import { choose, requireAdoptable } from "./existing";
import { hosterOf } from "./hoster";
import { objectKey } from "./keys";
import { createOnce } from "./look";
import type { Run } from "./run";
import { requireTaken, Work } from "./work";

/**
 * Look, create, record, then finish. A create that was killed leaves no trace in the engine, so what exists already is
 * looked for first: it stops the run, or is taken over with `adopt`.
 */
export async function create<A extends object, S extends A, O>(
  resource: Resource<A, S, O>,
  run: Run,
  inputs: object,
): Promise<{ id: string; state: StateOf<S> }> {
  const args = parseArguments(resource, inputs);
  const release = run.claims.reserve(`${resource.name} ${resource.naturalKey(args)}`);
  try {
    const lookup = new Context(run, `new ${resource.name}`);
    const account = await hosterOf(resource, run, args).account();
    const before = await resource.list(args, lookup, false);
    const existing = choose(resource, run, args, before);
    const recorded = (error: unknown) => {
      throw error instanceof BegunWithoutId ? standIn(resource, args, account, error) : error;
    };
    const listed =
      existing ?? (await createOnce(resource, args, before, lookup, run.pace().pollSeconds).catch(recorded));

    const id = resource.idOf(listed);
    const owner = randomUUID();
    const key = objectKey(resource, id);
    run.claims.act(key, owner);
    const cx = new Context(run, key);
    // The outputs are missing until the object has been observed, which is the first thing to happen.
    const state = { ...(args as S), given: givenOf(resource, args), owner, account };
    const work = new Work(resource, id, state, args, cx);
    try {
      // An object just made has its details in the answer; of one taken over only the list is known so far.
      const object = existing ? await details(resource, id, work.state, cx) : listed;
      work.observe(object);
      if (existing) requireAdoptable(resource, work.state, args, id);
      work.keep(resource.atStart?.(object, existing !== undefined) ?? {});
      const begun = resource.begun?.(object, existing !== undefined);
      if (begun) work.begin(begun);
      return { id, state: await finished(resource, work) };
    } catch (error) {
      // What this create does not end up holding, another resource may delete.
      if (!(error instanceof PartialFailure)) run.claims.drop(key, owner);
      throw error;
    }
  } finally {
    release();
  }
}

/** What has begun is recorded under an id of ours, since the hoster has not told its own. */
function standIn<A extends object, S extends A, O>(
  resource: Resource<A, S, O>,
  args: A,
  account: string,
  error: BegunWithoutId,
): PartialFailure {
  const since = new Date().toISOString();
  const pending = { kind: "create", since, finished: {}, before: error.before };
  const state = { ...args, given: givenOf(resource, args), owner: randomUUID(), account, pending };
  return new PartialFailure(`begun-${randomUUID()}`, state, error);
}

async function finished<A extends object, S extends A, O>(
  resource: Resource<A, S, O>,
  work: Work<A, S, O>,
): Promise<StateOf<S>> {
  try {
    await resource.sync(work);
    requireTaken(resource, work);
    return applied(resource, work.state, work.args);
  } catch (error) {
    // What is proved gone again leaves nothing to keep.
    if (error instanceof VpsError && error.code === "vanished") throw error;
    throw new PartialFailure(work.id, work.state, error);
  }
}

async function details<A extends object, S extends A, O>(
  resource: Resource<A, S, O>,
  id: string,
  state: StateOf<S>,
  cx: Context,
): Promise<O> {
  const object = await resource.find(id, state, cx);
  if (object === undefined)
    throw new VpsError("vanished", `${objectKey(resource, id)} was listed a moment ago and is gone now. Run again.`);
  return object;
}
