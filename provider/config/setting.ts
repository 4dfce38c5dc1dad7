import type { z } from "zod";
import type { HttpProxy } from "../clients/http/proxy";
import { VpsError } from "../errors/vpsError";

/** One setting of this provider, as configuration and schema.json know it. */
export interface SettingInfo {
  /** For users: what it is, its unit, what it does when left out. */
  description: string;
  /** `keys`: an object of strings. */
  type: "string" | "number" | "keys";
  /** The environment variable that holds it, or several that hold it together. */
  environment: readonly [string, ...string[]];
  /** Whether it is a credential. */
  secret: boolean;
  /** Where a user gets it, as a sentence; for credentials. */
  source?: string;
  default?: string | number;
  /** What it is made of the text that was set. Messages must not hold the value. */
  schema: z.ZodType;
}

/** Settings under their keys in the Pulumi namespace `vps`. */
export type SettingTable = Readonly<Record<string, SettingInfo>>;

/** What reads the settings of a table. */
export interface SettingReader<T extends SettingTable> {
  /** The value, checked; undefined when it is set nowhere and has no default. Throws `config` errors. */
  optional<S extends keyof T & string>(setting: S): z.output<T[S]["schema"]> | undefined;
  /** Like {@link optional}, but missing is an error that says both ways to set it. */
  required<S extends keyof T & string>(setting: S): z.output<T[S]["schema"]>;
  /** An environment variable, for a setting that several hold together. */
  variable(name: string): string | undefined;
  /** The proxy by which the API at this URL is reached. One that cannot be used is an error. */
  proxyFor(baseUrl: string): HttpProxy | undefined;
}

/** Both names of a setting, for messages; never its value. */
export function whereabouts<T extends SettingTable>(table: T, setting: keyof T & string): string {
  return `vps:${setting} (environment ${variables(table[setting])})`;
}

/** The error for a value that is set in `where`, and is no such setting. */
export function malformed(info: SettingInfo | undefined, where: string, { issues }: z.ZodError): VpsError {
  const problems = issues.map(({ message }) => message).join("; ");
  return new VpsError("config", `${where} ${problems}.${sourceOf(info)}`);
}

/** Where a user gets a credential, to be appended to a message. */
export function sourceOf(info: SettingInfo | undefined): string {
  return info?.source === undefined ? "" : ` ${info.source}`;
}

export function variables(info: SettingInfo | undefined): string {
  return info?.environment.join(" with ") ?? "";
}
