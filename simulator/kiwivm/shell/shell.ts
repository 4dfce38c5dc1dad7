import type { KiwivmGuest } from "../guestState";
import { type Command, parse, type Redirection } from "./commandLine";
import { COMMANDS } from "./commands";
import { Disk, HOME, resolvePath } from "./disk";
import type { Process, Write } from "./process";
import { type Part, ShellSyntaxError, tokenize } from "./words";

/**
 * A toy: a few commands on files in memory, so that users can try out what they send to a machine. It never runs
 * anything on the real one.
 */
export class Shell {
  /** What the console shows: standard output and errors in the order they came. */
  output = "";
  readonly #disk: Disk;
  readonly #variables = new Map([
    ["HOME", HOME],
    ["USER", "root"],
    ["PATH", "/usr/sbin:/usr/bin:/sbin:/bin"],
  ]);
  /** Names of the variables that commands see. */
  readonly #exported: Set<string>;
  #directory: string;
  #status = 0;
  #hasEnded = false;

  constructor(
    readonly guest: KiwivmGuest,
    directory = HOME,
    environment: ReadonlyMap<string, string> = new Map(),
  ) {
    this.#disk = new Disk(guest);
    this.#directory = directory;
    for (const [name, value] of environment) this.#variables.set(name, value);
    this.#variables.set("PWD", directory);
    this.#exported = new Set(this.#variables.keys());
  }

  /** Returns the exit status. */
  run(source: string): number {
    try {
      for (const command of parse(tokenize(source))) {
        if (this.#hasEnded) break;
        this.#runOne(command);
      }
    } catch (error) {
      if (!(error instanceof ShellSyntaxError)) throw error;
      this.output += `sh: ${error.message}\n`;
      this.#status = 2;
    }
    return this.#status;
  }

  #runOne({ when, words, redirections }: Command): void {
    if (when === "after-success" && this.#status !== 0) return;
    if (when === "after-failure" && this.#status === 0) return;

    const first = words.findIndex((word) => assignment(word) === undefined);
    const prefix = first === -1 ? words : words.slice(0, first);
    const assigned = prefix.flatMap((word) => this.#evaluate(word));
    const argumentsGiven = words.slice(prefix.length).flatMap((word) => this.#expand(word));
    const outputs = this.#redirect(redirections);
    if (!outputs) return;

    const [name, ...args] = argumentsGiven;
    if (name === undefined) {
      for (const [variable, value] of assigned) this.#variables.set(variable, value);
      this.#status = 0;
      return;
    }
    const visible = [...this.#variables].filter(([variable]) => this.#exported.has(variable));
    this.#status = this.#execute({ ...outputs, environment: new Map([...visible, ...assigned]) }, name, args);
  }

  #execute(given: Pick<Process, "out" | "err" | "environment">, name: string, args: readonly string[]): number {
    const command = COMMANDS.get(name.replace(/^(\/usr)?\/bin\//, ""));
    if (command) return command(args, this.#process(given));
    given.err(`sh: ${name}: command not found\n`);
    return 127;
  }

  #process(given: Pick<Process, "out" | "err" | "environment">): Process {
    return {
      ...given,
      disk: this.#disk,
      hostname: this.guest.hostname,
      directory: this.#directory,
      status: this.#status,
      resolve: (path) => this.#resolve(path),
      changeDirectory: (path) => this.#changeDirectory(path),
      export: (name, value) => {
        if (value !== undefined) this.#variables.set(name, value);
        this.#exported.add(name);
      },
      end: () => {
        this.#hasEnded = true;
      },
      execute: (environment, name, args) => this.#execute({ ...given, environment }, name, args),
      spawn: (source) => {
        const child = new Shell(this.guest, this.#directory, given.environment);
        const status = child.run(source);
        given.out(child.output);
        return status;
      },
    };
  }

  #resolve(path: string): string {
    return resolvePath(this.#directory, path);
  }

  #changeDirectory(path: string): boolean {
    const target = this.#resolve(path);
    if (!this.#disk.isDirectory(target)) return false;
    this.#directory = target;
    this.#variables.set("PWD", target);
    return true;
  }

  #evaluate(word: readonly Part[]): [string, string][] {
    const found = assignment(word);
    return found ? [[found.name, this.#text(found.value)]] : [];
  }

  /** An unquoted variable without value is no word at all; values are not split into words. */
  #expand(word: readonly Part[]): string[] {
    const text = this.#text(word);
    const vanishes = text === "" && word.every(({ kind, isQuoted }) => kind === "variable" && !isQuoted);
    return vanishes ? [] : [text];
  }

  #text(parts: readonly Part[]): string {
    const values = parts.map(({ kind, value }) => {
      if (kind === "text") return value;
      return value === "?" ? String(this.#status) : (this.#variables.get(value) ?? "");
    });
    return values.join("");
  }

  /** Undefined when a file cannot be written. */
  #redirect(redirections: readonly Redirection[]): { out: Write; err: Write } | undefined {
    const console: Write = (text) => {
      this.output += text;
    };
    const outputs = { out: console, err: console };
    for (const { from, mode, to } of redirections) {
      if (mode === "same") {
        outputs[from] = from === "out" ? outputs.err : outputs.out;
        continue;
      }
      const path = this.#resolve(this.#text(to));
      const append: Write = (text) => void this.#disk.write(path, (this.#disk.read(path) ?? "") + text);
      const problem = this.#disk.write(path, mode === "append" ? (this.#disk.read(path) ?? "") : "");
      if (problem !== undefined) {
        this.output += `sh: ${path}: ${problem}\n`;
        this.#status = 1;
        return undefined;
      }
      outputs[from] = append;
    }
    return outputs;
  }
}

/** `NAME=value` at the beginning of a command. */
function assignment([first, ...rest]: readonly Part[]): { name: string; value: Part[] } | undefined {
  if (first?.kind !== "text" || first.isQuoted) return undefined;
  const match = /^([A-Za-z_]\w*)=(.*)$/s.exec(first.value);
  if (!match) return undefined;
  return { name: match[1] ?? "", value: [{ ...first, value: match[2] ?? "" }, ...rest] };
}
