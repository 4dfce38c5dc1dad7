import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A copy of examples/tour in a throw-away folder, with a backend of its own. */
export interface Project {
  /** Where `pulumi` runs. */
  folder: string;
  /** Where it keeps its stacks. */
  backend: string;
  /** Its own PULUMI_HOME, so that nothing of the person's is touched. */
  home: string;
  /** For what Pulumi and its hosts put into a temporary folder; interrupted, they leave some there. */
  temporary: string;
  remove: () => void;
}

/** Lays the project out as a user of the package would have it. */
export function layOut(repository: string): Project {
  const root = mkdtempSync(join(tmpdir(), "pulumi-vps-demo-"));
  const inside = (name: string) => {
    mkdirSync(join(root, name));
    return join(root, name);
  };
  const folder = inside("project");
  cpSync(join(repository, "examples/tour"), folder, { recursive: true });
  symlinkSync(join(repository, "node_modules"), join(folder, "node_modules"), "dir");
  // The package itself is not in there; it is found one folder up.
  symlinkSync(repository, join(inside("node_modules"), "pulumi-vps"), "dir");
  return {
    folder,
    backend: inside("backend"),
    home: inside("home"),
    temporary: inside("temporary"),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
