import { randomUUID } from "node:crypto";
import { BegunWithoutId } from "../errors/begunWithoutId";
import { PartialFailure } from "../errors/partialFailure";
import { VpsError } from "../errors/vpsError";
import { applied, argumentNames, givenOf } from "./arguments";
import { parseArguments } from "./check";
import { isAgreed } from "./consent";
import { Context } from "./context";
import type { Resource, StateOf } from "./contract";
import { sameAsShown } from "./diff";
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

/** The object to take over; undefined when there is none and one is to be made. Throws when one exists without consent. */
function choose<A extends object, S extends A, O>(
  resource: Resource<A, S, O>,
  run: Run,
  args: A,
  listed: readonly O[],
): O | undefined {
  if (resource.manages === "existing") return present(resource, args, listed);
  const adopt = resource.takesOver ?? adoptIn(resource, args);
  if (typeof adopt === "string" && !run.claims.isBeingReplaced(objectKey(resource, adopt))) {
    const named = listed.find((object) => resource.idOf(object) === adopt);
    if (named) return named;
    throw new VpsError(
      "adopt-impossible",
      `adopt: ${resource.name} with the given id is not listed in this account. Check the id, or leave adopt out to create one.`,
    );
  }
  const candidates = listed.filter(
    (object) =>
      resource.matches(object, args) && !run.claims.isBeingReplaced(objectKey(resource, resource.idOf(object))),
  );
  const ids = candidates.map(resource.idOf);
  if (adopt === true && candidates.length > 1) {
    throw new VpsError(
      "adopt-impossible",
      `adopt: several objects fit (ids ${ids.join(", ")}). Name the one to take over: adopt: "${ids[0]}".`,
    );
  }
  if (adopt === true) return candidates[0];
  if (candidates.length === 0) return undefined;
  throw new VpsError(
    "already-exists",
    `${resource.name} exists already: id ${ids.join(", ")}. Nothing was created. If you only renamed the resource in the program, give it ` +
      `aliases: [{ name: "<old name>" }] as an option. If an earlier run made it, or you want this program to own it, set adopt: true ` +
      `(or adopt: "${ids[0]}"): what differs is then changed in place, and \`pulumi destroy\` will delete it. Otherwise describe another object.`,
  );
}

/** What the program asks to take over: an id, in its one form, or whatever fits. */
function adoptIn<A extends object, S extends A, O>(resource: Resource<A, S, O>, args: A): unknown {
  const adopt = "adopt" in args ? args.adopt : undefined;
  return typeof adopt === "string" ? (resource.canonicalId?.(adopt) ?? adopt) : adopt;
}

/** The object that the arguments name, for a resource that never makes one. */
function present<A extends object, S extends A, O>(resource: Resource<A, S, O>, args: A, listed: readonly O[]): O {
  const named = listed.find((object) => resource.matches(object, args));
  if (named) return named;
  throw new VpsError(
    "not-found",
    `${resource.name} ${resource.naturalKey(args)} does not exist in this account, and this resource never makes one. Check the id.`,
  );
}

/** What only a replacement could change, or a change that takes consent, must be equal already. */
function requireAdoptable<A extends object, S extends A, O>(
  resource: Resource<A, S, O>,
  state: S,
  args: A,
  id: string,
): void {
  const isWanted = (name: keyof A & string) => isAgreed(resource, args) && resource.consent?.to.includes(name);
  const hindrances = argumentNames<A>(resource).filter(
    (name) =>
      !isWanted(name) &&
      args[name] !== undefined &&
      resource.arguments[name].shown?.(state) !== undefined &&
      !sameAsShown(resource, name, state, args[name]),
  );
  if (hindrances.length === 0) return;
  if (resource.consent) {
    throw new VpsError(
      "refused",
      `${objectKey(resource, id)} is not what the program describes: ${hindrances.join(", ")}. Write what the hoster shows${numbersShown(resource, state, hindrances)}, or set ${resource.consent.by}: true to change it. ${resource.consent.loses}`,
    );
  }
  throw new VpsError(
    "adopt-impossible",
    `adopt: ${objectKey(resource, id)} cannot become what the program describes: ${hindrances.join(", ")} can be changed only with a new object. Write what the hoster shows${numbersShown(resource, state, hindrances)}, or do not adopt it.`,
  );
}

function numbersShown<A extends object, S extends A, O>(
  resource: Resource<A, S, O>,
  state: S,
  names: (keyof A & string)[],
): string {
  const shown = names.map((name) => `${name}: ${JSON.stringify(resource.arguments[name].shown?.(state))}`);
  return shown.length > 0 ? ` (${shown.join(", ")})` : "";
}
