import type { Simulator } from "../../../simulator";
import type { Subject } from "../adapters";
import type { Properties } from "../engine";

/**
 * Sample data of one resource: all a resource needs to join the conformance matrix. Which columns hold for an argument
 * follows from its definition.
 */
export interface Row {
  subject: Subject;
  /** What must exist at the hoster before. */
  arrange: (simulator: Simulator) => void;
  /** The required arguments. */
  required: Properties;
  /** A value for each optional argument that is more than an instruction for a create, fitting to `required`. */
  optional: Properties;
  /** Per argument another value, with whatever else must change along with it. */
  others: Record<string, Properties>;
  /** What the hoster holds where an optional argument has no value at all, if it knows such a thing. */
  none?: Properties;
  /** What an argument with a default means when it is left out. */
  defaults?: Properties;
  /** Optional arguments that cannot be left out of `required`, and why. */
  neverLeftOut?: Record<string, string>;
  /** Arguments whose change deletes the old object before the new one is made. */
  deletesFirst?: string[];
  /** Positions of the hoster's switches that forbid the very thing, and so have tests of their own. */
  forbidding?: string[];
  /** How the hoster can be told to accept an argument and ignore it (its switch `ignores`), for each that it shows back. */
  ignored?: Record<string, string | string[]>;
  /** Arguments that Fornex's API version 0.1 cannot say. */
  newerApiVersion?: string[];
  /** Arguments without which another object is meant. */
  naturalKey: string[];
  /** The arguments in other spellings that mean the same as all of them; each some of them. */
  spellings: Properties[];
  /** An id in other spellings. */
  idSpellings: (id: string) => string[];
  /** Where there is no other spelling of either, why. */
  oneSpelling?: string;
  /**
   * For a setting, why it is none of the objects that are looked for, made, adopted and deleted: the columns about those
   * do not hold for it, and `settings.test.ts` has its own.
   */
  setting?: string;
  /** What the row's own programs give beside what is required, such as consent to what they do. */
  consent?: Properties;
  /** Where the hoster has no list that could lack the object, why it is never gone. */
  neverGone?: string;
  /**
   * For an action, which leaves nothing at the hoster: the columns about objects do not hold for it, and `actions.test.ts` has
   * its own.
   */
  action?: ActionRow;
  /** Why making it twice does no harm: it is made by a call that may be repeated. */
  repeatable?: string;
  /** Why nothing of it can ever be gone: `erase` empties it, which is drift. */
  everlasting?: string;
  /** Where the credential belongs to the object itself, why no other account can be asked by mistake. */
  ownCredential?: string;
  /**
   * Where the hoster itself removes objects after a time, why a read keeps one that is gone: it shows as `missing` and is
   * made anew where an argument of `optional` asks for that.
   */
  purges?: string;
  /** How the hoster is asked to make and to delete the object; a POST and a DELETE if left out. */
  calls?: Record<"create" | "remove", CallName>;
  /** The trigger of what an unclear answer may leave in doubt: every run says so until `confirmed` has its value. */
  inDoubt?: string;
  /** Ids of the resource's objects at the hoster, not counting what `arrange` made. */
  ids: (simulator: Simulator) => string[];
  /** The object as the hoster holds it, under argument names. */
  peek: (simulator: Simulator, id: string) => Properties;
  /** Somebody changes the object in the hoster's panel. */
  poke: (simulator: Simulator, id: string, values: Properties) => void;
  /** Somebody deletes the object in the hoster's panel. */
  erase: (simulator: Simulator, id: string) => void;
  /** The object, or what is listed with it, gets a status or type that nobody documented. */
  oddity: (simulator: Simulator, id: string) => void;
  /** Another object of the same natural key, where the hoster allows it. */
  twin?: (simulator: Simulator, id: string) => string;
}

/** What the columns about actions need to know. */
export interface ActionRow {
  /** The call that does it, or undoes it. */
  call: CallName;
  /** Arguments whose change does it again. */
  acts: string[];
  /** Whether it is undone when the resource leaves the stack. */
  undoes: boolean;
  /** How often the hoster has carried it out, or undone it. */
  carriedOut: (simulator: Simulator) => number;
}

/** A number, which means the same with zeros in front, and with space around it. */
export const numberSpellings = (id: string): string[] => [`00${id}`, ` ${id} `];

/** An action as a row: it has no object. */
export const NO_OBJECT = {
  arrange: () => {},
  ids: () => [],
  peek: () => ({}),
  poke: () => {},
  erase: () => {},
  oddity: () => {},
  idSpellings: () => [],
};

/** Ids at the hoster after the resource with this id was deleted: what only exists here stays. */
export function leftOf(row: Row, id: string): string[] {
  return row.subject.managesExisting ? [id] : [];
}

/** The API versions of Fornex; the rows of Fornex's resources run once per API version. */
export const API_VERSIONS = ["2", "0.1"] as const;
export type ApiVersion = (typeof API_VERSIONS)[number];

/** The row without what the API version cannot say. */
export function inApiVersion(row: Row, apiVersion: ApiVersion): Row {
  const lacking = new Set(apiVersion === "0.1" ? row.newerApiVersion : []);
  const without = <V>(values: Record<string, V>): Record<string, V> =>
    Object.fromEntries(Object.entries(values).filter(([name]) => !lacking.has(name)));
  return {
    ...row,
    // API version 0.1 has no DELETE.
    ...(apiVersion === "0.1" && row.calls === undefined
      ? { calls: { create: { method: "POST" }, remove: { method: "POST", path: "/*delete*/" } } }
      : {}),
    subject: { ...row.subject, arguments: without(row.subject.arguments) },
    optional: without(row.optional),
    ...(row.none ? { none: without(row.none) } : {}),
  };
}

export interface CallName {
  method: string;
  /** Any, if left out; `*` stands for any part. */
  path?: string;
}

/** The calls that make and delete the row's object. */
export function callsOf(row: Row): Record<"create" | "remove", CallName> {
  return row.calls ?? { create: { method: "POST" }, remove: { method: "DELETE" } };
}

/** Whether a write, such as `POST /servers/`, is this call. */
export function isCall(write: string, { method, path }: CallName): boolean {
  const form = (path ?? "*").split("*").map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${method} ${form.join(".*")}$`).test(write);
}

/** Every argument that can be given at once, apart from consent and adoption. */
export function full(row: Row): Properties {
  return { ...row.required, ...row.optional };
}

/** The same, with the consent that deleting the object may take. */
export function deletable(row: Row): Properties {
  return { ...full(row), ...row.others.forceDestroy };
}

/** Names of the arguments for which `holds`. */
export function argumentsWhere(
  row: Row,
  holds: (argument: Row["subject"]["arguments"][string], name: string) => boolean,
): string[] {
  return Object.entries(row.subject.arguments)
    .filter(([name, argument]) => holds(argument, name))
    .map(([name]) => name);
}

/** Whether drift of the argument is repaired. It is not where that destroys something: what the hoster shows then stands beside it. */
export function isRepaired({ role, replaces, live }: Row["subject"]["arguments"][string]): boolean {
  return role === "drift" && !replaces && live === undefined;
}
