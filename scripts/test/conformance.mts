/** docs/conformance.md: which promise was proved for which resource by which adapter, as the tests of a whole run tell. */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import type { Told } from "./jest.mts";

export const PAGE = "docs/conformance.md";

/** Files of tests/conformance, in the order of the page, and what each of them proves. */
export const PROMISES: readonly [file: string, title: string, promise: string][] = [
  [
    "check",
    "Refused early",
    "A mistake in the program is refused before anything is sent, with the name of the property.",
  ],
  ["applyTwice", "Idempotent", "The same program again sends nothing and changes nothing."],
  ["identity", "Spellings", "Another spelling of an argument or an id is no change."],
  ["optional", "Left out", "An optional argument that is left out is not managed: it never drifts and is never sent."],
  ["drift", "Drift", "A change by somebody else is found. It is repaired where that loses nothing."],
  ["gone", "Missing", "An object counts as missing only when the complete list of the same account lacks it."],
  ["adoption", "Adoption", "An object that exists already is taken over only when the program says so."],
  ["import", "Import", "An object that exists is imported by its id; after that nothing differs."],
  [
    "owners",
    "One owner",
    "Two resources never manage one object, and a rename deletes nothing that another one holds.",
  ],
  ["replacement", "Replacement", "A replacement makes the new object first, and loses nothing when it fails."],
  ["previews", "Preview", "A preview says what is in the way, what is adopted, and what that changes."],
  ["plan", "Planned", "What a preview tells of properties is what the update then leaves."],
  [
    "protocol",
    "Plugin",
    "By its messages, the plugin names exactly the arguments that change, and its previews come true.",
  ],
  [
    "faults",
    "Faults",
    "A lost, cut, slow or wrong answer loses nothing, and pays for nothing twice. Through the plugin only lost answers are tried: the rest is decided below it.",
  ],
  [
    "cancelled",
    "Cancel",
    "A call that is cancelled ends soon, whatever it waits for. The next run goes on, and does nothing twice.",
  ],
  ["actions", "Actions", "What only acts acts once for each change, and never because of a refresh."],
  ["settings", "Settings", "A setting is overwritten with a warning, and given back where that is possible."],
];
/** Tests of a resource that has nothing of what the promise is about. */
const ABOUT_NOTHING =
  /^(there is nothing to import|what nobody changed|a first run does what is no drift|spelling of ids and names)/;
const ADAPTERS = { dynamic: "D", native: "P" } as const;

/** Throws where the page says something else than these tests, those of a whole run. */
export function judgeConformance(tests: readonly Told[]): undefined {
  if (readFileSync(PAGE, "utf8") === conformancePage(tests, resourceNames())) return;
  throw new Error(
    `${PAGE} is not what the tests tell. Run \`npm run conformance\`, look at what changes, and commit it.`,
  );
}

/** Every kind of resource, by the classes that programs have. */
export function resourceNames(): string[] {
  const { resources } = JSON.parse(readFileSync("schema.json", "utf8")) as { resources: object };
  return Object.keys(resources).map((token) => token.split(":").at(-1) ?? "");
}

/** The page that the tests of a run make. */
export function conformancePage(tests: readonly Told[], resources: readonly string[]): string {
  const failed = new Set<string>();
  const proved = new Map<string, Set<string>>();
  for (const { file, titles, passed } of tests) {
    const [adapter] =
      Object.entries(ADAPTERS).find(([name]) => titles.some((title) => title.startsWith(`${name} adapter`))) ?? [];
    const resource = resources.find((name) =>
      titles.some((title) => title === name || title.startsWith(`${name} `) || title.startsWith(`${name}:`)),
    );
    if (adapter === undefined || resource === undefined || ABOUT_NOTHING.test(titles.at(-1) ?? "")) continue;
    const cell = `${basename(file, ".test.ts")} ${resource}`;
    if (!passed) failed.add(`${cell} ${adapter}`);
    proved.set(cell, (proved.get(cell) ?? new Set()).add(adapter));
  }
  const mark = (file: string, resource: string) => {
    const by = proved.get(`${file} ${resource}`) ?? new Set();
    const marks = Object.entries(ADAPTERS).flatMap(([name, letter]) =>
      by.has(name) && !failed.has(`${file} ${resource} ${name}`) ? [letter] : [],
    );
    return marks.join(" ") || "–";
  };
  const titles = PROMISES.map(([, title]) => title);
  return [
    "<!-- Made by `npm run conformance`: edit the tests, not this file. -->",
    "# Conformance",
    "Every resource runs through the same promises, against the simulator, by the dynamic provider (**D**, `pulumi-vps`) and by the plugin (**P**, `pulumi-vps/native`). This page is made from the tests of a whole run, and a run fails while it says something else. It says nothing of real accounts: nobody could try those yet.",
    "– means that no test holds the resource to that promise, since it has nothing that the promise is about: an action leaves no object, a setting always exists, a machine at KiwiVM is in no list.",
    PROMISES.map(([, title, promise]) => `- **${title}**: ${promise}`).join("\n"),
    [
      `| | ${titles.join(" | ")} |`,
      `|---|${titles.map(() => ":-:|").join("")}`,
      ...resources.map(
        (resource) =>
          `| [${resource}](resources/${resource}.md) | ${PROMISES.map(([file]) => mark(file, resource)).join(" | ")} |`,
      ),
    ].join("\n"),
    "[All resources and functions](README.md)",
    "",
  ]
    .join("\n\n")
    .replace(/\n\n$/, "\n");
}
