import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { requireEmpty } from "../../../cli/import/folder";
import { findProject } from "../../../cli/project";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "pulumi-vps-project-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (text: string, name = "Pulumi.yaml") => writeFileSync(join(folder, name), text);

test("a project is found from a folder inside it, with its plugin and where its configurations are", () => {
  write(
    "name: it\nruntime: { name: nodejs }\nplugins: { providers: [{ name: vps, path: ../plugin }] }\nstackConfigDir: stacks\n",
  );
  const inside = join(folder, "a/b");
  mkdirSync(inside, { recursive: true });
  expect(findProject(inside)).toMatchObject({
    folder,
    name: "it",
    runtime: "nodejs",
    plugin: join(folder, "../plugin"),
    configFolder: join(folder, "stacks"),
  });
});

test.each([
  ["name: [", "is no valid YAML"],
  ["runtime: yaml", "is not a Pulumi project: name:"],
])("%j is refused: %s", (text, problem) => {
  write(text);
  expect(() => findProject(folder)).toThrow(problem);
});

test("outside of a project it says so", () => {
  expect(() => findProject(folder)).toThrow("There is no Pulumi.yaml here, nor in a folder above.");
});

test("a program is written into a new or empty folder only", () => {
  requireEmpty(folder);
  requireEmpty(join(folder, "new"));
  write("", "file");
  expect(() => requireEmpty(folder)).toThrow("is not empty");
  expect(() => requireEmpty(join(folder, "file"))).toThrow("is a file");
});
