import { PartialFailure } from "../errors/partialFailure";
import { VpsError } from "../errors/vpsError";
import { applied } from "./arguments";
import { parseArguments } from "./check";
import type { Resource } from "./contract";
import type { Declared } from "./declared";
import type { Comparison } from "./reconcile/comparison";
import { Reconciler } from "./reconcile/reconciler";
import { requireTaken } from "./reconcile/taken";
import type { Recorded } from "./record";
import { Context } from "./runtime/context";
import { claimKey, labelOf, objectKey } from "./runtime/keys";
import type { Runtime } from "./runtime/runtime";

/** Makes an existing object equal to the arguments, finishing pending work first. Never starts again what has begun. */
export async function update<A extends object, S extends A, O>(
  resource: Resource<A, S, O>,
  runtime: Runtime,
  id: string,
  olds: Recorded<S>,
  inputs: object,
  declared: Declared = {},
): Promise<Recorded<S>> {
  const args = parseArguments(resource, inputs);
  const key = claimKey<S>(resource, id, olds.properties);
  runtime.claims.act(key, olds.internal.owner);
  const { ignoreChanges } = declared;
  const cx = new Context(runtime, labelOf(declared, key));
  const reconciler = new Reconciler(resource, id, olds, args, cx, ignoreChanges);
  refuseDestruction(resource, reconciler.compared, id);
  resource.recorded?.(id, olds.properties, cx, olds.internal);
  reconciler.record = { ...olds, internal: { ...olds.internal, ignoreChanges } };
  try {
    await resource.reconcile(reconciler);
    await requireTaken(resource, reconciler, declared);
  } catch (error) {
    throw new PartialFailure(id, reconciler.record, error);
  }
  return applied(resource, reconciler.record, reconciler.args);
}

/** An update cannot change what only a new object can; drift that only something destructive could repair is said, not repaired. */
function refuseDestruction<A extends object, S extends A, O>(
  resource: Resource<A, S, O>,
  compared: Comparison<A, S, O>,
  id: string,
): void {
  const consent = resource.consent?.by ?? ("allowReplace" in resource.arguments ? "allowReplace" : undefined);
  const { changed, impossible } = compared;
  if (impossible.length > 0) {
    throw new VpsError(
      "refused",
      `${objectKey(resource, id)}: ${impossible.join(", ")} can be changed only with a new object. ${resource.replacement?.loses ?? ""} Set allowReplace: true if that is wanted.`,
    );
  }
  const drifted = compared.drifted.filter((name) => !changed.includes(name));
  // What the program asks for with consent makes everything as it says.
  if (drifted.length === 0 || changed.some((name) => resource.consent?.to.includes(name))) return;
  const what = resource.consent
    ? "was changed at the hoster in what only a loss could change back"
    : "was changed at the hoster in what only a new object could change back";
  throw new VpsError(
    "refused",
    `${objectKey(resource, id)} ${what}. It shows ${compared.shown(drifted)}. To accept that, write this value${consent === undefined ? "" : ` with ${consent}: true`}: ` +
      `nothing is ${resource.consent ? "lost" : "replaced"} then. Or change it back at the hoster and run \`pulumi up --refresh\`. ` +
      `Or leave it as it is: give the resource the option ignoreChanges: ${JSON.stringify(drifted)}. Give it to the resource itself, because a provider is not told of what a transform adds.`,
  );
}
