import { withCode } from "../errors/codes";
import { argumentNames } from "../lifecycle/arguments";
import { check } from "../lifecycle/check";
import type { Resource } from "../lifecycle/contract";
import { create } from "../lifecycle/create";
import { type Declared, declaredIn } from "../lifecycle/declared";
import { remove } from "../lifecycle/delete";
import { type Difference, diff } from "../lifecycle/diff";
import { importById, warnOfUnshown } from "../lifecycle/import";
import { plan } from "../lifecycle/plan";
import { read } from "../lifecycle/read";
import { isOurs, type Recorded } from "../lifecycle/record";
import type { Runtime } from "../lifecycle/runtime/runtime";
import { update } from "../lifecycle/update";
import { lineOf } from "../lifecycle/validation/shape";
import { KEPT, recordIn, stateOf } from "../pulumi/state";
import type { Passed } from "./values";

/** What the engine says of a resource beside its arguments. */
export interface Called {
  /** Its name in the program. */
  name: string;
  ignoreChanges?: readonly string[];
}

/** Properties as the engine is to keep them. */
export interface Kept {
  properties: object;
  /** Names of those that are secrets. */
  secrets: ReadonlySet<string>;
}

/** What the program gives: the other names, which begin with two underscores, are what a class hands on. */
function argumentsOf({ values }: Passed): object {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !name.startsWith("__")));
}

/** A resource as the engine of Pulumi calls a plugin for it: translates, and decides nothing. */
export function nativeResource<A extends object, S extends A, O>(resource: Resource<A, S, O>) {
  const always = [...Object.entries(resource.arguments), ...Object.entries(resource.outputs)] as [
    string,
    { secret?: true },
  ][];
  const secretNames = always.filter(([, { secret }]) => secret).map(([name]) => name);
  const plainNames = new Set(
    argumentNames<A>(resource).filter((name) => resource.arguments[name].nonSecret !== undefined) as string[],
  );
  /** What was passed as a secret is one in state, too, also where only the state of before did. */
  const kept = (properties: object, ...passed: Passed[]): Kept => ({
    properties,
    secrets: new Set([
      ...secretNames,
      ...passed.flatMap(({ secrets }) => secrets.filter((name) => !plainNames.has(name))),
    ]),
  });
  const declared = ({ name, ignoreChanges }: Called, news: Passed): Declared => ({
    name,
    secrets: news.secrets,
    goesFirst: declaredIn(news.values[KEPT]).goesFirst,
    ...(ignoreChanges === undefined || ignoreChanges.length === 0 ? {} : { ignoreChanges }),
  });
  /** The engine says with every call what is ignored, so state need not know. */
  const recorded = ({ values }: Passed, ignoreChanges?: readonly string[]): Recorded<S> => {
    const { properties, internal } = recordIn<S>(values);
    const { ignoreChanges: _, ...rest } = internal;
    return { properties, internal: ignoreChanges?.length ? { ...rest, ignoreChanges } : rest };
  };

  return {
    /** Names of what an update leaves as it is. */
    steady: Object.entries<{ steady?: true }>(resource.outputs).flatMap(([name, { steady }]) => (steady ? [name] : [])),
    async check(runtime: Runtime, called: Called, olds: Passed, news: Passed) {
      const { problems, inputs } = await check(
        resource,
        runtime,
        argumentsOf(olds),
        argumentsOf(news),
        declared(called, news),
      );
      const failures = problems.map((one) => ({
        // Pulumi prints the value of the property that a failure names, so that of what may be a secret is named in the text.
        property: one.argument !== undefined && plainNames.has(one.argument) ? one.argument : "",
        reason: withCode(plainNames.has(one.argument ?? "") ? one.problem : lineOf(one), one.code),
      }));
      const handed = KEPT in news.values ? { [KEPT]: news.values[KEPT] } : {};
      return { inputs: kept({ ...inputs, ...handed }, news), failures };
    },
    diff(runtime: Runtime, called: Called, id: string, olds: Passed, news: Passed): Difference {
      return diff(
        resource,
        runtime,
        id,
        recorded(olds, called.ignoreChanges),
        argumentsOf(news),
        declared(called, news),
      );
    },
    planned(called: Called, olds: Passed | undefined, news: Passed): Kept {
      const record = olds && recorded(olds, called.ignoreChanges);
      return kept(plan(resource, record, argumentsOf(news), declared(called, news)), ...(olds ? [olds] : []), news);
    },
    async create(runtime: Runtime, called: Called, news: Passed) {
      const { id, record } = await create(resource, runtime, argumentsOf(news), declared(called, news));
      return { id, kept: kept(stateOf(record), news) };
    },
    async read(runtime: Runtime, called: Called, id: string, olds: Passed, inputs: Passed) {
      const record = recorded(olds);
      const says = declared(called, inputs);
      // What comes without our mark is not in a stack yet: it is imported, or looked up.
      const takeIn = async () => {
        const imported = await importById(resource, runtime, id, argumentsOf(inputs) as Partial<A>, says);
        if (imported !== undefined) warnOfUnshown(resource, imported, says);
        return imported;
      };
      const found = isOurs(record.internal) ? await read(resource, runtime, id, record, says) : await takeIn();
      return (
        found && {
          id: found.id,
          kept: kept(stateOf(found.record), olds, inputs),
          inputs: kept(found.inputs, olds, inputs),
        }
      );
    },
    async update(runtime: Runtime, called: Called, id: string, olds: Passed, news: Passed): Promise<Kept> {
      const record = recorded(olds, called.ignoreChanges);
      return kept(
        stateOf(await update(resource, runtime, id, record, argumentsOf(news), declared(called, news))),
        news,
      );
    },
    async delete(runtime: Runtime, called: Called, id: string, olds: Passed): Promise<void> {
      await remove(resource, runtime, id, recorded(olds), declared(called, olds));
    },
    /** What a failure leaves: what was a secret before may still be there. */
    left: (record: Recorded<object>, olds: Passed, news: Passed): Kept => kept(stateOf(record), olds, news),
  };
}
