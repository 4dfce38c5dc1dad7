import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import ts from "typescript";
import { PACKAGE } from "../unit/schema/support";

const ROOT = resolve(__dirname, "../..");
/** A program as Pulumi makes them: CommonJS, so that nothing awaits at the top level. */
const PROJECT = resolve(ROOT, "examples/quickstart");

const DESCRIBED = [...Object.entries(PACKAGE.resources), ...Object.entries(PACKAGE.functions)];

/** The examples by the file names they would have in that program. */
const EXAMPLES = new Map(
  DESCRIBED.flatMap(([token, { description }]) =>
    [...description.matchAll(/```typescript\n(.*?)```/gs)].map(
      ([, code], index) => [resolve(PROJECT, `${token.split(":").at(-1)}-${index}.ts`), code ?? ""] as const,
    ),
  ),
);

test("every example is a whole program that compiles", () => {
  expect(EXAMPLES.size).toBeGreaterThanOrEqual(DESCRIBED.length);
  expect(problemsIn(EXAMPLES)).toEqual([]);
}, 60_000);

test("what fails in such a program is found", () => {
  const awaiting = 'import { getSshKeys } from "pulumi-vps";\nexport const { keys } = await getSshKeys();\n';
  const program = new Map([[resolve(PROJECT, "awaiting.ts"), awaiting]]);
  expect(problemsIn(program)).toEqual([expect.stringContaining("CommonJS module")]);
}, 60_000);

test("the README's programs compile, too", () => {
  const readme = readFileSync(resolve(ROOT, "README.md"), "utf8");
  const programs = [...readme.matchAll(/```ts\n(import .*?)```/gs)].map(
    ([, code], index) => [resolve(PROJECT, `readme-${index}.ts`), code ?? ""] as const,
  );
  expect(programs).toHaveLength(2);
  expect(problemsIn(new Map(programs))).toEqual([]);
}, 60_000);

/** What the compiler says of programs that exist in memory only, and import the package from its sources. */
function problemsIn(files: Map<string, string>): string[] {
  const { config } = ts.readConfigFile(resolve(PROJECT, "tsconfig.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, PROJECT);
  const paths = { "pulumi-vps": [resolve(ROOT, "sdk/index.ts")] };
  const host = ts.createCompilerHost({ ...options, paths });
  const program = ts.createProgram(
    [...files.keys()],
    { ...options, paths },
    {
      ...host,
      fileExists: (file) => files.has(file) || host.fileExists(file),
      readFile: (file) => files.get(file) ?? host.readFile(file),
      getSourceFile: (file, version) => {
        const text = files.get(file);
        return text === undefined ? host.getSourceFile(file, version) : ts.createSourceFile(file, text, version);
      },
    },
  );
  return [...files.keys()]
    .map((file) => program.getSourceFile(file))
    .flatMap((source) => [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)])
    .map(({ file, messageText }) => `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`);
}
