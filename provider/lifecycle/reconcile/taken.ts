import { VpsError } from "../../errors/vpsError";
import type { Resource } from "../contract";
import type { Declared } from "../declared";
import type { Context } from "../runtime/context";
import { objectKey } from "../runtime/keys";
import { mayBeSecret } from "./existing";
import type { Reconciler } from "./reconciler";

/** How often a change is looked for that does not show at once: a minute at 5 s between looks. None is documented to take any time. */
const LATE_LOOKS = 12;
const SHOWN_SECONDS = 60;

/**
 * Throws where the hoster took a change and shows something else all the same: state must not claim what is not so. Asks
 * nothing where what was seen last shows the change; otherwise it may only be late, and is looked for a while.
 */
export async function requireTaken<A extends object, S extends A, O>(
  resource: Resource<A, S, O>,
  reconciler: Reconciler<A, S, O>,
  declared: Declared,
): Promise<void> {
  if (changedInPlace(resource, reconciler).length > 0) await awaitShown(resource, reconciler);
  const left = changedInPlace(resource, reconciler);
  if (left.length > 0) throw notTaken(resource, reconciler, left, declared);
  const otherwise = madeOtherwise(resource, reconciler);
  if (otherwise.length > 0) throw notMade(resource, reconciler, otherwise, declared);
}

/** Arguments that were changed in place, as far as state can tell, and show something else. */
function changedInPlace<A extends object, S extends A, O>(
  resource: Resource<A, S, O>,
  { compared }: Reconciler<A, S, O>,
): (keyof A & string)[] {
  return compared.changed.filter(
    (name) => resource.arguments[name].role === "drift" && !resource.arguments[name].replaces,
  );
}

/** Arguments that only a new object can change, of which the hoster shows another value than was asked for. */
function madeOtherwise<A extends object, S extends A, O>(
  resource: Resource<A, S, O>,
  { compared }: Reconciler<A, S, O>,
): (keyof A & string)[] {
  return compared.otherThanShown.filter(
    (name) => resource.arguments[name].role === "drift" && resource.arguments[name].replaces,
  );
}

async function awaitShown<A extends object, S extends A, O>(
  resource: Resource<A, S, O>,
  reconciler: Reconciler<A, S, O>,
): Promise<void> {
  const { args, cx, id } = reconciler;
  await showsSoon(cx, changedInPlace(resource, reconciler).join(", "), async () => {
    // Asked anew, so that what `find` sees is no list of before the change.
    await resource.list(args, cx, true);
    const object = await resource.find(id, reconciler.state, cx, reconciler.internal);
    if (object !== undefined) reconciler.observe(object);
    return changedInPlace(resource, reconciler).length === 0;
  });
}

/** Looks until what was changed is shown, for a minute at the usual pace. `what`: the arguments. */
export async function showsSoon(cx: Context, what: string, isShown: () => Promise<boolean>): Promise<void> {
  let looks = 0;
  try {
    await cx.waitFor({
      what: `the hoster to show the new ${what}`,
      usuallyWithin: SHOWN_SECONDS,
      look: isShown,
      done: (shown) => {
        looks += 1;
        return shown || looks >= LATE_LOOKS;
      },
      words: (shown) => (shown ? undefined : `the hoster does not show the new ${what} yet`),
    });
  } catch (error) {
    if (!(error instanceof VpsError) || error.code !== "timeout") throw error;
  }
}

function notTaken<A extends object, S extends A, O>(
  resource: Resource<A, S, O>,
  reconciler: Reconciler<A, S, O>,
  names: readonly (keyof A & string)[],
  declared: Declared,
): VpsError {
  return ignored(
    objectKey(resource, reconciler.id),
    told(resource, reconciler, names, declared),
    "Run `pulumi up` to send it again. If that changes nothing, write what the hoster shows, or omit the argument so that it is not managed.",
  );
}

function notMade<A extends object, S extends A, O>(
  resource: Resource<A, S, O>,
  reconciler: Reconciler<A, S, O>,
  names: readonly (keyof A & string)[],
  declared: Declared,
): VpsError {
  const consent = "allowReplace" in resource.arguments ? " with allowReplace: true" : "";
  return new VpsError(
    "refused",
    `${objectKey(resource, reconciler.id)}: the hoster accepted the order, but the new object has another value for ${told(resource, reconciler, names, declared)}. ` +
      `Only a replacement can change that. To keep this object, write what the hoster shows${consent}; then nothing is replaced. Otherwise ask the hoster.`,
  );
}

/** The arguments, with what was sent and what is shown, as far as neither can be a secret. */
function told<A extends object, S extends A, O>(
  resource: Resource<A, S, O>,
  { args, state }: Reconciler<A, S, O>,
  names: readonly (keyof A & string)[],
  declared: Declared,
): string {
  const one = (name: keyof A & string) => {
    if (mayBeSecret(resource, name, declared)) return name;
    const { nonSecret, live: liveIn } = resource.arguments[name];
    const live = liveIn === undefined ? state[name] : liveIn(state);
    // What was there before may have been a secret of the program, also where the new value is none.
    const isTold = nonSecret !== undefined || typeof live === "boolean";
    return `${name} (sent as ${JSON.stringify(args[name])}${isTold ? `, shown as ${JSON.stringify(live)}` : ""})`;
  };
  return names.map(one).join(", ");
}

/** The hoster answered well and shows all the same that nothing happened. `what`: the arguments. */
export function ignored(object: string, what: string, next: string): VpsError {
  return new VpsError(
    "refused",
    `${object}: the hoster accepted the change, but still shows another value for ${what}. The stack holds what the hoster shows. ${next}`,
  );
}
