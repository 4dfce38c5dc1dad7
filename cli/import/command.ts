import { Command, Option } from "commander";
import { HOSTERS, LANGUAGES } from "./choices";
import type { ImportOptions } from "./importAll";

/** `pulumi-vps import`. */
export function importCommand(): Command {
  return new Command("import")
    .description("take all that the accounts hold over into the selected stack, and write a program for it")
    .addOption(new Option("--hoster <name...>", "look only through the accounts at these hosters").choices(HOSTERS))
    .option("--zone <name...>", "take over only these DNS zones and their records")
    .option("--provider <name>", "import by this explicit provider of the stack, with its credentials")
    .option(
      "--out <folder>",
      "write a project with the program into this new or empty folder; without it, the program is printed",
    )
    .addOption(
      new Option("--language <name>", "language of the program (default: that of the project)").choices(LANGUAGES),
    )
    .option("--yes", "import without asking")
    .action(run);
}

async function run(options: ImportOptions): Promise<void> {
  // Only now, since it loads the whole provider.
  const { importAll } = require("./importAll") as typeof import("./importAll");
  const interrupted = new AbortController();
  // Pulumi hears it, too, and ends in good order.
  process.once("SIGINT", () => interrupted.abort());
  await importAll(options, interrupted.signal);
}
