/**
 * `npm run sdk`: makes sdk/python/, the SDK of Python programs, from schema.json by Pulumi's own generator. That takes Go. With
 * `--check` it only says whether the committed files are what would be made (exit code).
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Made, stale, write } from "./schema/made.mts";
import { generated, hasGo } from "./sdk/generator.mts";

const FOLDER = "sdk/python";
/** The sources: all that is there is made. Beside them, pip leaves what it builds. */
const SOURCES = `${FOLDER}/pulumi_vps`;

process.chdir(join(import.meta.dirname, ".."));

if (!(await hasGo())) {
  console.error("The SDK of Python is made by a Go program: install Go 1.26.6 or newer (https://go.dev/dl).");
  process.exitCode = 1;
} else if (!process.argv.includes("--check")) {
  write(await sdk(), [SOURCES]);
} else {
  const files = stale(await sdk(), [SOURCES]);
  if (files.length > 0) {
    console.error(`Not what schema.json says: ${files.join(", ")}. Run \`npm run sdk\`, and commit what it changes.`);
    process.exitCode = 1;
  }
}

/** What is generated, and what a package shows of itself: its readme and its licence, where the build looks for them. */
async function sdk(): Promise<Made> {
  const made = new Map([...(await generated("python"))].map(([path, text]) => [`${FOLDER}/${path}`, text]));
  made.set(`${FOLDER}/README.md`, made.get(`${FOLDER}/pulumi_vps/README.md`) ?? "");
  made.set(`${FOLDER}/LICENSE`, readFileSync("LICENSE", "utf8"));
  return made;
}
