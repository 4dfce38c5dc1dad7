/**
 * `npm run schema`: makes schema.json, the description of this package that Pulumi's other languages and documentation read,
 * from what describes it already: the interfaces, the classes' TSDoc, the table of settings. With `--check` it only says
 * whether schema.json is what would be made (exit code).
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runChild } from "./engine/child.mts";
import { type Manifest, packageSpec } from "./schema/package.mts";

process.chdir(join(import.meta.dirname, ".."));

// The interfaces are read from the sources, which say nothing at run time; the rest is asked of the built provider.
const built = await runChild(process.execPath, ["scripts/build.mts"]);
if (built.code !== 0) throw new Error(built.output.join("\n"));
const { SETTINGS } = await import("../dist/provider/settings.js");
const { functions } = (await import("../dist/provider/functions/index.js")).default;
const { default: resources } = await import("../dist/provider/resources/index.js");

const manifest = JSON.parse(readFileSync("package.json", "utf8")) as Manifest;
const schema = packageSpec(manifest, {
  settings: SETTINGS,
  resources: Object.values(resources),
  functions: Object.values(functions),
});
const text = `${JSON.stringify(schema, null, 2)}\n`;

if (!process.argv.includes("--check")) {
  writeFileSync("schema.json", text);
} else if (readFileSync("schema.json", "utf8") !== text) {
  console.error("schema.json is not what the sources say: run `npm run schema`, and commit it.");
  process.exitCode = 1;
}
