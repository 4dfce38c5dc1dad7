import { Command } from "commander";
import { printedError } from "../provider/errors/printed";
import { importCommand } from "./import/command";
import { simulateCommand } from "./simulate";

const program = new Command("pulumi-vps")
  .description("Tools for the Pulumi provider of VPS.org, Fornex, BandwagonHost (KiwiVM) and AirVPN")
  .addCommand(simulateCommand())
  .addCommand(importCommand());

program.parseAsync().catch((error: unknown) => {
  process.stderr.write(`pulumi-vps: ${printedError(error, `pulumi-vps ${process.argv[2] ?? ""}`)}\n`);
  process.exitCode = 1;
});
