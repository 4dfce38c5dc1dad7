/** Makes dist/: declarations by tsc; sdk and provider file by file; simulator and CLI as one bundle each. */
import { spawnSync } from "node:child_process";
import { chmodSync, globSync, rmSync } from "node:fs";
import { build } from "esbuild";

const common = { platform: "node", target: "node22", format: "cjs", logLevel: "warning" } as const;

rmSync("dist", { recursive: true, force: true });
await build({ ...common, entryPoints: globSync("{sdk,provider}/**/*.ts"), outbase: ".", outdir: "dist" });
await build({
  ...common,
  bundle: true,
  entryPoints: ["simulator/index.ts", "cli/main.ts"],
  outbase: ".",
  outdir: "dist",
  legalComments: "linked",
});
chmodSync("dist/cli/main.js", 0o755);

const types = spawnSync(process.execPath, ["node_modules/typescript/bin/tsc", "-p", "tsconfig.build.json"], {
  stdio: "inherit",
});
process.exit(types.status ?? 1);
