import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";

const GRACE_MS = 3_000;

/** How a child process is started and watched. */
export interface ChildOptions {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  /** Aborting ends the child together with everything it has started. Without it, the terminal's Ctrl-C reaches the child. */
  signal?: AbortSignal;
  /** Called for every line on either output. */
  onLine?: (line: string) => void;
}

/** How a child process ended. */
export interface ChildResult {
  /** Exit code; undefined when it could not be started or was ended by a signal. */
  code: number | undefined;
  stdout: string[];
  /** Both outputs, as the lines came. */
  output: string[];
}

/** Runs a program to its end. Rejects only when aborted: a program that is missing or fails is an answer. */
export async function runChild(file: string, args: string[], options: ChildOptions = {}): Promise<ChildResult> {
  const { signal, onLine } = options;
  signal?.throwIfAborted();
  const child = spawn(file, args, {
    stdio: ["ignore", "pipe", "pipe"],
    // A group of its own: a compiler's own children end with it.
    detached: signal !== undefined && process.platform !== "win32",
    ...(options.cwd ? { cwd: options.cwd } : {}),
    ...(options.env ? { env: options.env } : {}),
  });
  const result: ChildResult = { code: undefined, stdout: [], output: [] };
  const keep = (line: string) => {
    result.output.push(line);
    onLine?.(line);
  };
  createInterface({ input: child.stderr }).on("line", keep);
  createInterface({ input: child.stdout }).on("line", (line) => {
    result.stdout.push(line);
    keep(line);
  });
  const stop = () => endGroup(child);
  signal?.addEventListener("abort", stop);
  try {
    await new Promise<void>((resolve) => {
      child.on("close", (code) => {
        result.code = code ?? undefined;
        resolve();
      });
      child.on("error", (error) => {
        keep(error.message);
        resolve();
      });
    });
  } finally {
    signal?.removeEventListener("abort", stop);
  }
  signal?.throwIfAborted();
  return result;
}

function endGroup(child: ChildProcess): void {
  sendToGroup(child, "SIGTERM");
  setTimeout(() => {
    if (child.exitCode === null && child.signalCode === null) sendToGroup(child, "SIGKILL");
  }, GRACE_MS).unref();
}

function sendToGroup(child: ChildProcess, name: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === "win32") child.kill(name);
    else process.kill(-child.pid, name);
  } catch {
    // It has ended by itself.
  }
}
