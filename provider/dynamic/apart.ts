import { isDeepStrictEqual } from "node:util";

/**
 * Pulumi encrypts in state what the program passes as a secret under the same name. After an update that failed, state still
 * holds what was applied before, which the program may call secret no more, or not mention at all. Such values are stored
 * apart, in this property, which is always a secret.
 */
const APART = "applied";

/** `state`, with those of `given` (what an earlier program gave) apart that `news` does not say just so. */
export function withApart(state: object, given: object, news: object): object {
  const said = new Map<string, unknown>(Object.entries(news));
  const changed = Object.entries(given).filter(([name, value]) => !isDeepStrictEqual(value, said.get(name)));
  return moved(
    state,
    changed.map(([name]) => name),
  );
}

/** `state`, with those values apart that are so in what was stored. */
export function apartAsIn(stored: object, state: object): object {
  return moved(state, Object.keys(apartIn(stored)));
}

/** What was stored, with everything under its own name. */
export function whole(stored: object): object {
  const { [APART]: _apart, ...rest } = stored as Record<string, unknown>;
  return { ...rest, ...apartIn(stored) };
}

/** Whether a value is apart, so that state is to be written anew once it may be in its place again. */
export function isApart(stored: object): boolean {
  return Object.keys(apartIn(stored)).length > 0;
}

function apartIn(stored: object): object {
  const apart = APART in stored ? stored[APART] : undefined;
  return typeof apart === "object" && apart !== null ? apart : {};
}

function moved(state: object, names: string[]): object {
  if (names.length === 0) return state;
  const isMoved = ([name]: [string, unknown]) => names.includes(name);
  const entries = Object.entries(state);
  const rest = entries.filter((entry) => !isMoved(entry));
  return { ...Object.fromEntries(rest), [APART]: Object.fromEntries(entries.filter(isMoved)) };
}
