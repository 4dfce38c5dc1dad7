/** Whether each endpoint of docs/coverage.json was asked for by its test, as the tests' simulators have noted it. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Coverage, Endpoint } from "../docs/coverage.mts";

/** A request of our own client that was answered with success. */
export interface Asked {
  /** Path of the test file. */
  test: string;
  /** Name of the hoster. */
  hoster: string;
  method: string;
  path: string;
}

/** A folder in which tests/requests.ts notes what was asked; it is gone when this process ends. */
export function notesFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "pulumi-vps-requests-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function readNotes(folder: string): Asked[] {
  const lines = readdirSync(folder).flatMap((file) => readFileSync(join(folder, file), "utf8").trimEnd().split("\n"));
  return lines.map((line) => {
    const [test = "", hoster = "", method = "", path = ""] = line.split("\t");
    return { test, hoster, method, path };
  });
}

/** How many endpoints of each hoster were asked for. Throws what is missing, an endpoint a line. */
export function judgeEndpoints(coverage: Coverage, asked: readonly Asked[]): string {
  const counts: string[] = [];
  const missing: string[] = [];
  for (const { title, name, endpoints } of coverage) {
    const own = asked.filter(({ hoster }) => hoster === name);
    const proved = provedBy(own, endpoints);
    counts.push(`${title} ${proved.size}/${endpoints.length}`);
    for (const { test, method, path } of endpoints.filter((endpoint) => !proved.has(endpoint))) {
      missing.push(`${title}: ${test} did not ask for ${method} ${path}`);
    }
  }
  const count = counts.join(", ");
  if (missing.length > 0) throw new Error(`${missing.join("\n")}\n${count}`);
  return count;
}

/** A request counts for one endpoint alone: `…/add/` is not `…/{id}/` with another id. */
function provedBy(asked: readonly Asked[], endpoints: readonly Endpoint[]): Set<Endpoint> {
  const strictest = [...endpoints].sort((a, b) => placeholders(a) - placeholders(b));
  const proved = new Set<Endpoint>();
  for (const { test, method, path } of asked) {
    const endpoint = strictest.find((one) => one.method.split(" or ").includes(method) && fits(one.path, path));
    if (endpoint?.test === test) proved.add(endpoint);
  }
  return proved;
}

function placeholders({ path }: Endpoint): number {
  return path.split("{").length - 1;
}

function fits(template: string, path: string): boolean {
  const pattern = template.replaceAll(".", "\\.").replaceAll(/\{\w+\}/g, "[^/]+");
  return new RegExp(`^${pattern}$`).test(path);
}
