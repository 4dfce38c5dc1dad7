/**
 * `npm run schema`: makes schema.json, the description of this package that Pulumi's other languages and documentation read,
 * from what describes it already: the interfaces, the provider's definitions, the classes' TSDoc, the table of settings; from
 * schema.json the pages below docs/; from the definitions what the classes need at run time; and the entry of the SDK, from the
 * classes and functions in its files. With `--check` it only says whether the committed files are what would be made (exit code).
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Coverage } from "./docs/coverage.mts";
import { FOLDERS, pages } from "./docs/pages.mts";
import { runChild } from "./engine/child.mts";
import { entryFiles } from "./schema/entry.mts";
import { loadProgram } from "./schema/interfaces.mts";
import { KINDS, kindsModule } from "./schema/kinds.mts";
import { stale, write } from "./schema/made.mts";
import { nativeFiles, providerArgs } from "./schema/native.mts";
import { type Manifest, packageSpec } from "./schema/package.mts";
import type { Definition } from "./schema/resource.mts";

process.chdir(join(import.meta.dirname, ".."));

const check = process.argv.includes("--check");
const program = loadProgram();
const entry = new Map([...entryFiles(program), ...nativeFiles(program)]);
// The build needs it.
if (!check) write(entry, []);

// The interfaces are read from the sources, which say nothing at run time; the rest is asked of the built provider.
const built = await runChild(process.execPath, ["scripts/build.mts"]);
if (built.code !== 0) throw new Error(built.output.join("\n"));
const { SETTINGS } = await import("../dist/provider/config/allSettings.js");
const { FUNCTIONS, HOSTERS } = await import("../dist/provider/registry.js");

const manifest = JSON.parse(readFileSync("package.json", "utf8")) as Manifest;
const resources = Object.values(HOSTERS).flatMap((hoster) => Object.values<Definition>(hoster.resources));
const schema = packageSpec(program, manifest, {
  settings: SETTINGS,
  resources,
  functions: FUNCTIONS,
});
const coverage = JSON.parse(readFileSync("docs/coverage.json", "utf8")) as Coverage;
const made = new Map([
  ...entry,
  ["schema.json", `${JSON.stringify(schema, null, 2)}\n`],
  [KINDS, kindsModule(resources)],
  providerArgs(SETTINGS),
  ...pages(schema, coverage, Object.values(HOSTERS)),
]);

if (!check) {
  write(made, FOLDERS);
} else {
  const files = stale(made, FOLDERS);
  if (files.length > 0) {
    console.error(`Not what the sources say: ${files.join(", ")}. Run \`npm run schema\`, and commit what it changes.`);
    process.exitCode = 1;
  }
}
