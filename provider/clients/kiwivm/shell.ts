import { z } from "zod";
import type { Refusal } from "../http/call";
import type { Http } from "../http/client";
import { kiwivmRefusal } from "./refusal";
import { looseNumber, success, text } from "./schemas";

/** What "pwd" prints, perhaps with the end of its line. */
const pwd = z
  .string()
  .transform((printed) => printed.replace(/[\r\n]+$/, ""))
  .pipe(z.string().min(1));
const directory = z.object({ error: success, pwd });
/** A command's own exit status stands where other calls have their error; KiwiVM's are 700000 and above. */
const exited = z.object({ error: looseNumber.pipe(z.int().min(0).max(255)), message: text });
const kiwivmError = z.object({ error: looseNumber.pipe(z.number().min(700_000)) });
const begun = z.object({ error: success, log: text });

/** How a command ended. */
export interface Exit {
  status: number;
  /** Standard output and errors, as they came. */
  output: string;
}

/**
 * The shell of a machine. No two commands share one. What a machine prints, and what a command holds, may be a secret, so
 * no error quotes an answer.
 */
export class KiwivmShell {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  /** Where a change to this directory leads, coming from `/`. It changes nothing. */
  async directory(path: string): Promise<string> {
    const form = { currentDir: "/", newDir: path };
    const { pwd } = await this.#http({
      effect: "read",
      method: "POST",
      path: "/basicShell/cd",
      form,
      answer: directory,
      unquoted: true,
    });
    return pwd;
  }

  /** Runs a command to its end. */
  async exec(command: string, timeoutSeconds: number): Promise<Exit> {
    const { error, message } = await this.#http({
      effect: "once",
      method: "POST",
      path: "/basicShell/exec",
      form: { command },
      answer: exited,
      unquoted: true,
      refusal: refusalOfCommand,
      timeoutSeconds,
    });
    return { status: error, output: message };
  }

  /** Begins a script; answers the name of its log. */
  async runScript(script: string): Promise<string> {
    const { log } = await this.#http({
      effect: "once",
      method: "POST",
      path: "/shellScript/exec",
      form: { script },
      answer: begun,
      unquoted: true,
    });
    return log;
  }
}

function refusalOfCommand(json: unknown): Refusal | undefined {
  if (exited.safeParse(json).success) return undefined;
  const refusal = kiwivmRefusal(json);
  // Neither an exit status nor an error of KiwiVM's: the words are perhaps what the command printed, so it may have run.
  if (refusal && !kiwivmError.safeParse(json).success) return { ...refusal, kind: "unexpected" };
  return refusal;
}
