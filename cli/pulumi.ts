import { spawn } from "node:child_process";
import { VpsError } from "../provider/errors/vpsError";

/** How a command of Pulumi ended, and what it printed. */
export interface Answer {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** The Pulumi CLI of the PATH, for one stack of a project. */
export class Pulumi {
  /** Where the project is. */
  readonly folder: string;
  readonly #stack: readonly string[];

  /** `stack`: its name; the one that is selected in the folder if left out. */
  constructor(folder: string, stack?: string) {
    this.folder = folder;
    this.#stack = stack === undefined ? [] : ["--stack", stack];
  }

  /** What the command prints on stdout; throws what it says where it fails. A secret goes in by `input`, never by `args`. */
  async output(args: readonly string[], input = ""): Promise<string> {
    const { code, stdout, stderr } = await this.run(args, input);
    if (code === 0) return stdout;
    throw new VpsError("pulumi", `\`pulumi ${args.join(" ")}\` failed:\n${`${stdout}${stderr}`.trim()}`);
  }

  run(args: readonly string[], input = ""): Promise<Answer> {
    return this.computer([...args, ...this.#stack], input);
  }

  /** A command that is about no stack. */
  async computer(args: readonly string[], input = ""): Promise<Answer> {
    const child = spawn("pulumi", [...args, "--non-interactive", "--color", "never"], {
      cwd: this.folder,
      env: { ...process.env, PULUMI_SKIP_UPDATE_CHECK: "true" },
      stdio: "pipe",
    });
    const answer: Answer = { code: null, stdout: "", stderr: "" };
    for (const name of ["stdout", "stderr"] as const) {
      child[name].setEncoding("utf8").on("data", (text: string) => {
        answer[name] += text;
      });
    }
    // A command that reads nothing may be gone before it could.
    child.stdin.on("error", () => {}).end(input);
    const code = await new Promise<number | null>((resolve, reject) => {
      child.on("error", reject);
      child.on("close", resolve);
    }).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "ENOENT") throw error;
      throw new VpsError("config", "There is no pulumi on the PATH. Install the Pulumi CLI.", { cause: error });
    });
    return { ...answer, code };
  }
}
