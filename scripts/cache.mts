import { homedir } from "node:os";
import { join } from "node:path";

/** Where this computer's user keeps what is built or installed once, for all clones of this repository. */
export function cacheFolder(): string {
  return join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "pulumi-vps");
}
