import type { Recorded } from "../lifecycle/record";
import { INTERNAL, KEPT, keptIn, stateOf, withoutEmpty } from "../pulumi/state";
import { received, sent } from "../pulumi/unknown";

const PROVIDER = "__provider";

/** What the program gives, of the inputs that Pulumi passes: its own names begin with two underscores, and no argument's does. */
export function argumentsIn(inputs: object): object {
  return received(Object.fromEntries(Object.entries(inputs).filter(([name]) => !name.startsWith("__"))));
}

/** State as the engine is to keep it, with what goes along with it. `source`: what Pulumi passed in the same call. */
export function stateWith(record: Recorded<object>, source: object): Record<string, unknown> {
  return { ...stateOf(record, handedOn(source)), ...providerIn(source) };
}

/** Inputs as a check answers them: Pulumi hands on to later calls what it gets there. */
export function checkedInputs(inputs: object, source: object): Record<string, unknown> {
  return inputsWith({ ...inputs, ...providerIn(source) }, source);
}

/** Inputs as the engine is to keep them, with what the class handed on. */
export function inputsWith(inputs: object, source: object): Record<string, unknown> {
  const declared = handedOn(source);
  return withoutEmpty({ ...sent(inputs), ...(Object.keys(declared).length > 0 ? { [KEPT]: declared } : {}) });
}

/** What a class of the SDK handed on below the one key, for those methods, too, that get state only. */
export function handedOn(properties: object): object {
  return Object.fromEntries(Object.entries(keptIn(properties)).filter(([name]) => !INTERNAL.has(name)));
}

/** Pulumi adds the provider to results but not to partial failures; without it refresh and destroy cannot run. */
function providerIn(source: object): object {
  return PROVIDER in source ? { [PROVIDER]: source[PROVIDER] } : {};
}
