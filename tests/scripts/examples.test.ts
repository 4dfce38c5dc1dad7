import { resolve } from "node:path";
import ts from "typescript";
import { PACKAGE } from "../unit/schema/support";

const ROOT = resolve(__dirname, "../..");

const DESCRIBED = [...Object.entries(PACKAGE.resources), ...Object.entries(PACKAGE.functions)];

/** The examples by the file names they would have; as ES modules, which may await at their top level. */
const EXAMPLES = new Map(
  DESCRIBED.flatMap(([token, { description }]) =>
    [...description.matchAll(/```typescript\n(.*?)```/gs)].map(
      ([, code], index) => [resolve(ROOT, `${token.split(":").at(-1)}-${index}.mts`), code ?? ""] as const,
    ),
  ),
);

test("every example is a whole program that compiles", () => {
  expect(EXAMPLES.size).toBeGreaterThanOrEqual(DESCRIBED.length);
  expect(problemsIn(EXAMPLES)).toEqual([]);
}, 60_000);

/** What the compiler says of programs that exist in memory only, and import the package from its sources. */
function problemsIn(files: Map<string, string>): string[] {
  const { config } = ts.readConfigFile(resolve(ROOT, "tsconfig.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
  const paths = { "pulumi-vps": [resolve(ROOT, "sdk/index.ts")] };
  const host = ts.createCompilerHost({ ...options, paths });
  const program = ts.createProgram(
    [...files.keys()],
    { ...options, paths, types: ["node"] },
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
