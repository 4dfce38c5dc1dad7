import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { seal } from "../../../provider/sealed";
import { environmentOfRun } from "../../../sdk/environment";

const IN_PROVIDER = { FORNEX_API_KEY: "simulated.0123" };
const folder = mkdtempSync(join(tmpdir(), "pulumi-vps-environment-"));
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => jest.restoreAllMocks());

/** A working directory in which a provider can start, or not. */
function workIn(name: string, modules: string[]): void {
  const cwd = join(folder, name);
  mkdirSync(cwd);
  for (const module of modules) {
    mkdirSync(dirname(join(cwd, "node_modules", module)), { recursive: true });
    writeFileSync(join(cwd, "node_modules", `${module}.js`), "");
  }
  jest.spyOn(process, "cwd").mockReturnValue(cwd);
}
const MODULES = ["@pulumi/pulumi/cmd/dynamic-provider", "pulumi-vps/dynamic"];

/** A run of its own, with an engine that answers as the provider does; told is how often it was asked. */
async function startRun(): Promise<pulumi.runtime.MockResourceArgs[]> {
  const asked: pulumi.runtime.MockResourceArgs[] = [];
  await pulumi.runtime.setMocks({
    call: () => ({}),
    newResource: (args) => {
      asked.push(args);
      const sealed = seal(JSON.stringify(IN_PROVIDER), String(args.inputs.reader));
      return { id: args.id, state: { ...args.inputs, sealed } };
    },
  });
  return asked;
}

test("an inline program learns it from the provider, once in a run", async () => {
  workIn("inline", MODULES);
  for (let run = 0; run < 2; run += 1) {
    const asked = await startRun();
    expect(await Promise.all([environmentOfRun(), environmentOfRun()])).toEqual([IN_PROVIDER, IN_PROVIDER]);
    expect(asked).toMatchObject([{ name: "vps-environment", id: "environment" }]);
  }
});

test("a program that Pulumi's command started has it already", async () => {
  workIn("command", MODULES);
  jest.replaceProperty(process, "env", { ...process.env, PULUMI_NODEJS_MONITOR: "127.0.0.1:1" });
  const asked = await startRun();
  expect(await environmentOfRun()).toBe(process.env);
  expect(asked).toEqual([]);
});

test.each(MODULES)("where no provider could start, for lack of %s, none is asked", async (missing) => {
  workIn(
    `without ${MODULES.indexOf(missing)}`,
    MODULES.filter((module) => module !== missing),
  );
  const asked = await startRun();
  expect(await environmentOfRun()).toBe(process.env);
  expect(asked).toEqual([]);
});
