import { isDeepStrictEqual } from "node:util";
import { HttpError } from "../../errors/httpError";
import { messageOf, VpsError } from "../../errors/vpsError";
import { throwIfOver } from "../../operation";
import { areKnown, argumentNames, argumentsIn, knownIn, merged, specifiedIn } from "../arguments";
import type { Resource } from "../contract";
import type { Declared } from "../declared";
import type { Observed } from "../definition";
import { Comparison } from "../reconcile/comparison";
import { choose, ExistsAlready, fitting, mayBeSecret, requireAdoptable } from "../reconcile/existing";
import { listed } from "../reconcile/listed";
import { asking, placeOf } from "../runtime/asking";
import { Context } from "../runtime/context";
import { labelOf, objectKey } from "../runtime/keys";
import type { Listed } from "../runtime/listing";
import { describedKey } from "../runtime/program";
import type { Runtime } from "../runtime/runtime";
import { isUnknown } from "../unknown";
import { isAgreed } from "./consent";
import { foretellAdoption } from "./foretell";

/**
 * What a create would find at the hoster, for the preview: which object it adopts and what it changes there, or what is in its
 * way. It only prints, since what is in the way may be gone by the time of the create. Where the arguments do not say yet
 * where to look, or the hoster does not answer, nothing is known.
 */
export async function lookAhead<A extends object, S extends A, O>(
  resource: Resource<A, S, O>,
  runtime: Runtime,
  news: object,
  declared: Declared,
): Promise<void> {
  const args = argumentsIn<A>(resource, news);
  if (!canLook(resource, args) || runtime.conflicts.isSilent(placeOf(resource, args))) return;
  const cx = new Context(runtime, labelOf(declared, `new ${resource.name}`));
  await asking(resource, runtime, args, () => look(resource, runtime, args, declared, cx));
}

/** Whether the arguments say where to look and for what. */
function canLook<A extends object, S extends A, O>(resource: Resource<A, S, O>, args: Partial<A>): boolean {
  const { identity } = resource;
  if (identity === undefined) return false;
  const adopt: unknown = "adopt" in args ? args.adopt : undefined;
  if (isUnknown(adopt)) return false;
  // One that is named by its id is known by that.
  return areKnown(resource, args, [...identity.within, ...(typeof adopt === "string" ? [] : identity.by)]);
}

async function look<A extends object, S extends A, O>(
  resource: Resource<A, S, O>,
  runtime: Runtime,
  args: Partial<A>,
  declared: Declared,
  cx: Context,
): Promise<void> {
  const there = await listed(resource, args as A, cx);
  // What waited with others for their answer may come too late, when a create has changed what there is.
  throwIfOver();
  noteWhatMayGo(resource, runtime, args, there);
  try {
    await tellOverwritten(resource, args, declared, cx);
    const existing = choose(resource, runtime, args, there);
    if (existing === undefined) {
      const hindrance = resource.siblings?.hindrance(args as A, there);
      if (hindrance !== undefined) cx.warn(hindrance);
      return;
    }
    const id = resource.idOf(existing);
    const state = knownIn(args) as S;
    const internal = { specified: specifiedIn(resource, args), owner: "", account: "" };
    const object = await resource.find(id, state, cx, internal);
    throwIfOver();
    if (object === undefined) return;
    const observed = resource.observe(object);
    const record = { properties: merged(resource, state, observed) as S, internal };
    const compared = new Comparison(resource, record, args, declared.ignoreChanges);
    requireAdoptable(resource, compared, args, id, declared);
    const changes = changesOf(resource, args, observed, declared).filter(({ name }) => !compared.ignored.has(name));
    tellWhatBecomes(resource, id, changes, cx);
    const { consent } = resource;
    if (consent && isAgreed(resource, args) && changes.some(({ name }) => consent.to.includes(name))) {
      cx.report(consent.loses);
    }
    foretellAdoption(resource, args, cx);
  } catch (error) {
    // What the hoster itself fails in says nothing of this resource.
    if (!(error instanceof VpsError) || error instanceof HttpError || error.code === "cancelled") throw error;
    warn(resource, runtime, args, error, declared, cx);
  }
}

/** What a setting is now, where the program says something else. */
async function tellOverwritten<A extends object, S extends A, O>(
  resource: Resource<A, S, O>,
  args: Partial<A>,
  declared: Declared,
  cx: Context,
): Promise<void> {
  const object = await resource.setting?.present(args as A, cx);
  if (object === undefined) return;
  const changes = changesOf(resource, args, resource.observe(object), declared);
  if (changes.length > 0) cx.report(`overwrites ${resource.noun} ${resource.idOf(object)}; ${listOf(changes)}`);
}

/** Of what is only managed, that it is there is no news. */
function tellWhatBecomes<A extends object, S extends A, O>(
  resource: Resource<A, S, O>,
  id: string,
  changes: readonly Change<A>[],
  cx: Context,
): void {
  const object = `${resource.noun} ${id}`;
  if (resource.managementPolicy !== "existing") {
    cx.report(`adopts ${object}${changes.length === 0 ? " as it is" : `; ${listOf(changes)}`}`);
  } else if (changes.length > 0) cx.report(`changes ${object}; ${listOf(changes)}`);
}

/** An argument that a create changes at the hoster. */
interface Change<A> {
  name: keyof A & string;
  text: string;
}

function listOf(changes: readonly Change<never>[]): string {
  return changes.map(({ text }) => text).join(", ");
}

/** What fits may be about to be replaced, if the program agrees to that, and then takes along what dies with it. */
function noteWhatMayGo<A extends object, S extends A, O>(
  resource: Resource<A, S, O>,
  runtime: Runtime,
  args: Partial<A>,
  there: Listed<O>,
): void {
  const consents = !("allowReplace" in resource.arguments) || ("allowReplace" in args && args.allowReplace === true);
  if (!consents) return;
  for (const object of fitting(resource, args, there))
    runtime.claims.foresee(objectKey(resource, resource.idOf(object)));
}

function warn<A extends object, S extends A, O>(
  resource: Resource<A, S, O>,
  runtime: Runtime,
  args: Partial<A>,
  error: VpsError,
  declared: Declared,
  cx: Context,
): void {
  const isThere = error instanceof ExistsAlready;
  const text = isThere
    ? `${resource.noun} ${error.ids.join(", ")} exists already`
    : messageOf(error).replace(/\.$/, "");
  const consent = "allowReplace" in resource.arguments ? ", with allowReplace: true" : "";
  const advice = isThere
    ? `. The create will fail unless this run deletes it first (the option deleteBeforeReplace: true${consent}). Set adopt: ${error.ids.length === 1 ? "true" : `"${error.ids[0]}"`}. If only its name in the program changed, set the option aliases instead`
    : "";
  cx.warn(`${text}${advice}.`);
  const objects = isThere ? error.ids.map((id) => objectKey(resource, id)) : undefined;
  const described = describedKey<A>(resource, args) ?? resource.name;
  runtime.conflicts.stands(`${labelOf(declared, resource.name)}: ${text}`, described, objects);
}

/** What adopting changes at the hoster, such as `ttl 3600 → 120`; of what the program passes as a secret only the name. */
function changesOf<A extends object, S extends A, O>(
  resource: Resource<A, S, O>,
  args: Partial<A>,
  observed: Observed<S>,
  declared: Declared,
): Change<A>[] {
  const known = knownIn(args);
  const wanted = resource.canonical(known);
  return argumentNames<A>(resource).flatMap((name) => {
    const { role, hasDefault, live } = resource.arguments[name];
    const from = live ? live(observed as S) : observed[name];
    if (role !== "drift" || from === undefined || (args[name] === undefined && !hasDefault)) return [];
    const to = isUnknown(args[name]) ? "not known yet" : words(args[name] ?? wanted[name]);
    const was = resource.canonical({ ...known, [name]: from ?? undefined } as Partial<A>)[name];
    if (isDeepStrictEqual(was, wanted[name])) return [];
    return [
      { name, text: mayBeSecret(resource, name, declared) ? `${name} (secret)` : `${name} ${words(from)} → ${to}` },
    ];
  });
}

function words(value: unknown): string {
  if (value === null || value === undefined) return "none";
  return typeof value === "string" && /^[\x21-\x7e]+$/.test(value) ? value : JSON.stringify(value);
}
