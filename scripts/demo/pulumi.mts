import { spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { Problem } from "../engine/problem.mts";
import { Excerpt } from "./excerpt.mts";
import { command } from "./say.mts";

/** Runs commands of the story, each shown before it runs. */
export class Pulumi {
  readonly #cli: string;
  readonly #folder: string;
  readonly #env: NodeJS.ProcessEnv;
  readonly #signal: AbortSignal;

  constructor(cli: string, folder: string, env: NodeJS.ProcessEnv, signal: AbortSignal) {
    this.#cli = cli;
    this.#folder = folder;
    this.#env = env;
    this.#signal = signal;
  }

  /** The same in another folder. */
  in(folder: string): Pulumi {
    return new Pulumi(this.#cli, folder, this.#env, this.#signal);
  }

  /** Runs `pulumi` and prints an excerpt of what it prints; any other exit code than `expected` ends the demo. */
  async run(text: string, expected = 0): Promise<void> {
    command(`pulumi ${text}`);
    const excerpt = new Excerpt();
    const colour = `--color=${process.stdout.isTTY ? "always" : "never"}`;
    const code = await this.#spawn(this.#cli, [...text.split(" "), "--non-interactive", colour], (line) => {
      if (excerpt.shows(line)) console.log(`  ${line}`);
    });
    if (code === expected) {
      if (code !== 0) console.log(`(exit code ${code})`);
      return;
    }
    for (const line of excerpt.repeated) console.log(`  ${line}`);
    throw new Problem(`pulumi ${text} ended with ${code}; ${expected} was expected.`);
  }

  /** Runs `pulumi-vps`, and prints all that it prints. */
  async runOurs(text: string): Promise<void> {
    command(`pulumi-vps ${text}`);
    const main = join(import.meta.dirname, "../../dist/cli/main.js");
    const code = await this.#spawn(process.execPath, [main, ...text.split(" ")], (line) => console.log(`  ${line}`));
    if (code !== 0) throw new Problem(`pulumi-vps ${text} ended with ${code}.`);
  }

  async #spawn(program: string, args: string[], onLine: (line: string) => void): Promise<number | null> {
    this.#signal.throwIfAborted();
    // A group of its own: Ctrl-C reaches this process alone, which passes it on once, so that Pulumi can end in good order.
    const child = spawn(program, args, {
      cwd: this.#folder,
      env: this.#env,
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
    });
    const interrupt = () => child.kill("SIGINT");
    this.#signal.addEventListener("abort", interrupt);
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on("line", onLine);
    }
    try {
      return await new Promise((resolve, reject) => {
        child.on("error", reject);
        child.on("close", resolve);
      });
    } finally {
      this.#signal.removeEventListener("abort", interrupt);
      this.#signal.throwIfAborted();
    }
  }
}
