import { isDeepStrictEqual } from "node:util";
import { argumentNames, argumentsIn, isManaged, isOptional, knownIn, specifiedIn } from "../arguments";
import type { Definition } from "../definition";
import type { Recorded } from "../record";
import { isUnknown } from "../unknown";
import { ignoredIn } from "./ignored";

type Name<A> = keyof A & string;
type Canonical<A> = { [K in keyof A]?: unknown };

/**
 * What the program asks for, what was applied, and what the hoster shows, side by side in canonical form. Computed once for an
 * operation: whoever has to know what differs reads it here. `ignoreChanges` names arguments that are passed over, as property paths.
 */
export class Comparison<A extends object, S extends A, O> {
  readonly record: Recorded<S>;
  readonly wanted: Canonical<A>;
  readonly applied: Canonical<A>;
  /** What the hoster shows; as applied, where nothing stands beside that. */
  readonly live: Canonical<A>;
  /** Arguments that are not known yet. */
  readonly unknown: readonly Name<A>[];
  /** Managed arguments in which the program asks for something else than was applied. */
  readonly changed: readonly Name<A>[];
  /** Arguments whose change destroys something, in which the hoster shows something else than was applied. */
  readonly drifted: readonly Name<A>[];
  /** Optional arguments that are managed from now on, and those that no longer are. */
  readonly nowManaged: readonly Name<A>[];
  readonly noLongerManaged: readonly Name<A>[];
  readonly ignored: ReadonlySet<Name<A>>;
  /** Whether the program ignores changes of other arguments than it did when it was last applied. */
  readonly ignoresOthers: boolean;
  readonly #resource: Definition<A, S, O>;
  readonly #known: Partial<A>;
  /** What the hoster shows beside what was applied, in its own spelling. */
  readonly #shown: Partial<A>;

  constructor(
    resource: Definition<A, S, O>,
    record: Recorded<S>,
    args: Partial<A>,
    ignoreChanges: readonly string[] = [],
  ) {
    const { properties, internal } = record;
    const names = argumentNames<A>(resource);
    const known = knownIn(args);
    const state = argumentsIn<A>(resource, properties);
    this.#resource = resource;
    this.#known = known;
    this.record = record;
    this.#shown = shownIn(resource, properties);
    this.wanted = resource.canonical(known);
    this.applied = resource.canonical(state);
    this.live = Object.keys(this.#shown).length === 0 ? this.applied : resource.canonical({ ...state, ...this.#shown });

    this.ignored = ignoredIn<A>(resource, ignoreChanges);
    this.ignoresOthers = !isDeepStrictEqual(ignoreChanges, internal.ignoreChanges ?? []);
    this.unknown = names.filter((name) => isUnknown(args[name]));
    this.changed = names.filter(
      (name) =>
        !this.ignored.has(name) &&
        !this.unknown.includes(name) &&
        !internal.untold?.includes(name) &&
        isManaged(resource, name, known) &&
        !isDeepStrictEqual(this.wanted[name], this.applied[name]),
    );
    this.drifted = names.filter(
      (name) =>
        !this.ignored.has(name) &&
        // What the program leaves out is not managed.
        (!isOptional(resource, name) || internal.specified.includes(name)) &&
        this.#shown[name] !== undefined &&
        !isDeepStrictEqual(this.live[name], this.applied[name]),
    );
    const [before, after] = [internal.specified, specifiedIn(resource, args)].map((specified) =>
      names.filter((name) => matters(resource, name) && specified.includes(name)),
    ) as [Name<A>[], Name<A>[]];
    this.nowManaged = after.filter((name) => !before.includes(name));
    this.noLongerManaged = before.filter((name) => !after.includes(name));
  }

  /** Of the changed arguments, those that ask for what the hoster's object neither is nor can become. */
  get impossible(): Name<A>[] {
    const { arguments: traits } = this.#resource;
    return this.changed.filter((name) => traits[name].replaces && !(traits[name].live && this.isLive(name)));
  }

  /** Known arguments in which the program asks for something else than the hoster shows beside what was applied. */
  get otherThanShown(): Name<A>[] {
    return argumentNames<A>(this.#resource).filter(
      (name) =>
        !this.ignored.has(name) &&
        this.#known[name] !== undefined &&
        this.#shown[name] !== undefined &&
        !this.isLive(name),
    );
  }

  /** Whether the program asks for what the hoster shows. */
  isLive(name: Name<A>): boolean {
    return isDeepStrictEqual(this.wanted[name], this.live[name]);
  }

  /** What the hoster shows of these, as text for an error: `planId: 2, osId: 5`. */
  shown(names: readonly Name<A>[]): string {
    return names.map((name) => `${name}: ${JSON.stringify(this.#shown[name])}`).join(", ");
  }
}

/** What means the same left out and given as its default is managed either way, so that it is given matters to nobody. */
function matters<A extends object, S extends A, O>(resource: Definition<A, S, O>, name: Name<A>): boolean {
  return !resource.arguments[name].hasDefault;
}

function shownIn<A extends object, S extends A, O>(resource: Definition<A, S, O>, state: S): Partial<A> {
  const names = argumentNames<A>(resource).filter((name) => resource.arguments[name].live !== undefined);
  return Object.fromEntries(names.map((name) => [name, resource.arguments[name].live?.(state)])) as Partial<A>;
}
