/** docs/coverage.json: every endpoint of the hosters' documents, and its page. */
import { list, page } from "./markdown.mts";

/** One endpoint, as its hoster documents it. */
export interface Endpoint {
  /** `GET`, or `GET or POST` where the hoster takes both. */
  method: string;
  /** Below the hoster's base URL; `{…}` stands for one or more characters other than `/`. */
  path: string;
  /** Resources and functions that ask for it. */
  reachable: string[];
  /** A test in which our own client asks for it. */
  test: string;
}

export interface HosterCoverage {
  /** As people know it. */
  title: string;
  /** As the simulator's request log knows it. */
  name: string;
  /** What the list of endpoints is taken from. */
  document: string;
  endpoints: Endpoint[];
  /** What newer documents have beyond it. */
  outOfScope: string[];
}

export type Coverage = HosterCoverage[];

/** What the page links names to. */
interface Linked {
  name: string;
  path: string;
}

export function coveragePage(coverage: Coverage, linked: readonly Linked[]): string {
  const link = (name: string) => {
    const found = linked.find((one) => one.name === name);
    return found ? `[${name}](${found.path})` : name;
  };
  const total = coverage.reduce((sum, { endpoints }) => sum + endpoints.length, 0);
  const counts = coverage.map(({ title, endpoints }) => `${title} ${endpoints.length}`);

  return page(
    "# Coverage",
    `This page lists every endpoint of the hosters' documentation on which this package is based, ${total} in all (${counts.join(", ")}). For each endpoint it names the resource or function that reaches it, and a test in which this package's own client requests it. \`npm test\` checks the simulator's requests at the end: it fails if a test did not request its endpoint.`,
    ...coverage.map(({ title, document, endpoints, outOfScope }) =>
      [
        `## ${title}`,
        document,
        [
          "| method | path | reachable by | test |",
          "|---|---|---|---|",
          ...endpoints.map(
            ({ method, path, reachable, test }) =>
              `| ${method} | \`${path}\` | ${reachable.map(link).join(", ")} | \`${test}\` |`,
          ),
        ].join("\n"),
        "Out of scope:",
        list(...outOfScope),
      ].join("\n\n"),
    ),
  );
}
