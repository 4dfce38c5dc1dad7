import { VpsError } from "../errors/vpsError";
import { argumentsIn } from "./arguments";
import { refusals } from "./consent";
import type { Resource } from "./contract";
import { hosterOf } from "./hoster";
import type { Run } from "./run";
import { rootOf, shapeIssues } from "./shape";
import { isUnknown } from "./unknown";

/**
 * Everything that can be known to be wrong before a request is sent: configuration, shape of the arguments, rules across
 * them, and changes that would destroy something without consent. `olds` are the inputs of the last run, if any.
 */
export function check<A extends object, S extends A, O>(
  resource: Resource<A, S, O>,
  run: Run,
  olds: object,
  news: object,
): string[] {
  const configuration = configurationProblems(resource, run, news);
  const issues = argumentIssues(resource, news);
  return [
    ...configuration,
    // Which hoster it is, and so what it can do, only a sound configuration tells.
    ...(configuration.length > 0 ? [] : unsupported(resource, run, news)),
    // Faulty arguments have no canonical form to compare.
    ...(issues.length > 0 ? issues : refusals(resource, olds, news)),
  ];
}

/** Given arguments that the hoster has no way to take. */
function unsupported<A extends object, S extends A, O>(resource: Resource<A, S, O>, run: Run, news: object): string[] {
  const given: object = argumentsIn<A>(resource, news);
  return (resource.unsupported?.(run.hosters) ?? [])
    .filter(({ argument }) => argument in given && !isUnknown((given as Record<string, unknown>)[argument]))
    .map(({ argument, problem }) => `${argument}: ${problem}`);
}

function configurationProblems<A extends object, S extends A, O>(
  resource: Resource<A, S, O>,
  run: Run,
  news: object,
): string[] {
  const values = argumentsIn<A>(resource, news);
  // A machine not known yet in a preview has no credential to look for.
  const hasHoster = resource.machine === undefined || resource.machine(values) !== undefined;
  const problems: string[] = [];
  for (const look of [() => hasHoster && hosterOf(resource, run, values), () => run.pace()]) {
    try {
      look();
    } catch (error) {
      if (!(error instanceof VpsError)) throw error;
      problems.push(error.message);
    }
  }
  return [...new Set(problems)];
}

/** Mistakes in the arguments themselves; those not known yet in a preview pass. */
export function argumentIssues<A extends object, S extends A, O>(resource: Resource<A, S, O>, news: object): string[] {
  const given = Object.entries(news).filter(
    ([name, value]) => !name.startsWith("__") && value !== null && value !== undefined,
  );
  const unknown = new Set(given.filter(([, value]) => isUnknown(value)).map(([name]) => name));
  const known = Object.fromEntries(given.filter(([name]) => !unknown.has(name)));

  const shape = shapeIssues(resource, known).filter(({ argument }) => !unknown.has(rootOf(argument)));
  const unsettled = new Set([...unknown, ...shape.map((issue) => rootOf(issue.argument))]);
  const sound = Object.fromEntries(Object.entries(known).filter(([name]) => !unsettled.has(name)));
  const rules = resource.rules?.(argumentsIn<A>(resource, sound), unsettled) ?? [];
  return [...shape, ...rules.filter(({ argument }) => !unsettled.has(argument))].map(
    ({ argument, problem }) => `${argument}: ${problem}`,
  );
}

/** The arguments, checked again where they are about to be used: a value unknown in the preview is known by now. */
export function parseArguments<A extends object, S extends A, O>(resource: Resource<A, S, O>, inputs: object): A {
  const issues = argumentIssues(resource, inputs);
  if (issues.length > 0) throw new VpsError("invalid-arguments", `${resource.name}: ${issues.join("; ")}`);
  return argumentsIn<A>(resource, inputs) as A;
}
