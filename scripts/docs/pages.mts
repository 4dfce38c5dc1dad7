/** Everything below docs/ that is made. */
import type { PackageSpec } from "../schema/pulumi.mts";
import { type Coverage, coveragePage } from "./coverage.mts";
import { functionPage } from "./function.mts";
import { type Entry, type HosterPart, indexPage } from "./index.mts";
import { resourcePage } from "./resource.mts";

/** Folders that hold nothing else than made pages. */
export const FOLDERS = ["docs/resources", "docs/functions"];

/** Pages by their paths. */
export function pages(schema: PackageSpec, coverage: Coverage, hosters: readonly HosterPart[]): Map<string, string> {
  const resources = named(schema.resources);
  const functions = named(schema.functions);
  const entries: Entry[] = [
    ...resources.map(([name, { description }]) => entry("resource", name, description)),
    ...functions.map(([name, { description }]) => entry("function", name, description)),
  ];
  return new Map([
    ["docs/README.md", indexPage(entries, schema, hosters)],
    ["docs/coverage.md", coveragePage(coverage, entries)],
    ...resources.map(([name, spec]) => [`docs/resources/${name}.md`, resourcePage(name, spec, schema.types)] as const),
    ...functions.map(([name, spec]) => [`docs/functions/${name}.md`, functionPage(name, spec, schema.types)] as const),
  ]);
}

function entry(kind: Entry["kind"], name: string, description: string): Entry {
  return { kind, name, path: `${kind}s/${name}.md`, description };
}

/** By their names, without what stands before them in a token. */
function named<T>(record: Record<string, T>): [string, T][] {
  return Object.entries(record).map(([token, spec]) => [token.slice(token.lastIndexOf(":") + 1), spec]);
}
