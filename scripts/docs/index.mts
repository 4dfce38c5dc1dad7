/** The index of the reference pages. */
import type { PackageSpec } from "../schema/pulumi.mts";
import { firstSentence } from "./description.mts";
import { list, page, section } from "./markdown.mts";

/** A hoster, as the provider's registry describes it. */
export interface HosterPart {
  title: string;
  /** What people know it by, where that is not its title. */
  heading?: string;
  resources: Record<string, { name: string }>;
  functions: Record<string, { name: string }>;
}

/** A resource or function: where its page is, and what it is in a sentence. */
export interface Entry {
  name: string;
  kind: "resource" | "function";
  path: string;
  description: string;
}

export function indexPage(entries: readonly Entry[], { config }: PackageSpec, hosters: readonly HosterPart[]): string {
  const apiVersion = config.variables.fornexApiVersion;

  return page(
    "# Reference",
    "One page per resource and function, made from `schema.json`. What all resources keep to, and how credentials are set, is in the [README](../README.md); what each error means, in [errors.md](errors.md); which endpoints of the hosters are covered, in [coverage.md](coverage.md).",
    ...hosters.map(({ title, heading = title, resources, functions }) => {
      const names = [...Object.values(resources), ...Object.values(functions)].map(({ name }) => name);
      const own = entries.filter(({ name }) => names.includes(name));
      return section(heading, ...table("Resource", own), ...table("Function", own));
    }),
    section(
      "Words",
      list(
        "**Left out: not managed**: an optional argument that is not given is shown as an output, is never sent and never drifts.",
        "**A change replaces the resource**: the value cannot be changed in place, so the resource gets another object, and the old one is deleted or, where it is only managed, let go. Where data, money or an address would be lost, `pulumi preview` refuses it until `allowReplace: true` agrees.",
        "**Secret**: encrypted in the stack's state, and hidden in what Pulumi prints.",
        `**API version** (setting \`vps:fornexApiVersion\`): ${apiVersion?.description.replace(/^./, (letter) => letter.toLowerCase())} Default: \`${apiVersion?.default}\`.`,
        "**Unverified**: the hosters' documents leave it open, and nobody could try it against a live account.",
        "**`getX` and `getXOutput`**: the first takes plain arguments and answers a Promise, the second takes Inputs and answers an Output, for arguments that come from resources. In a CommonJS program, which one in TypeScript is by default, `await` needs an async function around it, such as `export = async () => { … }`. Answers are remembered for 30 seconds within a process.",
      ),
    ),
  );
}

function table(title: string, entries: readonly Entry[]): string[] {
  const rows = entries
    .filter(({ kind }) => kind === title.toLowerCase())
    .map(({ name, path, description }) => `| [${name}](${path}) | ${firstSentence(description)} |`);
  return rows.length === 0 ? [] : [[`| ${title} | |`, "|---|---|", ...rows].join("\n")];
}
