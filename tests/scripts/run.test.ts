import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Tally } from "../../scripts/test/tally.mts";
import { Machine, until } from "./support.ts";

const HELLO = 'console.log("hello", ...process.argv.slice(2));';

let machine: Machine;
beforeEach(() => {
  machine = new Machine();
});
afterEach(() => machine.remove());

test("the dependencies are installed once, and again when the lockfile asks for others", async () => {
  machine.clone(HELLO);
  machine.npm();
  const first = machine.program(["there"]);
  expect((await first.ended).code).toBe(0);
  expect(first.output()).toMatch(/^Installing dependencies .*\nhello there\n$/);
  const second = machine.program();
  await second.ended;
  expect(second.output()).toBe("hello\n");
  machine.lockfile("1.0.1");
  await machine.program().ended;
  expect(machine.installs()).toBe(2);
});

test("two runs at once install once", async () => {
  machine.clone(HELLO);
  machine.npm(`${machine.hold}; mkdir -p node_modules && cp package-lock.json node_modules/.package-lock.json`);
  const first = machine.program();
  await until(() => machine.installs() === 1);
  const second = machine.program();
  await until(() => second.output().includes("is installing"));
  machine.release();
  await Promise.all([first.ended, second.ended]);
  expect(second.output()).toMatch(/^Another run \(process \d+\) is installing .*\nhello\n$/);
  expect(machine.installs()).toBe(1);
  expect(readdirSync(machine.root).filter((name) => name.endsWith(".lock"))).toEqual([]);
});

test("without a network there is one message", async () => {
  machine.clone(HELLO);
  machine.npm("echo 'npm error code ENOTFOUND' >&2; exit 1");
  const runtime = machine.program();
  expect((await runtime.ended).code).toBe(1);
  expect(runtime.output()).toMatch(
    /\nnpm could not download the dependencies: no network\?.*\nnpm error code ENOTFOUND\n\n$/,
  );
});

test("a Node that is too old gets one message", async () => {
  machine.clone(HELLO);
  const runtime = machine.program([], ["--require", pretendNode("16.20.2")]);
  expect((await runtime.ended).code).toBe(1);
  expect(runtime.output()).toBe("\nNode 18 or newer is needed to start, found v16.20.2: https://nodejs.org\n\n");
});

test("an installation without Node 24 says what to do", async () => {
  machine.clone(HELLO);
  machine.npm();
  const runtime = machine.program([], ["--require", pretendNode("20.20.2")]);
  expect((await runtime.ended).code).toBe(1);
  expect(runtime.output()).toContain("npm rebuild node --ignore-scripts=false");
});

test("the exit code of the program is passed on", async () => {
  machine.clone("process.exit(7);");
  machine.npm();
  expect((await machine.program().ended).code).toBe(7);
});

test("a signal is passed on, and the program has the time to clean up", async () => {
  const cleaned = join(machine.root, "cleaned");
  const onTerm = `setTimeout(() => { fs.writeFileSync(${JSON.stringify(cleaned)}, ""); process.exit(3); }, 200)`;
  machine.clone(
    `import fs from "node:fs"; process.on("SIGTERM", () => ${onTerm}); console.log("up"); setInterval(() => {}, 1000);`,
  );
  machine.npm();
  const runtime = machine.program();
  await until(() => runtime.output().includes("up"));
  runtime.child.kill("SIGTERM");
  expect((await runtime.ended).code).toBe(3);
  expect(existsSync(cleaned)).toBe(true);
});

test("the last line counts everything that passed and failed", async () => {
  const lines: string[] = [];
  const log = jest.spyOn(console, "log").mockImplementation((line: string) => void lines.push(line));
  const error = jest.spyOn(console, "error").mockImplementation(() => {});
  const tally = new Tally();
  await tally.step("lint", async () => undefined);
  await tally.step("types", async () => {
    throw new Error("wrong");
  });
  tally.add("tests", 10, 2);
  expect(tally.finish()).toBe(1);
  log.mockRestore();
  error.mockRestore();
  expect(lines.join("\n").split("\n").at(-1)).toBe("11 passed, 3 failed");
});

/** A module that makes Node call itself something else. */
function pretendNode(version: string): string {
  const file = join(machine.root, "pretend.cjs");
  const versions = `{ ...process.versions, node: "${version}" }`;
  writeFileSync(file, `Object.defineProperty(process, "versions", { value: ${versions} });`);
  return file;
}
