/** Modules that are made. */
import { spawnSync } from "node:child_process";
import { relative } from "node:path";
import type ts from "typescript";

const MADE = "// Made by `npm run schema`: edit the sources, not this file.";

/** How a module in that folder names the module of a node. */
export function moduleFrom(folder: string): (node: ts.Node | undefined) => string {
  return (node) => {
    const path = relative(folder, node?.getSourceFile().fileName ?? "").replace(/\.ts$/, "");
    return path.startsWith(".") ? path : `./${path}`;
  };
}

/** As the formatter would have it, so that the linter has nothing to say. */
export function formatted(path: string, lines: string[]): [string, string] {
  const biome = ["node_modules/@biomejs/biome/bin/biome", "check", "--write", `--stdin-file-path=${path}`];
  const { stdout, stderr, status } = spawnSync(process.execPath, biome, {
    input: [MADE, ...lines, ""].join("\n"),
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`${path}: ${stderr}`);
  return [path, stdout];
}
