import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** Jest's own counts, as `--json` writes them. */
interface Counts {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  /** Files that did not get as far as their first test. */
  numRuntimeErrorTestSuites: number;
  testResults: { name: string; assertionResults: { ancestorTitles: string[]; title: string; status: string }[] }[];
}

/** A test that was run. */
export interface Told {
  file: string;
  /** What it is part of, from the outermost, and its own title. */
  titles: string[];
  passed: boolean;
}

/** How a run of Jest ended. */
export interface JestResult {
  passed: number;
  failed: number;
  remark: string;
  tests: Told[];
}

/** Runs Jest with its output on the terminal. Where `strict`, a skipped test is a failed one. */
export async function runJest(args: string[], env: NodeJS.ProcessEnv, strict: boolean): Promise<JestResult> {
  const folder = mkdtempSync(join(tmpdir(), "pulumi-vps-jest-"));
  const report = join(folder, "report.json");
  try {
    const code = await start(["--json", `--outputFile=${report}`, ...args], env);
    return count(report, code, strict);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function start(args: string[], env: NodeJS.ProcessEnv): Promise<number | null> {
  const jest = join(dirname(createRequire(import.meta.url).resolve("jest/package.json")), "bin", "jest.js");
  const child = spawn(process.execPath, [jest, ...args], { stdio: "inherit", env });
  const onTerm = () => {
    child.kill("SIGTERM");
    process.exit(143);
  };
  process.once("SIGTERM", onTerm);
  return new Promise((resolve) => {
    child.on("error", () => resolve(null));
    child.on("close", (code) => {
      process.off("SIGTERM", onTerm);
      resolve(code);
    });
  });
}

function count(report: string, code: number | null, strict: boolean): JestResult {
  const counts = read(report);
  if (!counts) return { passed: 0, failed: 1, remark: "Jest did not report", tests: [] };
  const skipped = counts.numPendingTests;
  const counted = counts.numFailedTests + counts.numRuntimeErrorTestSuites + (strict ? skipped : 0);
  // Something outside the tests went wrong: a missing file, a leak, no tests at all.
  const failed = counted === 0 && code !== 0 ? 1 : counted;
  const remark = `${counts.numPassedTests} tests passed, ${counts.numFailedTests} failed, ${skipped} skipped`;
  return { passed: counts.numPassedTests, failed, remark, tests: told(counts) };
}

function told({ testResults }: Counts): Told[] {
  return testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ ancestorTitles, title, status }) => ({
      file: name,
      titles: [...ancestorTitles, title],
      passed: status === "passed",
    })),
  );
}

function read(report: string): Counts | undefined {
  try {
    return JSON.parse(readFileSync(report, "utf8"));
  } catch {
    return undefined;
  }
}
