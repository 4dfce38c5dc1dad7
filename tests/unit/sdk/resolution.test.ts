import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { VERSION } from "../../../provider/version";
import type * as resolution from "../../../sdk/resolution";

let folder: string;
let project: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "pulumi-vps-resolution-"));
  project = join(folder, "project");
  mkdirSync(project);
});
afterEach(() => {
  jest.restoreAllMocks();
  delete process.env.PULUMI_NODEJS_MONITOR;
  rmSync(folder, { recursive: true, force: true });
});

/** The package, as far as looking for it goes. */
function install(target: string, version = VERSION): void {
  const exports = { "./dynamic": "./dynamic.js", "./package.json": "./package.json" };
  mkdirSync(target, { recursive: true });
  writeFileSync(join(target, "package.json"), JSON.stringify({ name: "pulumi-vps", version, exports }));
  writeFileSync(join(target, "dynamic.js"), "");
}

/** The module as a program in this folder loads it. */
function loadedIn(programFolder: string): typeof resolution {
  jest.spyOn(process, "cwd").mockReturnValue(programFolder);
  let loaded: typeof resolution | undefined;
  jest.isolateModules(() => {
    loaded = require("../../../sdk/resolution");
  });
  if (!loaded) throw new Error("The module was not loaded.");
  return loaded;
}

describe("which version a provider in the program's folder loads", () => {
  const seenFrom = (place: string) => loadedIn(place).versionSeenFrom(place);

  test("the project's own", () => {
    install(join(project, "node_modules/pulumi-vps"), "7.8.9");
    expect(seenFrom(project)).toBe("7.8.9");
  });

  test("one further up, for a program in a folder of its own or a package of a monorepo", () => {
    install(join(folder, "node_modules/pulumi-vps"), "7.8.9");
    mkdirSync(join(project, "dist"));
    expect(seenFrom(join(project, "dist"))).toBe("7.8.9");
  });

  test("one that is a link into a store", () => {
    install(join(folder, "store/pulumi-vps"), "7.8.9");
    mkdirSync(join(project, "node_modules"));
    symlinkSync(join(folder, "store/pulumi-vps"), join(project, "node_modules/pulumi-vps"));
    expect(seenFrom(project)).toBe("7.8.9");
  });

  test.each([
    ["another package has it", "node_modules/my-component/node_modules/pulumi-vps"],
    ["it is in the store of pnpm", "node_modules/.pnpm/pulumi-vps@0.1.0/node_modules/pulumi-vps"],
  ])("none where only %s", (_where, place) => {
    install(join(project, place));
    expect(seenFrom(project)).toBeUndefined();
  });

  test("none where it is another package of that name", () => {
    const target = join(project, "node_modules/pulumi-vps");
    install(target);
    writeFileSync(
      join(target, "package.json"),
      JSON.stringify({ name: "pulumi-vps", exports: { ".": "./dynamic.js" } }),
    );
    expect(seenFrom(project)).toBeUndefined();
  });
});

describe("in a program that Pulumi started", () => {
  beforeEach(() => {
    process.env.PULUMI_NODEJS_MONITOR = "127.0.0.1:1";
  });

  test("a project without the package is told so in one line", () => {
    const { requireProvider } = loadedIn(project);
    const failure = errorOf(requireProvider);
    expect(pulumi.RunError.isInstance(failure)).toBe(true);
    expect(failure).toMatchObject({ stack: "", message: expect.stringContaining(`not found from ${project}, `) });
    expect(failure?.message).toContain("Add pulumi-vps to the dependencies of the project with this Pulumi.yaml");
    expect(failure?.message).not.toContain("\n");
  });

  test("one with the same version passes, looked at once", () => {
    const target = join(project, "node_modules/pulumi-vps");
    install(target);
    const { requireProvider } = loadedIn(project);
    expect(errorOf(requireProvider)).toBeUndefined();
    rmSync(dirname(target), { recursive: true });
    expect(errorOf(requireProvider)).toBeUndefined();
  });
});

test("an inline program and a unit test are let be: they may run anywhere", () => {
  expect(errorOf(loadedIn(project).requireProvider)).toBeUndefined();
});

function errorOf(work: () => void): Error | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    return error as Error;
  }
}
