/** Files that are made from the sources, and committed. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Texts by path. */
export type Made = ReadonlyMap<string, string>;

/** Writes those that differ; `folders` hold nothing else. */
export function write(made: Made, folders: readonly string[]): void {
  for (const path of stale(made, folders)) {
    const text = made.get(path);
    if (text === undefined) {
      rmSync(path);
      continue;
    }
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}

/** Paths of those that are missing or say something else, and of what should not be in the folders. */
export function stale(made: Made, folders: readonly string[]): string[] {
  const differing = [...made].filter(([path, text]) => read(path) !== text).map(([path]) => path);
  const left = folders.flatMap(filesIn).filter((path) => !made.has(path));
  return [...differing, ...left].sort();
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

function filesIn(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
    // What Python keeps of sources that it has run.
    return files.filter((path) => !path.includes("__pycache__"));
  } catch {
    return [];
  }
}
