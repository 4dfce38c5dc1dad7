import type { ErrorCode } from "../errors/codes";
import { VpsError } from "../errors/vpsError";
import { argumentsIn } from "./arguments";
import type { Resource } from "./contract";
import type { Declared } from "./declared";
import type { Issue } from "./definition";
import { asking } from "./runtime/asking";
import { Context } from "./runtime/context";
import { hosterOf } from "./runtime/hoster";
import { labelOf } from "./runtime/keys";
import { type Checked, checkedIn } from "./runtime/program";
import type { Runtime } from "./runtime/runtime";
import { isUnknown } from "./unknown";
import { changed, refusals } from "./validation/consent";
import { foretellChange, foretellCreate } from "./validation/foretell";
import { lookAhead } from "./validation/outlook";
import { lines, rootOf, shapeIssues } from "./validation/shape";

/** Something that a check refuses. */
export interface Problem {
  /** The argument that it is about, with the path inside of it, such as `tags.0`; absent where it is about no single one. */
  argument?: string;
  problem: string;
  code: ErrorCode;
}

/** What a check found, and the inputs that later calls get. */
export interface Check {
  problems: Problem[];
  inputs: object;
}

/**
 * Refuses what is wrong with the arguments, with the program, or at the hoster whatever else may happen there; and says what is
 * to come. `olds` are the inputs of the last run. Empty, the resource is new, was renamed, or is to be replaced: then the
 * hoster is looked at, too, since in a preview nothing else is called.
 */
export async function check<A extends object, S extends A, O>(
  resource: Resource<A, S, O>,
  runtime: Runtime,
  olds: object,
  news: object,
  declared: Declared = {},
): Promise<Check> {
  const isNew = Object.keys(olds).length === 0;
  const inputs = isNew ? news : withoutAdopt(news);
  const mistaken = mistakes(resource, runtime, olds, news);
  if (mistaken.length > 0) return { problems: mistaken, inputs };
  const problems = [
    ...contradictions(resource, runtime, checkedIn<A>(resource, olds, news, declared), isNew, news),
    ...as("refused", await notOffered(resource, runtime, olds, news)),
  ];
  if (problems.length > 0) return { problems, inputs };
  runtime.program.passed<A>(resource, inputs, declared);
  const cx = new Context(runtime, labelOf(declared, resource.name));
  if (isNew) {
    foretellCreate(resource, argumentsIn<A>(resource, news), cx);
    await lookAhead(resource, runtime, news, declared);
  } else foretellChange(resource, olds, news, cx);
  return { problems, inputs };
}

/** Everything that the arguments alone tell: configuration, their shape, rules across them, and changes that would destroy something without consent. */
export function mistakes<A extends object, S extends A, O>(
  resource: Resource<A, S, O>,
  runtime: Runtime,
  olds: object,
  news: object,
): Problem[] {
  const configuration = configurationProblems(resource, runtime, news);
  const issues = argumentIssues(resource, news);
  return [
    ...configuration,
    // Which hoster it is, and so what it can do, only a sound configuration tells.
    ...(configuration.length > 0 ? [] : as("refused", unsupported(resource, runtime, news))),
    // Faulty arguments have no canonical form to compare.
    ...(issues.length > 0 ? as("invalid-arguments", issues) : as("refused", refusals(resource, olds, news))),
  ];
}

function as(code: ErrorCode, issues: readonly Issue[]): Problem[] {
  return issues.map((issue) => ({ ...issue, code }));
}

/** What exists has been adopted, or was made: only a create looks at that. */
function withoutAdopt(inputs: object): object {
  return Object.fromEntries(Object.entries(inputs).filter(([name]) => name !== "adopt"));
}

/** What contradicts another resource of the program, or an option that Pulumi tells a provider by the order of its calls. */
function contradictions<A extends object, S extends A, O>(
  resource: Resource<A, S, O>,
  runtime: Runtime,
  checked: Checked,
  isNew: boolean,
  news: object,
): Problem[] {
  const { name, noun, replacement: { loses = "", holdsOne } = {} } = resource;
  const twin = runtime.program.twinOf(checked);
  if (twin !== undefined) {
    return [
      {
        code: "claimed",
        problem: `Two resources of this program, "${twin}" and "${checked.name}", describe the same ${noun}. Remove one of them, or make it describe another ${noun}.`,
      },
    ];
  }
  if (!isNew) {
    runtime.program.existing(name, checked);
    return [];
  }
  const consents = "allowReplace" in news && news.allowReplace === true;
  const making = runtime.program.withoutOlds(name, checked, consents);
  if (making !== "replacement" || consents || !("allowReplace" in resource.arguments)) return [];
  const goesFirst =
    holdsOne === undefined ? "" : ` ${holdsOne} So a replacement also needs the option deleteBeforeReplace: true.`;
  return [
    {
      code: "refused",
      problem: `The option replacementTrigger has changed, which replaces this ${noun}. ${loses} To allow it, set allowReplace: true. To keep this ${noun}, restore the old value.${goesFirst}`,
    },
  ];
}

/** Arguments, new or changed, that ask for what the hoster's own list lacks. */
async function notOffered<A extends object, S extends A, O>(
  resource: Resource<A, S, O>,
  runtime: Runtime,
  olds: object,
  news: object,
): Promise<Issue[]> {
  const offered = resource.availability?.offered;
  if (offered === undefined) return [];
  const args = argumentsIn<A>(resource, news);
  const names = new Set<string>(changed(resource, argumentsIn<A>(resource, olds), args));
  if (names.size === 0 || resource.machine?.(args) === undefined) return [];
  const ask = () => offered(args, names, new Context(runtime, resource.name));
  return (await asking(resource, runtime, args, ask)) ?? [];
}

/** Given arguments that the hoster has no way to take. */
function unsupported<A extends object, S extends A, O>(
  resource: Resource<A, S, O>,
  runtime: Runtime,
  news: object,
): Issue[] {
  const given: object = argumentsIn<A>(resource, news);
  return (resource.availability?.unsupported?.(runtime.hosters) ?? []).filter(
    ({ argument }) => argument in given && !isUnknown((given as Record<string, unknown>)[argument]),
  );
}

function configurationProblems<A extends object, S extends A, O>(
  resource: Resource<A, S, O>,
  runtime: Runtime,
  news: object,
): Problem[] {
  const values = argumentsIn<A>(resource, news);
  // A machine not known yet in a preview has no credential to look for.
  const hasHoster = resource.machine === undefined || resource.machine(values) !== undefined;
  const problems = new Map<string, Problem>();
  for (const look of [() => hasHoster && hosterOf(resource, runtime, values), () => runtime.pace()]) {
    try {
      look();
    } catch (error) {
      if (!(error instanceof VpsError)) throw error;
      problems.set(error.message, { code: error.code, problem: error.message });
    }
  }
  return [...problems.values()];
}

/** Mistakes in the arguments themselves; those not known yet in a preview pass. */
export function argumentIssues<A extends object, S extends A, O>(resource: Resource<A, S, O>, news: object): Issue[] {
  const given = Object.entries(news).filter(([, value]) => value !== null && value !== undefined);
  const unknown = new Set(given.filter(([, value]) => isUnknown(value)).map(([name]) => name));
  const known = Object.fromEntries(given.filter(([name]) => !unknown.has(name)));

  const shape = shapeIssues(resource, known).filter(({ argument }) => !unknown.has(rootOf(argument)));
  const unsettled = new Set([...unknown, ...shape.map((issue) => rootOf(issue.argument))]);
  const sound = Object.fromEntries(Object.entries(known).filter(([name]) => !unsettled.has(name)));
  const rules = resource.rules?.(argumentsIn<A>(resource, sound), unsettled) ?? [];
  return [...shape, ...rules.filter(({ argument }) => !unsettled.has(argument))];
}

/** The arguments, checked again where they are about to be used: a value unknown in the preview is known by now. */
export function parseArguments<A extends object, S extends A, O>(resource: Resource<A, S, O>, inputs: object): A {
  const issues = argumentIssues(resource, inputs);
  if (issues.length > 0) throw new VpsError("invalid-arguments", `${resource.name}: ${lines(issues)}`);
  return argumentsIn<A>(resource, inputs) as A;
}
