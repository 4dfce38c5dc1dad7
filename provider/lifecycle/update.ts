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
      `${objectKey(resource, id)}: ${impossible.join(", ")} can be changed only by a replacement. ${resource.replacement?.loses ?? ""} To allow it, set allowReplace: true.`,
    );
  }
  const drifted = compared.drifted.filter((name) => !changed.includes(name));
  // What the program asks for with consent makes everything as it says.
  if (drifted.length === 0 || changed.some((name) => resource.consent?.to.includes(name))) return;
  const what = resource.consent
    ? "was changed at the hoster, and only a destructive change could change it back"
    : "was changed at the hoster, and only a replacement could change it back";
  throw new VpsError(
    "refused",
    `${objectKey(resource, id)} ${what}. The hoster shows ${compared.shown(drifted)}. To accept that, write this value${consent === undefined ? "" : ` with ${consent}: true`}; ` +
      `then nothing is ${resource.consent ? "lost" : "replaced"}. Or change it back at the hoster and run \`pulumi up --refresh\`. ` +
      `Or keep it: set the option ignoreChanges: ${JSON.stringify(drifted)}. Set it on the resource itself, because the provider does not see what a transform adds.`,
  );
}
