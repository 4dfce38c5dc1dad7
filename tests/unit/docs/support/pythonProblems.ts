import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { pyName } from "../../../../scripts/examples/pyName.mts";
import type { Properties } from "../../../../scripts/schema/pulumi.mts" with { "resolution-mode": "import" };
import { FUNCTIONS, RESOURCES } from "../../schema/support";
import { ID, shapeAt } from "./shapes";

/** What a program uses of the package. */
interface Uses {
  calls: { name: string; keywords: string[] }[];
  reads: { of: string; path: (string | number)[] }[];
  undefined: string[];
}

/** What can be called, by the name that Python has for it. */
interface Callable {
  inputs: Properties;
  required: readonly string[];
  outputs: Properties;
  /** Keywords that are no inputs. */
  more: readonly string[];
}

export const hasPython = spawnSync("python3", ["--version"]).status === 0;

const CALLABLES = new Map<string, Callable>([
  ...RESOURCES.map(
    ([name, spec]) =>
      [
        name,
        {
          inputs: spec.inputProperties,
          required: spec.requiredInputs,
          outputs: { ...ID, ...spec.properties },
          more: ["opts"],
        },
      ] as const,
  ),
  ...FUNCTIONS.flatMap(([name, { inputs, outputs }]) => {
    const callable = {
      inputs: inputs?.properties ?? {},
      required: inputs?.required ?? [],
      outputs: outputs.properties,
      more: [],
    };
    return [pyName(name), `${pyName(name)}_output`].map((one) => [one, callable] as const);
  }),
]);

/** What Python and the schema say against programs, by the programs; one run of Python for all. */
export function pythonProblems(sources: readonly string[]): string[][] {
  const { status, stdout, stderr } = spawnSync("python3", [join(__dirname, "uses.py")], {
    input: JSON.stringify(sources),
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(stderr);
  return (JSON.parse(stdout) as Uses[]).map(problemsIn);
}

function problemsIn({ calls, reads, undefined: unknown }: Uses): string[] {
  const outputsOf = (name: string) => ({ properties: CALLABLES.get(name)?.outputs ?? {} });
  return [
    ...unknown.map((name) => `${name} is not defined`),
    ...calls.flatMap(({ name, keywords }) => {
      const callable = CALLABLES.get(name);
      if (!callable) return [`pulumi_vps has no ${name}`];
      const taken = [...Object.keys(callable.inputs).map(pyName), ...callable.more];
      const missing = callable.required.map(pyName).filter((one) => !keywords.includes(one));
      return [
        ...keywords.filter((one) => !taken.includes(one)).map((one) => `${name} takes no ${one}`),
        ...missing.map((one) => `${name} lacks ${one}`),
      ];
    }),
    ...reads.flatMap(({ of, path }) => {
      const shape = shapeAt(outputsOf(of), path, pyName);
      return typeof shape === "string" ? [`${of}: ${shape}`] : [];
    }),
  ];
}
