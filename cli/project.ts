import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { parse, YAMLError } from "yaml";
import { z } from "zod";
import { VpsError } from "../provider/errors/vpsError";

const FILES = ["Pulumi.yaml", "Pulumi.yml", "Pulumi.json"];

const pluginSchema = z.looseObject({ name: z.string(), path: z.string().optional() });

const documentSchema = z.looseObject({
  name: z.string(),
  runtime: z.union([z.string(), z.looseObject({ name: z.string() })]).transform((runtime) => {
    return typeof runtime === "string" ? runtime : runtime.name;
  }),
  plugins: z.looseObject({ providers: z.array(pluginSchema).optional() }).optional(),
  stackConfigDir: z.string().optional(),
});

/** A Pulumi project: its file `Pulumi.yaml`, and where it is. */
export interface Project {
  folder: string;
  name: string;
  /** Language of its program, as Pulumi calls it: `nodejs`, `yaml`, `python`, … */
  runtime: string;
  /** The folder of this package's plugin, where the project names one. */
  plugin: string | undefined;
  /** Where the configurations of its stacks are. */
  configFolder: string;
  /** All that the file says. */
  document: Record<string, unknown>;
}

/** The project that a folder belongs to, as Pulumi finds it: its file is there or in a folder above. */
export function findProject(folder: string): Project {
  const file = FILES.map((name) => join(folder, name)).find((path) => existsSync(path));
  if (file !== undefined) return projectIn(file);
  const above = dirname(folder);
  if (above !== folder) return findProject(above);
  throw new VpsError("config", "There is no Pulumi.yaml here, nor in a folder above. Run this in a Pulumi project.");
}

function projectIn(file: string): Project {
  const document = documentIn(file);
  const parsed = documentSchema.safeParse(document);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("; ");
    throw new VpsError("config", `${file} is not a Pulumi project: ${problems}.`);
  }
  const { name, runtime, plugins, stackConfigDir = "." } = parsed.data;
  const folder = dirname(file);
  const plugin = plugins?.providers?.find((one) => one.name === "vps")?.path;
  return {
    folder,
    name,
    runtime,
    plugin: plugin === undefined ? undefined : resolve(folder, plugin),
    configFolder: resolve(folder, stackConfigDir),
    document: document as Record<string, unknown>,
  };
}

function documentIn(file: string): unknown {
  try {
    return parse(readFileSync(file, "utf8"));
  } catch (error) {
    if (!(error instanceof YAMLError)) throw error;
    throw new VpsError("config", `${file} is no valid YAML: ${error.message}`, { cause: error });
  }
}
