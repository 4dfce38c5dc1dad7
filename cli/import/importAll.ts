import { resolve } from "node:path";
import { createInterface } from "node:readline/promises";
import { configOf } from "../../provider/config/ofProvider";
import { canonicalName } from "../../provider/dnsName";
import { VpsError } from "../../provider/errors/vpsError";
import type { HosterName } from "../../provider/hosters";
import { Runtime } from "../../provider/lifecycle/runtime/runtime";
import { type Line, printed, withOperation } from "../../provider/operation";
import { findProject, type Project } from "../project";
import { Pulumi } from "../pulumi";
import {
  type Contents,
  contentsOf,
  type HeldProvider,
  hasPlugin,
  type Server,
  selectedStack,
  settingsOf,
} from "../stack";
import type { Language } from "./choices";
import { programText, requireEmpty, type Target, writeProject } from "./folder";
import type { Found, Program } from "./model";
import { declarations, providerDeclaration } from "./references";
import { survey } from "./survey";
import { tableOf } from "./table";
import { takeOver } from "./takeOver";
import { closing, counted, interrupted, notesOn, nothingToImport } from "./words";
import { secretsOf } from "./writing";

/** What a person may say on the command line. */
export interface ImportOptions {
  hoster?: HosterName[];
  zone?: string[];
  provider?: string;
  out?: string;
  language?: Language;
  yes?: true;
}

/** `pulumi-vps import`: takes all that the accounts hold over into the stack that is selected. */
export async function importAll(options: ImportOptions, signal: AbortSignal): Promise<void> {
  const project = findProject(process.cwd());
  const out = options.out === undefined ? undefined : resolve(options.out);
  if (out !== undefined) requireEmpty(out);
  const stack = await selectedStack(new Pulumi(project.folder));
  const pulumi = new Pulumi(project.folder, stack);
  const contents = await contentsOf(pulumi, options.provider !== undefined);
  const provider = options.provider === undefined ? undefined : providerIn(contents, options.provider);
  const servedBy = provider === undefined ? await serverOf(project, contents, pulumi) : "plugin";
  const language = languageOf(options, project, servedBy);

  const runtime = new Runtime(configOf(provider?.settings ?? (await settingsOf(pulumi))));
  const scope = { hosters: options.hoster ?? [], zones: [...new Set(options.zone?.map(canonicalName))] };
  const report = (line: Line) => say(printed(line));
  const seen = await withOperation({ signal, report }, () => survey(runtime, contents, scope, say)).catch((error) => {
    throw signal.aborted ? new VpsError("cancelled", "Nothing was imported.", { cause: error }) : error;
  });
  say(`\n${tableOf(seen)}\n`);
  if (seen.isPartial) {
    say("Some of it could not be looked at. Run again later: what is in the stack by then is not imported twice.");
    process.exitCode = 1;
  }
  const count = seen.found.length;
  if (count === 0) return say(nothingToImport(seen));
  if (servedBy === "plugin" && options.yes !== true) await consent(`Take ${counted(count)} over into stack ${stack}?`);

  const program: Program = {
    provider: provider === undefined ? undefined : providerDeclaration(provider),
    declarations: declarations(seen.found, servedBy),
    notes: notesOn(seen),
  };
  const target: Target = { project, language, servedBy };
  // First, so that no stack ever holds what no program is there for.
  const remove = out === undefined ? undefined : writeProject(out, stack, program, target);
  const print = () => out === undefined && process.stdout.write(programText(program, target));
  try {
    await keepSecrets(new Pulumi(out ?? project.folder, stack), program);
    if (servedBy === "plugin") {
      say(`Importing ${counted(count)} into stack ${stack} …`);
      await takeOver(pulumi, seen.found, provider);
    }
  } catch (error) {
    const held = await heldOf(seen.found, pulumi);
    if (held === 0 || !(error instanceof VpsError)) {
      remove?.();
      throw error;
    }
    print();
    throw new VpsError(error.code, `${error.message}\n\n${interrupted({ stack, count, held, out })}`, { cause: error });
  }
  print();
  say(closing({ stack, count, servedBy, language, out }));
}

/** How many of them the stack holds after an import that failed. */
async function heldOf(found: readonly Found[], pulumi: Pulumi): Promise<number> {
  const { resources } = await contentsOf(pulumi, false);
  const keys = new Set(resources.map(({ kind, id }) => `${kind} ${id}`));
  return found.filter(({ kind, id }) => keys.has(`${kind} ${id}`)).length;
}

function providerIn({ providers }: Contents, name: string): HeldProvider {
  const found = providers.find((one) => one.name === name);
  if (found !== undefined) return found;
  const names = providers.map((one) => one.name).join(", ");
  throw new VpsError(
    "config",
    `The stack has no provider ${name} of this package; it has ${names || "none"}. Declare it in the program, and run \`pulumi up\` first.`,
  );
}

/** By whom the resources of the program are served: by the plugin, where the stack uses it, or the project or this computer has it. */
async function serverOf({ plugin }: Project, { resources }: Contents, pulumi: Pulumi): Promise<Server> {
  if (resources.some(({ servedBy }) => servedBy === "dynamic")) return "dynamic";
  const isThere = resources.length > 0 || plugin !== undefined || (await hasPlugin(pulumi));
  return isThere ? "plugin" : "dynamic";
}

function languageOf({ language }: ImportOptions, { runtime }: Project, servedBy: Server): Language {
  const chosen = language ?? (runtime === "yaml" ? "yaml" : "typescript");
  if (chosen === "yaml" && servedBy === "dynamic") {
    throw new VpsError(
      "config",
      "A program in YAML needs the plugin: add it to `plugins.providers` of Pulumi.yaml (docs/plugin.md says how).",
    );
  }
  return chosen;
}

async function consent(question: string): Promise<void> {
  if (!process.stdin.isTTY) throw new VpsError("config", "Nobody can be asked here. Run with --yes to agree.");
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  // Who presses Ctrl-C or Ctrl-D gives no answer, and the question waits for ever.
  const left = new Promise<string>((resolve) => terminal.once("close", () => resolve("")));
  terminal.once("SIGINT", () => terminal.close());
  const answer = await Promise.race([left, terminal.question(`${question} [y/N] `)]);
  terminal.close();
  if (!/^y(es)?$/i.test(answer.trim())) throw new VpsError("cancelled", "Nothing was imported.");
}

/** A program must not hold them, so the stack's configuration does, encrypted. */
async function keepSecrets(pulumi: Pulumi, program: Program): Promise<void> {
  for (const { key, value } of secretsOf(program)) {
    await pulumi.output(["config", "set", "--secret", key], typeof value === "string" ? value : JSON.stringify(value));
  }
}

/** What is said goes to stderr, so that stdout has the program alone. */
function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
