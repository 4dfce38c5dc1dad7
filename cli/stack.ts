import { z } from "zod";
import { VpsError } from "../provider/errors/vpsError";
import { RESOURCES } from "../provider/registry";
import type { Pulumi } from "./pulumi";

/** How the engine writes a secret where it is asked to show them. */
const shownSecret = z.object({ plaintext: z.string() });

const resourceSchema = z.looseObject({
  urn: z.string(),
  type: z.string(),
  id: z.string().optional(),
  inputs: z.record(z.string(), z.unknown()).optional(),
  delete: z.boolean().optional(),
  external: z.boolean().optional(),
});

const exportSchema = z.looseObject({
  deployment: z.looseObject({ resources: z.array(resourceSchema).nullish() }).nullish(),
});

const settingsSchema = z.record(z.string(), z.looseObject({ value: z.string().optional() }));

const pluginsSchema = z.array(z.looseObject({ name: z.string() }));

/** By whom a resource of this package is served. */
export type Server = "dynamic" | "plugin";

/** A resource of this package that a stack holds. */
export interface Held {
  kind: string;
  id: string;
  name: string;
  servedBy: Server;
  /** It is only looked up (`get`), so the stack does not own the object. */
  isExternal: boolean;
}

/** An explicit provider of this package in a stack. */
export interface HeldProvider {
  name: string;
  urn: string;
  /** What it was given; credentials in plain. */
  settings: Record<string, unknown>;
}

/** What a stack holds of this package. */
export interface Contents {
  resources: readonly Held[];
  providers: readonly HeldProvider[];
}

/** Name of the stack that is selected. */
export async function selectedStack(pulumi: Pulumi): Promise<string> {
  return (await pulumi.output(["stack", "--show-name"])).trim();
}

/** The settings of this package in the stack's configuration; credentials in plain. */
export async function settingsOf(pulumi: Pulumi): Promise<Record<string, string>> {
  const text = await pulumi.output(["config", "--json", "--show-secrets"]);
  const all = parsed(settingsSchema, text, "pulumi config");
  const ours = Object.entries(all).flatMap(([key, { value }]) => {
    const [namespace, setting] = key.split(":");
    return namespace === "vps" && setting !== undefined && value !== undefined ? [[setting, value]] : [];
  });
  return Object.fromEntries(ours);
}

/** Whether the plugin of this package is installed for the whole computer. */
export async function hasPlugin(pulumi: Pulumi): Promise<boolean> {
  const { code, stdout } = await pulumi.computer(["plugin", "ls", "--json"]);
  return code === 0 && parsed(pluginsSchema, stdout, "pulumi plugin ls").some(({ name }) => name === "vps");
}

/** What the stack holds; `showsSecrets` where the settings of its providers are wanted. */
export async function contentsOf(pulumi: Pulumi, showsSecrets: boolean): Promise<Contents> {
  const text = await pulumi.output(["stack", "export", ...(showsSecrets ? ["--show-secrets"] : [])]);
  const resources = parsed(exportSchema, text, "pulumi stack export").deployment?.resources ?? [];
  return {
    resources: resources.flatMap(({ urn, type, id, delete: goes, external: isExternal = false }) => {
      const known = KINDS.get(type);
      return known === undefined || id === undefined || goes ? [] : [{ ...known, id, name: nameIn(urn), isExternal }];
    }),
    providers: resources
      .filter(({ type, delete: goes }) => type === "pulumi:providers:vps" && !goes)
      .map(({ urn, inputs = {} }) => ({ name: nameIn(urn), urn, settings: plainIn(inputs) })),
  };
}

const KINDS: ReadonlyMap<string, Pick<Held, "kind" | "servedBy">> = new Map(
  RESOURCES.flatMap(({ name }): [string, Pick<Held, "kind" | "servedBy">][] => [
    [`vps:index:${name}`, { kind: name, servedBy: "plugin" }],
    [`pulumi-nodejs:dynamic/vps:${name}`, { kind: name, servedBy: "dynamic" }],
  ]),
);

function nameIn(urn: string): string {
  return urn.split("::").slice(3).join("::");
}

function plainIn(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, plain(value)]));
}

function plain(value: unknown): unknown {
  const secret = shownSecret.safeParse(value);
  return secret.success ? (JSON.parse(secret.data.plaintext) as unknown) : value;
}

/** Whatever is wrong with it, its text may hold secrets. */
function parsed<T>(schema: z.ZodType<T>, text: string, what: string): T {
  const answer = schema.safeParse(jsonIn(text));
  if (answer.success) return answer.data;
  throw new VpsError("pulumi", `\`${what}\` answers in a form that this version does not know.`);
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
