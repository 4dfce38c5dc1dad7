/** `npm run conformance`: runs the conformance suite, and makes docs/conformance.md of it. */
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { conformancePage, PAGE, resourceNames } from "./test/conformance.mts";
import { runJest } from "./test/jest.mts";

process.chdir(resolve(import.meta.dirname, ".."));
const { failed, tests } = await runJest(["tests/conformance"], process.env, true);
writeFileSync(PAGE, conformancePage(tests, resourceNames()));
process.exitCode = failed === 0 ? 0 : 1;
