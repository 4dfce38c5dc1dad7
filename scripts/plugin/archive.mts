/**
 * `npm run plugin:archive`: the release archives of the plugin in dist/archives/ (or in the folder that is given), one for each system, under the names that the Pulumi
 * Registry wants. Of the same sources they are the same bytes. `pulumi plugin install resource vps <version> --file <archive>` takes one.
 */
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import * as tar from "tar";

const ROOT = resolve(import.meta.dirname, "../..");
const LAUNCHERS = { linux: "pulumi-resource-vps", darwin: "pulumi-resource-vps", windows: "pulumi-resource-vps.cmd" };
const PROCESSORS = ["amd64", "arm64"];
/** What every archive holds beside the launcher: the plugin runs on any of these systems, and by Node.js alone. */
const FILES = ["dist/native/main.js", "dist/native/schema.json", "dist/THIRD_PARTY_LICENSES", "LICENSE"];

const target = resolve(process.argv[2] ?? join(ROOT, "dist/archives"));

process.chdir(ROOT);
const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
mkdirSync(target, { recursive: true });

for (const [system, launcher] of Object.entries(LAUNCHERS)) {
  const stage = mkdtempSync(join(tmpdir(), "pulumi-vps-archive-"));
  for (const file of [...FILES, join("plugin", launcher)]) copyFileSync(file, join(stage, basename(file)));
  for (const file of readdirSync(stage)) chmodSync(join(stage, file), file === launcher ? 0o755 : 0o644);
  for (const processor of PROCESSORS) {
    const file = join(target, `pulumi-resource-vps-v${version}-${system}-${processor}.tar.gz`);
    // Without owners and times, which would differ from one computer to the next.
    await tar.create(
      { file, gzip: { level: 9 }, cwd: stage, portable: true, mtime: new Date(0) },
      readdirSync(stage).sort(),
    );
    console.log(file);
  }
  rmSync(stage, { recursive: true });
}
