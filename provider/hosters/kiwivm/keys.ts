import { z } from "zod";
import { malformed, type SettingInfo, type SettingReader, sourceOf } from "../../config/setting";
import { credential } from "../../config/shapes";
import { VpsError } from "../../errors/vpsError";

const KEYS_FORM = 'must be an object of API keys by VEID, such as {"123456": "private_…"}';

/** Pulumi hands an object over as JSON text. */
const keysByVeid = z.string().transform((text, context): Record<string, string> => {
  const parsed = z.record(z.string().regex(/^[1-9]\d*$/), credential).safeParse(jsonIn(text));
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

export const KIWIVM_KEYS = {
  description:
    'API keys of KiwiVM by VEID: {"123456": "private_…"}. Each machine has its own key. For a single machine you can set the environment variables KIWIVM_VEID and KIWIVM_API_KEY instead.',
  type: "keys",
  environment: ["KIWIVM_VEID", "KIWIVM_API_KEY"],
  secret: true,
  source: "Each machine's KiwiVM panel shows its own on the page REST API.",
  schema: keysByVeid,
} as const satisfies SettingInfo;

/** The machines that have a key, by VEID. */
export function machinesWithKey(settings: SettingReader<{ kiwivmKeys: typeof KIWIVM_KEYS }>): string[] {
  const alone = settings.variable("KIWIVM_API_KEY") && settings.variable("KIWIVM_VEID");
  return [...new Set([...Object.keys(settings.optional("kiwivmKeys") ?? {}), ...(alone ? [alone] : [])])];
}

/** The API key of one machine. Missing is an error that says both ways to set it. */
export function kiwivmKey(settings: SettingReader<{ kiwivmKeys: typeof KIWIVM_KEYS }>, veid: string): string {
  const inStack = settings.optional("kiwivmKeys")?.[veid];
  if (inStack !== undefined) return inStack;
  const key = settings.variable("KIWIVM_API_KEY");
  if (key === undefined || settings.variable("KIWIVM_VEID") !== veid) {
    throw new VpsError(
      "config",
      `vps:kiwivmKeys has no key for machine ${veid}. Run \`pulumi config set --path --secret 'vps:kiwivmKeys["${veid}"]'\`, or set the environment variables KIWIVM_VEID=${veid} and KIWIVM_API_KEY.${sourceOf(KIWIVM_KEYS)}`,
    );
  }
  const parsed = credential.safeParse(key);
  if (parsed.success) return parsed.data;
  throw malformed(KIWIVM_KEYS, "KIWIVM_API_KEY", parsed.error);
}
