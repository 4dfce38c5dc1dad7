import { delimiter, dirname } from "node:path";
import { pathToFileURL } from "node:url";
import type { Engine } from "./ensure.mts";

/** Where and how an offline, local run keeps its state. */
export interface EngineEnvOptions {
  /** Existing folder that the stacks are kept in. */
  backendDir: string;
  /** Encrypts the secrets of the stacks. */
  passphrase: string;
  /** Pulumi's folder for this run: plugins, workspaces, credentials. A throw-away one leaves the person's own untouched. */
  home: string;
}

/** The whole environment of an offline, local `pulumi`: this process's own, without any Pulumi setting it may carry. */
export function engineEnv(engine: Pick<Engine, "bin">, options: EngineEnvOptions): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith("PULUMI_"));
  return {
    ...Object.fromEntries(inherited),
    // This process's Node first: a program is run by the first one on the PATH.
    PATH: [engine.bin, dirname(process.execPath), process.env.PATH].filter(Boolean).join(delimiter),
    PULUMI_HOME: options.home,
    PULUMI_BACKEND_URL: pathToFileURL(options.backendDir).href,
    PULUMI_CONFIG_PASSPHRASE: options.passphrase,
    PULUMI_SKIP_UPDATE_CHECK: "true",
    // What is missing must fail at once, not after asking a site for it.
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
  };
}
