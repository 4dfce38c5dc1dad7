import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { ENGINE_VERSION } from "../../scripts/engine/version.mts";

/** The `pulumi` command: the one `npm test` found or made, else the one in Pulumi's folder. Missing is a failure, never a skip. */
export function enginePath(): string {
  const told = process.env.PULUMI_VPS_ENGINE;
  const home = process.env.PULUMI_HOME ?? join(homedir(), ".pulumi");
  const pulumi = told || join(home, "versions", ENGINE_VERSION, "bin", "pulumi");
  if (existsSync(pulumi)) return pulumi;
  throw new Error(
    `There is no Pulumi engine at ${pulumi}: run \`npm run engine\` first, or all tests with \`npm test\`.`,
  );
}

/** Folder of the engine and of the language hosts and launchers beside it. */
export function engineFolder(): string {
  return dirname(enginePath());
}
