import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A copy of examples/tour in a throw-away folder, with a backend of its own. */
export interface Project {
  /** Where `pulumi` runs. */
  folder: string;
  /** An empty project that uses the plugin, for what is imported. */
  imported: string;
  /** Where it keeps its stacks. */
  backend: string;
  /** Its own PULUMI_HOME, so that nothing of the person's is touched. */
  home: string;
  /** For what Pulumi and its hosts put into a temporary folder; interrupted, they leave some there. */
  temporary: string;
  remove: () => void;
}

const EMPTY = `name: imported
runtime: nodejs
plugins: { providers: [{ name: vps, path: ../node_modules/pulumi-vps/plugin }] }
`;

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
  const modules = inside("node_modules");
  symlinkSync(repository, join(modules, "pulumi-vps"), "dir");
  const imported = inside("imported");
  writeFileSync(join(imported, "Pulumi.yaml"), EMPTY);
  // An import finds its SDK as any program does.
  for (const name of ["@pulumi", "ts-node", "typescript"]) {
    symlinkSync(join(repository, "node_modules", name), join(modules, name), "dir");
  }
  return {
    folder,
    imported,
    backend: inside("backend"),
    home: inside("home"),
    temporary: inside("temporary"),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
