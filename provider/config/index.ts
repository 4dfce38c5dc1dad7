import { createHash } from "node:crypto";
import { join } from "node:path";
import type { z } from "zod";
import { type HttpProxy, proxyFor } from "../clients/http/proxy";
import { VpsError } from "../errors/vpsError";
import { SETTINGS, type Setting } from "./allSettings";
import { malformed, type SettingInfo, type SettingReader, sourceOf, variables, whereabouts } from "./setting";

export type { Setting };

type Value<S extends Setting> = z.output<(typeof SETTINGS)[S]["schema"]>;

/** Where a value may come from: the stack's configuration, then the environment. */
export interface ConfigSource {
  stack: (setting: Setting) => string | undefined;
  environment: Record<string, string | undefined>;
}

/**
 * Settings of this provider, looked at only when something needs them, so that a missing Fornex key never stops a
 * program that uses VPS.org alone. Stack configuration wins over the environment.
 */
export class Config implements SettingReader<typeof SETTINGS> {
  readonly #source: ConfigSource;

  constructor(source: ConfigSource) {
    this.#source = source;
  }

  optional<S extends Setting>(setting: S): Value<S> | undefined {
    const info: SettingInfo = SETTINGS[setting];
    // An empty variable is how shells and CI systems say "not set".
    const raw = this.#source.stack(setting) || this.#inEnvironment(info) || info.default;
    if (raw === undefined) return undefined;
    const parsed = info.schema.safeParse(raw);
    if (parsed.success) return parsed.data as Value<S>;
    throw malformed(info, whereabouts(SETTINGS, setting), parsed.error);
  }

  required<S extends Setting>(setting: S): Value<S> {
    const value = this.optional(setting);
    if (value !== undefined) return value;
    const info: SettingInfo = SETTINGS[setting];
    const problem = this.#source.stack(setting) === "" ? "must not be empty" : "is not set";
    throw new VpsError(
      "config",
      `vps:${setting} ${problem}. Run \`pulumi config set ${info.secret ? "--secret " : ""}vps:${setting}\`, or set the environment variable ${variables(info)}.${sourceOf(info)}`,
    );
  }

  /** Tells two configurations apart, without showing what they hold. */
  fingerprint(): string {
    const { stack, environment } = this.#source;
    const given = Object.entries(SETTINGS).map(([setting, { environment: variables }]) => [
      stack(setting as Setting) ?? null,
      ...variables.map((variable) => environment[variable] ?? null),
    ]);
    return createHash("sha256").update(JSON.stringify(given)).digest("hex");
  }

  variable(name: string): string | undefined {
    return this.#source.environment[name];
  }

  proxyFor(baseUrl: string): HttpProxy | undefined {
    return proxyFor(new URL(baseUrl), this.#source.environment);
  }

  /** The folder that Pulumi keeps its own things of this computer's user in; undefined where the environment names none. */
  pulumiHome(): string | undefined {
    const { PULUMI_HOME, HOME } = this.#source.environment;
    return PULUMI_HOME || (HOME ? join(HOME, ".pulumi") : undefined);
  }

  /** What several variables hold together is put together where it is used. */
  #inEnvironment({ environment: [variable, ...others] }: SettingInfo): string | undefined {
    return others.length === 0 ? this.#source.environment[variable] : undefined;
  }
}
