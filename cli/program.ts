import { Command } from "commander";
import { simulateCommand } from "./simulate";

const program = new Command("pulumi-vps")
  .description("Tools around the Pulumi provider for VPS.org, Fornex, BandwagonHost (KiwiVM) and AirVPN")
  .addCommand(simulateCommand());

program.parseAsync().catch((error: unknown) => {
  process.stderr.write(`pulumi-vps: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
