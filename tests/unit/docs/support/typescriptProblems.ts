import { join, resolve } from "node:path";
import ts from "typescript";

const ROOT = resolve(__dirname, "../../../..");
/** Where the examples would stand: beside the package's own folders, whose entry `pulumi-vps` is. */
const FOLDER = join(ROOT, "examples-of-pages");

const OPTIONS: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  noUnusedLocals: false,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.CommonJS,
  moduleResolution: ts.ModuleResolutionKind.Node10,
  esModuleInterop: true,
  types: ["node"],
  paths: { "pulumi-vps": [join(ROOT, "sdk/index.ts")] },
};

/** What the compiler says against programs, as one whole. */
export function typescriptProblems(sources: readonly string[]): string[] {
  const files = new Map(sources.map((source, index) => [join(FOLDER, `${index}.ts`), source]));
  const host = ts.createCompilerHost(OPTIONS);
  const { readFile, fileExists } = host;
  host.readFile = (name) => files.get(name) ?? readFile(name);
  host.fileExists = (name) => files.has(name) || fileExists(name);
  host.getSourceFile = (name, target) => {
    const text = host.readFile(name);
    return text === undefined ? undefined : ts.createSourceFile(name, text, target);
  };
  const program = ts.createProgram([...files.keys()], OPTIONS, host);
  return [...files].flatMap(([name, source]) =>
    program
      .getSemanticDiagnostics(program.getSourceFile(name))
      .map(({ messageText }) => `${ts.flattenDiagnosticMessageText(messageText, "\n")}\n${source}`),
  );
}
