/** The interfaces of this package as JSON schemas, and the TypeScript program they come from. */
import { globSync } from "node:fs";
import ts from "typescript";
import * as json from "typescript-json-schema";

/** All of the SDK but its entry, which is made from them. */
const SOURCES = { folders: ["sdk/*.ts", "sdk/functions/*.ts"], except: ["sdk/index.ts", "sdk/args.ts"] };

export function loadProgram(): ts.Program {
  const host = {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: (problem: ts.Diagnostic) => {
      throw new Error(ts.flattenDiagnosticMessageText(problem.messageText, "\n"));
    },
  };
  const config = ts.getParsedCommandLineOfConfigFile("tsconfig.json", {}, host);
  if (!config) throw new Error("tsconfig.json cannot be read.");
  const compiler = ts.createCompilerHost(config.options, true);
  const read = compiler.readFile;
  compiler.readFile = (path) => read(path)?.replaceAll(ALSO_UNDEFINED, "$1;");
  return ts.createProgram(globSync(SOURCES.folders, { exclude: SOURCES.except }).sort(), config.options, compiler);
}

/**
 * In a schema a property that may be missing is no other one for being `undefined` besides. It is read without, since the
 * compiler forgets in a union what a type was called, and `integer` is nothing but a name.
 */
const ALSO_UNDEFINED = /^( +\w+\?: .*) \| undefined;$/gm;

/** An interface, with those it refers to under `definitions`. */
export type Interface = json.Definition;

/** Looks up interfaces by name. */
export function interfacesIn(program: ts.Program): (name: string) => Interface {
  // The types are checked by a step of their own.
  const settings = { required: true, strictNullChecks: true, ignoreErrors: true };
  const generator = json.buildGenerator(program, settings);
  if (!generator) throw new Error("The TypeScript program cannot be read.");
  return (name) => generator.getSchemaForSymbol(name);
}
