import { Command, InvalidArgumentError, Option } from "commander";
import { VpsError } from "../provider/errors/vpsError";
import { type Simulator, startSimulator, WORLDS, type WorldName } from "../simulator";

interface Options {
  readonly port: number;
  readonly speed: number;
  readonly world: WorldName;
  readonly json?: true;
}

/** `pulumi-vps simulate`: the hosters on this machine, until Ctrl-C. */
export function simulateCommand(): Command {
  return new Command("simulate")
    .description("simulate the hosters on 127.0.0.1, without an account and without costs")
    .option("--port <number>", "port to listen on; 0 chooses a free one", parsePort, 0)
    .option("--speed <factor>", "speed of simulated time; at 60 a minute takes a second", parseSpeed, 1)
    .addOption(
      new Option("--world <name>", "objects that the hosters hold at the start").choices(WORLDS).default("default"),
    )
    .option("--json", "print one line of JSON with url and env")
    .action(simulate);
}

async function simulate(options: Options): Promise<void> {
  const simulator = await start(options);
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void simulator.close().then(() => process.exit(0)));
  }
  // Last: whoever reads this may end us at once.
  process.stdout.write(options.json ? jsonLine(simulator) : humanText(simulator));
}

async function start({ port, speed, world }: Options): Promise<Simulator> {
  try {
    return await startSimulator({ port, speed, world });
  } catch (error) {
    const problem = problemWith(port, error);
    throw problem === undefined ? error : new VpsError("config", problem, { cause: error });
  }
}

function problemWith(port: number, error: unknown): string | undefined {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "EADDRINUSE") return `Port ${port} is taken. Choose another with --port, or omit it for a free one.`;
  if (code === "EACCES") return `Port ${port} needs more rights. Choose one above 1023.`;
  return undefined;
}

function jsonLine({ url, env }: Simulator): string {
  return `${JSON.stringify({ url, env })}\n`;
}

function humanText({ url, env }: Simulator): string {
  const exports = Object.entries(env).map(([name, value]) => `export ${name}=${value}`);
  return [
    `The simulator runs at ${url}. Paste this into the shell that runs Pulumi:`,
    "",
    ...exports,
    "",
    `Its state:      ${url}/_simulator/state`,
    `Its requests:   ${url}/_simulator/requests`,
    "Ctrl-C stops the simulator. It keeps no data.",
    "",
  ].join("\n");
}

function parsePort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65535) return port;
  throw new InvalidArgumentError("The port must be a number from 0 to 65535.");
}

function parseSpeed(text: string): number {
  const speed = Number(text);
  if (Number.isFinite(speed) && speed > 0) return speed;
  throw new InvalidArgumentError("The speed must be a number above 0.");
}
