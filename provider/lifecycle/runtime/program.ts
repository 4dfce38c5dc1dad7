import { createHash } from "node:crypto";
import type { z } from "zod";
import { areKnown, argumentNames, argumentsIn } from "../arguments";
import type { Declared } from "../declared";
import type { Identity, ImportId } from "../definition";
import { UNKNOWN } from "../unknown";
import { idIn, objectKey } from "./keys";

/** Any resource, as far as it says which object its arguments describe. */
interface Described<A extends object> {
  name: string;
  schema: z.ZodObject;
  arguments: { [K in keyof A]-?: unknown };
  identity?: Identity<A>;
  naturalKey: (args: A) => string;
  importId?: ImportId<A>;
}

/** What a check says of one resource of the program. */
export interface Checked {
  /** Its name in the program. */
  name: string | undefined;
  /** Which object its arguments describe, and did when the program was last applied; undefined where that is not known yet. */
  key: string | undefined;
  before: string | undefined;
  /** The object that it names with `adopt`, whatever its arguments describe. */
  adopts: string | undefined;
  /** Whether its old object goes before a new one is made. */
  goesFirst?: boolean | undefined;
}

/** How the object of a resource comes to be made although Pulumi tells a provider nothing of it. */
export type Making = "replacement" | "perhaps new";

/**
 * What this run has heard of the program. Pulumi names no resource to a dynamic provider, and does not say why it makes one:
 * that has to be told from the names which the classes hand on, and from the order of its calls.
 */
export class Program {
  readonly #describing = new Map<string, Checked>();
  readonly #described = new Set<string>();
  readonly #awaitingDiff = new Map<string, string>();
  readonly #inputs = new Set<string>();
  readonly #consents = new Map<string, boolean>();
  readonly #replaced = new Set<string>();

  /** The name of another resource that describes the same object, where no state of the hoster makes that right. */
  twinOf(checked: Checked): string | undefined {
    const { name, adopts, key } = checked;
    for (const one of [key, adopts]) if (one !== undefined) this.#described.add(one);
    const object = adopts === undefined ? key : `${adopts} by its id`;
    if (name === undefined || object === undefined) return undefined;
    const other = this.#describing.get(object);
    if (other === undefined || other.name === name) {
      this.#describing.set(object, checked);
      return undefined;
    }
    // Both were applied like this, so each has an object of its own.
    return isApplied(checked) && isApplied(other) ? undefined : other.name;
  }

  /** Whether some resource describes this object, by its arguments or by the id that it adopts. */
  describes(key: string): boolean {
    return this.#described.has(key);
  }

  /** A check with old inputs. Next Pulumi asks for a diff; not where the option replacementTrigger has changed. */
  existing(kind: string, { name, key, before }: Checked): void {
    const place = placeOf(kind, name);
    if (place === undefined) return;
    // One that becomes another object is no business of a trigger.
    if (key !== undefined && key === before) this.#awaitingDiff.set(place, key);
    else this.#awaitingDiff.delete(place);
  }

  /** A diff of this resource. */
  diffed(kind: string, { name }: Declared): void {
    const place = placeOf(kind, name);
    if (place !== undefined) this.#awaitingDiff.delete(place);
  }

  /** A check without old inputs: of what is new, was renamed, or is to be replaced. */
  withoutOlds(kind: string, { name, key, goesFirst }: Checked, consents: boolean): Making {
    if (key !== undefined) this.#consents.set(key, consents);
    const place = placeOf(kind, name);
    if (place === undefined || key === undefined || this.#awaitingDiff.get(place) !== key) return "perhaps new";
    this.#awaitingDiff.delete(place);
    // What fits after that was made by a run that was killed.
    if (!goesFirst) this.#replaced.add(key);
    return "replacement";
  }

  /** Whether the object that fits is replaced because of the option replacementTrigger. */
  isTriggered(key: string): boolean {
    return this.#replaced.has(key);
  }

  /** Whether the program consents to losing this object; undefined where no check without old inputs described it. */
  consentTo(key: string): boolean | undefined {
    return this.#consents.get(key);
  }

  /** The inputs that a check let pass. */
  passed<A extends object>(resource: Described<A>, inputs: object, { name }: Declared): void {
    this.#inputs.add(digest(resource, inputs, name));
  }

  /** Whether a check let just these inputs pass. */
  hasPassed<A extends object>(resource: Described<A>, inputs: object, { name }: Declared): boolean {
    return this.#inputs.has(digest(resource, inputs, name));
  }
}

/** What a check says of a resource with these arguments, which had those when it was last applied. */
export function checkedIn<A extends object>(
  resource: Described<A>,
  olds: object,
  news: object,
  { name, goesFirst }: Declared,
): Checked {
  const { adopt } = news as { adopt?: unknown };
  return {
    name,
    goesFirst,
    key: describedKey(resource, news),
    // What an account has once is described by no argument at all, so also by none.
    before: Object.keys(olds).length === 0 ? undefined : describedKey(resource, olds),
    adopts: typeof adopt === "string" ? objectKey(resource, idIn(resource, adopt)) : undefined,
  };
}

/** Names the object that the arguments describe; undefined while they do not say, and for an action. */
export function describedKey<A extends object>(resource: Described<A>, values: object): string | undefined {
  const { identity } = resource;
  const args = argumentsIn<A>(resource, values);
  if (identity === undefined || !areKnown(resource, args, [...identity.within, ...identity.by])) return undefined;
  return objectKey(resource, resource.naturalKey(args as A));
}

function isApplied({ key, before }: Checked): boolean {
  return key === before;
}

function placeOf(kind: string, name: string | undefined): string | undefined {
  return name === undefined ? undefined : JSON.stringify([kind, name]);
}

/** Arguments may be long, and secrets. */
function digest<A extends object>(resource: Described<A>, inputs: object, name: string | undefined): string {
  const args = argumentsIn<A>(resource, inputs);
  const ordered = argumentNames<A>(resource).map((one) => [one, sorted(args[one])]);
  return createHash("sha256")
    .update(JSON.stringify([resource.name, name, ordered]))
    .digest("base64");
}

/** The engine does not keep the order of keys. */
function sorted(value: unknown): unknown {
  if (value === UNKNOWN) return { unknown: true };
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, one]) => [key, sorted(one)]);
}
