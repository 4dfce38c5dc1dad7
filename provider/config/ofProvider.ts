import { homedir } from "node:os";
import { withCode } from "../errors/codes";
import { VpsError } from "../errors/vpsError";
import { isUnknown } from "../lifecycle/unknown";
import { Config } from ".";
import { SETTINGS, type Setting } from "./allSettings";

/** What the engine adds to the arguments of every provider. */
const OF_ENGINE = new Set(["version", "pluginDownloadURL", "__internal"]);

/** What is wrong with an argument of the provider. */
export interface ConfigProblem {
  setting: string;
  reason: string;
}

/** Configuration of one provider instance: its arguments, then the environment. */
export function configOf(args: Readonly<Record<string, unknown>>): Config {
  const environment = { HOME: homeOfUser(), ...process.env };
  return new Config({ stack: (setting) => textOf(args[setting]), environment });
}

/** Settings that are unknown to this provider, or malformed. None is required here: a program may use one hoster only. */
export function configProblems(args: Readonly<Record<string, unknown>>): ConfigProblem[] {
  const config = configOf(args);
  return Object.keys(args)
    .filter((name) => !OF_ENGINE.has(name))
    .flatMap((setting) => {
      if (!Object.hasOwn(SETTINGS, setting)) {
        const known = Object.keys(SETTINGS).join(", ");
        return [
          { setting, reason: withCode(`vps:${setting} is no setting of this provider; it has ${known}`, "config") },
        ];
      }
      try {
        config.optional(setting as Setting);
        return [];
      } catch (error) {
        if (!(error instanceof VpsError)) throw error;
        return [{ setting, reason: withCode(error.message, error.code) }];
      }
    });
}

/** A stack's configuration is text, also of numbers and objects; a program may pass them as they are, and those that it does not know yet. */
function textOf(value: unknown): string | undefined {
  if (value === undefined || value === null || isUnknown(value)) return undefined;
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** Undefined for a user whom the system knows nothing of. */
function homeOfUser(): string | undefined {
  try {
    return homedir();
  } catch {
    return undefined;
  }
}
