import { createHash } from "node:crypto";
import { join } from "node:path";
import { z } from "zod";
import { FORNEX_DIALECTS } from "./clients/fornex/client";
import { type HttpProxy, proxyFor } from "./clients/http/proxy";
import { VpsError } from "./errors/vpsError";
import { isThisMachine } from "./loopback";
import { SETTINGS, type Setting, type SettingInfo } from "./settings";
import { VERSION } from "./version";

export type { Setting };

/** Sent with every request, so that a hoster (and the simulator) can tell who asks. */
export const USER_AGENT = `pulumi-vps/${VERSION}`;

const url = z.string().transform((text, context) => {
  if (!/^https?:\/\/\S+$/i.test(text) || !URL.canParse(text)) {
    context.addIssue({ code: "custom", message: "must be a URL that starts with https://" });
    return z.NEVER;
  }
  const parsed = new URL(text);
  if (parsed.protocol === "http:" && !isThisMachine(parsed)) {
    context.addIssue({
      code: "custom",
      message:
        "must start with https://: plain http would show the credential to everybody on the way (it is allowed to this machine only)",
    });
    return z.NEVER;
  }
  if (parsed.username || parsed.password || /[?#]/.test(text)) {
    context.addIssue({ code: "custom", message: "must hold nothing but scheme, host and path" });
    return z.NEVER;
  }
  return text.replace(/\/+$/, "");
});

const credential = z.string().superRefine((text, context) => {
  const message = credentialProblem(text);
  if (message) context.addIssue({ code: "custom", message });
});

function credentialProblem(text: string): string | undefined {
  if (text.trim() === "") return "must not be empty";
  if (/^(api-key|bearer|apikey)\b/i.test(text)) {
    return 'must be the bare credential, without a word such as "Api-Key" or "Bearer" before it';
  }
  if (/\s/.test(text)) return "must not contain spaces or line breaks";
  return /^[\x21-\x7e]+$/.test(text) ? undefined : "must be printable ASCII";
}

const KEYS_FORM = 'must be an object of API keys by VEID, such as {"123456": "private_…"}';

/** Pulumi hands an object over as JSON text. */
const keysByVeid = z.string().transform((text, context): Record<string, string> => {
  const parsed = z.record(z.string().regex(/^\d+$/), credential).safeParse(jsonIn(text));
  if (parsed.success) return parsed.data;
  const [first] = parsed.error.issues;
  const problem =
    first?.path.length === 1 && first.code === "custom" ? `${String(first.path[0])}: ${first.message}` : KEYS_FORM;
  context.addIssue({ code: "custom", message: problem });
  return z.NEVER;
});

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const seconds = (least: number) =>
  z.coerce
    .number({ error: "must be a number of seconds" })
    .min(least, `must be at least ${least} seconds`)
    .max(86_400, "must be at most 86400 seconds");

const SCHEMAS = {
  vpsorgToken: credential.refine((text) => text.startsWith("vps_"), 'must start with "vps_", as VPS.org\'s tokens do'),
  vpsorgUrl: url,
  fornexApiKey: credential,
  fornexUrl: url,
  fornexDialect: z.enum(FORNEX_DIALECTS, { error: 'must be "2" (the live dialect) or "0.1" (the one before)' }),
  kiwivmKeys: keysByVeid,
  kiwivmUrl: url,
  airvpnApiKey: credential,
  airvpnUrl: url,
  pollSeconds: seconds(0.01),
  timeoutSeconds: seconds(0.01),
} as const;

/** Where a value may come from: the stack's configuration, then the environment. */
export interface ConfigSource {
  stack: (setting: Setting) => string | undefined;
  environment: Record<string, string | undefined>;
}

/**
 * Settings of this provider, looked at only when something needs them, so that a missing Fornex key never stops a
 * program that uses VPS.org alone. Stack configuration wins over the environment.
 */
export class Config {
  readonly #source: ConfigSource;

  constructor(source: ConfigSource) {
    this.#source = source;
  }

  /** The value, checked; undefined when it is set nowhere and has no default. Throws `config` errors. */
  optional<S extends Setting>(setting: S): z.output<(typeof SCHEMAS)[S]> | undefined {
    // An empty variable is how shells and CI systems say "not set".
    const raw =
      this.#source.stack(setting) || this.#inEnvironment(setting) || (SETTINGS[setting] as SettingInfo).default;
    if (raw === undefined) return undefined;
    const parsed = SCHEMAS[setting].safeParse(raw);
    if (parsed.success) return parsed.data as z.output<(typeof SCHEMAS)[S]>;
    throw malformed(setting, whereabouts(setting), parsed.error);
  }

  /** Like {@link optional}, but missing is an error that says both ways to set it. */
  required<S extends Setting>(setting: S): z.output<(typeof SCHEMAS)[S]> {
    const value = this.optional(setting);
    if (value !== undefined) return value;
    const { secret } = SETTINGS[setting];
    const problem = this.#source.stack(setting) === "" ? "must not be empty" : "is not set";
    throw new VpsError(
      "config",
      `vps:${setting} ${problem}: run \`pulumi config set ${secret ? "--secret " : ""}vps:${setting}\`, or set the environment variable ${variables(setting)}.${sourceOf(setting)}`,
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

  /** The API key of one machine at KiwiVM, where each machine has its own. Missing is an error that says both ways to set it. */
  kiwivmKey(veid: string): string {
    const inStack = this.optional("kiwivmKeys")?.[veid];
    if (inStack !== undefined) return inStack;
    const { KIWIVM_VEID, KIWIVM_API_KEY } = this.#source.environment;
    if (KIWIVM_API_KEY === undefined || KIWIVM_VEID !== veid) {
      throw new VpsError(
        "config",
        `vps:kiwivmKeys has no key for machine ${veid}: run \`pulumi config set --path --secret 'vps:kiwivmKeys["${veid}"]'\`, or set the environment variables KIWIVM_VEID=${veid} and KIWIVM_API_KEY.${sourceOf("kiwivmKeys")}`,
      );
    }
    const parsed = credential.safeParse(KIWIVM_API_KEY);
    if (parsed.success) return parsed.data;
    throw malformed("kiwivmKeys", "KIWIVM_API_KEY", parsed.error);
  }

  /** The proxy by which the API at this URL is reached. One that cannot be used is an error. */
  proxyFor(baseUrl: string): HttpProxy | undefined {
    return proxyFor(new URL(baseUrl), this.#source.environment);
  }

  /** The folder that Pulumi keeps its own things of this computer's user in; undefined where the environment names none. */
  pulumiHome(): string | undefined {
    const { PULUMI_HOME, HOME } = this.#source.environment;
    return PULUMI_HOME || (HOME ? join(HOME, ".pulumi") : undefined);
  }

  /** What several variables hold together is put together where it is used: {@link kiwivmKey}. */
  #inEnvironment(setting: Setting): string | undefined {
    const [variable, ...others] = SETTINGS[setting].environment;
    return others.length === 0 ? this.#source.environment[variable] : undefined;
  }
}

/** Both names of a setting, for messages; never its value. */
export function whereabouts(setting: Setting): string {
  return `vps:${setting} (environment ${variables(setting)})`;
}

function malformed(setting: Setting, where: string, { issues }: z.ZodError): VpsError {
  const problems = issues.map(({ message }) => message).join("; ");
  return new VpsError("config", `${where} ${problems}.${sourceOf(setting)}`);
}

/** Where a user gets a credential, to be appended to a message. */
function sourceOf(setting: Setting): string {
  const { source }: SettingInfo = SETTINGS[setting];
  return source === undefined ? "" : ` ${source}`;
}

function variables(setting: Setting): string {
  return SETTINGS[setting].environment.join(" with ");
}
