import { type Found, Joined, type Program, Reference, Secret, type Values } from "./model";

/** Names of what is declared, for a program to refer to it. */
export type Identifiers = ReadonlyMap<Found, string>;

/** Words that no program may use as a name, or that it uses itself. */
const RESERVED = new Set(
  (
    "await break case catch class config const continue debugger default delete do else enum export extends false finally for function if " +
    "import in instanceof interface let name new null package private protected public pulumi record return static super switch this throw true try " +
    "typeof var void while with yield"
  ).split(" "),
);

/** An identifier for each of them, after its name in the stack; where that is taken, with its kind, then with a number. */
export function identifiersOf(program: Program, all: readonly Found[]): Identifiers {
  const { provider } = program;
  const others = secretsOf(program).map(({ key }) => key);
  const taken = new Set([...RESERVED, ...others, ...(provider === undefined ? [] : [identifier(provider.name)])]);
  const identifiers = new Map<Found, string>();
  for (const one of all) {
    const free = freeOf([identifier(one.name), identifier(`${one.name}-${one.kind}`)], taken);
    taken.add(free);
    identifiers.set(one, free);
  }
  return identifiers;
}

/** The first of these names that is not taken; where all are, the first with a number. */
export function freeOf(names: readonly [string, ...string[]], taken: ReadonlySet<string>): string {
  const free = names.find((name) => !taken.has(name));
  if (free !== undefined) return free;
  for (let number = 2; ; number++) if (!taken.has(`${names[0]}${number}`)) return `${names[0]}${number}`;
}

/** `www.example.com-A` is `wwwExampleComA`. */
export function identifier(name: string): string {
  const words = name.split(/[^A-Za-z0-9]+/).filter((word) => word !== "");
  const camel = words.map((word, index) => (index === 0 ? lowerFirst(word) : upperFirst(word))).join("");
  return /^[A-Za-z]/.test(camel) ? camel : `the${upperFirst(camel)}`;
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** All references in a value, at any depth. */
export function referencesIn(value: unknown): Reference[] {
  if (value instanceof Reference) return [value];
  if (value instanceof Joined) return value.parts.filter((part) => part instanceof Reference);
  if (value instanceof Secret || typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(referencesIn);
}

/** The secrets of a program: what the stack's configuration has to hold. */
export function secretsOf({ provider, declarations }: Program): Secret[] {
  const all = [...(provider === undefined ? [] : [provider]), ...declarations];
  return all.flatMap(({ args }) => Object.values(args).filter((value) => value instanceof Secret));
}

/** A key of the stack's configuration, as people write them: `tickets` and `url` are `ticketsUrl`. */
export function secretKey(...words: readonly string[]): string {
  return identifier(words.join("-"));
}

/** Sorted so that what is referred to comes first; otherwise as they are. */
export function inOrder<T>(all: readonly T[], needs: (one: T) => readonly T[]): T[] {
  const sorted = new Set<T>();
  const visit = (one: T) => {
    if (sorted.has(one)) return;
    for (const needed of needs(one)) visit(needed);
    sorted.add(one);
  };
  for (const one of all) visit(one);
  return [...sorted];
}

/** Without one argument. */
export function without(args: Values, argument: string): Values {
  return Object.fromEntries(Object.entries(args).filter(([name]) => name !== argument));
}
