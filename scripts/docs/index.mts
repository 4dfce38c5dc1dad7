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
    "This reference has one page per resource and function. The [README](../README.md) describes what all resources have in common, and how to set credentials. [plugin.md](plugin.md) tells how to use the plugin, [import.md](import.md) how to take a whole account over, and [conformance.md](conformance.md) what is proved of each resource. [errors.md](errors.md) explains every error, and [coverage.md](coverage.md) lists the endpoints of the hosters that this package reaches.",
    ...hosters.map(({ title, heading = title, resources, functions }) => {
      const names = [...Object.values(resources), ...Object.values(functions)].map(({ name }) => name);
      const own = entries.filter(({ name }) => names.includes(name));
      return section(heading, ...table("Resource", own), ...table("Function", own));
    }),
    section(
      "Terms",
      list(
        "**Not managed**: if you omit an optional argument, its value is an output. It is never sent and never drifts.",
        "**A change replaces the resource**: the value cannot change in place, so the resource gets a new object. The old object is deleted, or released if the resource only manages an existing one. If data, money or an address would be lost, `pulumi preview` refuses the change until you set `allowReplace: true`.",
        "**Adopt**: an existing object becomes the resource's own.",
        "**Release**: the object stays at the hoster, and the resource leaves the stack.",
        "**Secret**: the value is encrypted in the stack's state and hidden in Pulumi's output.",
        `**API version** (setting \`vps:fornexApiVersion\`): ${apiVersion?.description.replace(/^./, (letter) => letter.toLowerCase())}`,
        "**Unverified**: the hosters' documentation leaves it open, and nobody could try it with a live account.",
        "**TypeScript, Python and YAML**: a page shows each example in all three. Python (the package `pulumi_vps`) and YAML use [the plugin](plugin.md). A TypeScript program imports from `pulumi-vps`, or from `pulumi-vps/native` with the plugin. The YAML belongs in a `Pulumi.yaml`, below its name, its runtime and the line for the plugin. Logic stays in TypeScript: where an example makes something of an answer, the other languages export the answer.",
        "**`getX` and `getXOutput`**: `getX` takes plain arguments and returns a Promise. `getXOutput` takes Inputs and returns an Output, for arguments that come from resources. A TypeScript program is CommonJS by default. There, `await` must be inside an async function, such as `export = async () => { … }`. Results are cached for 30 seconds within a process.",
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
