import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { stringify } from "yaml";
import { VpsError } from "../../provider/errors/vpsError";
import { VERSION } from "../../provider/version";
import type { Project } from "../project";
import type { Server } from "../stack";
import type { Language } from "./choices";
import type { Program } from "./model";
import { typescript } from "./typescript";
import { yaml } from "./yaml";

/** What a program is written for. */
export interface Target {
  project: Project;
  language: Language;
  servedBy: Server;
}

/** Keys of a project file that belong to its program. */
const OF_PROGRAM = new Set(["runtime", "main", "resources", "variables", "outputs", "template", "stackConfigDir"]);

/** The program alone, as it would be in a project that is there already. */
export function programText(program: Program, target: Target): string {
  if (target.language === "yaml") return yaml(program, {});
  return typescript(program, entryOf(target));
}

/** Throws where the folder is there and holds anything: no file is ever written over. */
export function requireEmpty(folder: string): void {
  const there = statSync(folder, { throwIfNoEntry: false });
  if (there === undefined || (there.isDirectory() && readdirSync(folder).length === 0)) return;
  const problem = there.isDirectory() ? "is not empty" : "is a file";
  throw new VpsError("config", `${folder} ${problem}. Name a new or empty folder with --out: nothing is written over.`);
}

/** Writes a project with the program, and with the configuration of the stack. Answers how to take all of it away again. */
export function writeProject(folder: string, stack: string, program: Program, target: Target): () => void {
  const isNew = !existsSync(folder);
  const files = filesOf(folder, program, target);
  const config = `Pulumi.${stack.split("/").at(-1)}.yaml`;
  const remove = () => {
    for (const name of [...Object.keys(files), config]) rmSync(join(folder, name), { force: true });
    if (isNew) rmSync(folder, { recursive: true, force: true });
  };
  try {
    mkdirSync(folder, { recursive: true });
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text, { flag: "wx" });
    const source = join(target.project.configFolder, config);
    if (existsSync(source)) copyFileSync(source, join(folder, config));
  } catch (error) {
    remove();
    const { code = "" } = error as NodeJS.ErrnoException;
    throw new VpsError("config", `${folder} cannot be written (${code}). Name another folder with --out.`, {
      cause: error,
    });
  }
  return remove;
}

function filesOf(folder: string, program: Program, target: Target): Record<string, string> {
  const { project, language } = target;
  if (language === "yaml") return { "Pulumi.yaml": yaml(program, documentFor(folder, target)) };
  return {
    "Pulumi.yaml": stringify(documentFor(folder, target)),
    "package.json": `${JSON.stringify(manifest(project), null, 2)}\n`,
    "tsconfig.json": `${JSON.stringify(TSCONFIG, null, 2)}\n`,
    "index.ts": typescript(program, entryOf(target)),
  };
}

function documentFor(folder: string, { project, language }: Target): object {
  const kept = Object.entries(project.document).filter(([name]) => !OF_PROGRAM.has(name));
  const { name, description, ...rest } = Object.fromEntries(kept);
  return {
    name,
    ...(description === undefined ? {} : { description }),
    runtime: language === "yaml" ? "yaml" : "nodejs",
    ...rest,
    ...(project.plugin === undefined ? {} : { plugins: pluginsFor(folder, project) }),
  };
}

/** The plugins of the project, seen from the folder. */
function pluginsFor(folder: string, { document, folder: home }: Project): unknown {
  return JSON.parse(
    JSON.stringify(document.plugins, (name, value: unknown) =>
      name === "path" && typeof value === "string" ? seenFrom(folder, resolve(home, value)) : value,
    ),
  );
}

function seenFrom(folder: string, place: string): string {
  const path = relative(folder, place).split(sep).join("/");
  return path.startsWith(".") ? path : `./${path}`;
}

function entryOf({ servedBy }: Target): string {
  return servedBy === "plugin" ? "pulumi-vps/native" : "pulumi-vps";
}

function manifest({ name }: Project): object {
  return {
    name: name.toLowerCase(),
    private: true,
    dependencies: { "@pulumi/pulumi": "^3.216.0", "pulumi-vps": `^${VERSION}` },
    devDependencies: { "ts-node": "^10.9.2", typescript: "~5.9.3" },
  };
}

const TSCONFIG = {
  compilerOptions: {
    target: "es2023",
    module: "nodenext",
    moduleResolution: "nodenext",
    strict: true,
    skipLibCheck: true,
    noEmit: true,
  },
  files: ["index.ts"],
};
