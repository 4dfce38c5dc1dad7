import { PartialFailure } from "../errors/partialFailure";
import { VpsError } from "../errors/vpsError";
import { applied, differences } from "./arguments";
import { parseArguments } from "./check";
import { Context } from "./context";
import type { Resource } from "./contract";
import type { Declared } from "./declared";
import { hasDrifted, sameAsShown } from "./diff";
import { claimKey, labelOf, objectKey } from "./keys";
import type { Recorded } from "./record";
import type { Run } from "./run";
import { requireTaken } from "./taken";
import { Work } from "./work";

/** Makes an existing object equal to the arguments, finishing pending work first. Never starts again what has begun. */
export async function update<A extends object, S extends A, O>(
  resource: Resource<A, S, O>,
  run: Run,
  id: string,
  olds: Recorded<S>,
  inputs: object,
  declared: Declared = {},
): Promise<Recorded<S>> {
  const args = parseArguments(resource, inputs);
  const key = claimKey<S>(resource, id, olds.properties);
  run.claims.act(key, olds.internal.owner);
  refuseDestruction(resource, olds, args, id);
  const cx = new Context(run, labelOf(declared, key));
  resource.recorded?.(id, olds.properties, cx, olds.internal);
  const work = new Work(resource, id, olds, args, cx);
  try {
    await resource.sync(work);
    await requireTaken(resource, work, declared);
  } catch (error) {
    throw new PartialFailure(id, work.record, error);
  }
  return applied(resource, work.record, args);
}

/** An update cannot change what only a new object can; drift that only something destructive could repair is said, not repaired. */
function refuseDestruction<A extends object, S extends A, O>(
  resource: Resource<A, S, O>,
  record: Recorded<S>,
  args: A,
  id: string,
): void {
  const { properties: state } = record;
  const consent = resource.consent?.by ?? ("allowReplace" in resource.arguments ? "allowReplace" : undefined);
  const asked = differences(resource, state, args);
  const impossible = asked.filter(
    (name) => resource.arguments[name].replaces && !sameAsShown(resource, name, state, args[name]),
  );
  if (impossible.length > 0) {
    throw new VpsError(
      "refused",
      `${objectKey(resource, id)}: ${impossible.join(", ")} can be changed only with a new object. ${resource.replacementLoses ?? ""} Set allowReplace: true if that is wanted.`,
    );
  }
  const drifted = hasDrifted(resource, record).filter((name) => !asked.includes(name));
  // What the program asks for with consent makes everything as it says.
  if (drifted.length === 0 || asked.some((name) => resource.consent?.to.includes(name))) return;
  const shown = drifted.map((name) => `${name}: ${JSON.stringify(resource.arguments[name].shown?.(state))}`).join(", ");
  const what = resource.consent
    ? "was changed at the hoster in what only a loss could change back"
    : "was changed at the hoster in what only a new object could change back";
  throw new VpsError(
    "refused",
    `${objectKey(resource, id)} ${what}. It shows ${shown}. To accept that, write this value${consent === undefined ? "" : ` with ${consent}: true`}: ` +
      `nothing is ${resource.consent ? "lost" : "replaced"} then. Or change it back at the hoster and run \`pulumi up --refresh\`.`,
  );
}
