import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { isSecret, type Run, type Running, type Stack } from "./harness";
import { processTree } from "./processes";

/** Looks for secrets in all that the commands of a stack print, write down and start. */
export class SecretScan {
  readonly printed: string[] = [];
  readonly commandLines = new Set<string>();
  readonly #stack: Stack;
  readonly #secrets: () => string[];

  /** `secrets`: what must not be seen in any spelling; asked whenever it is looked for, since new ones may have come. */
  constructor(stack: Stack, secrets: () => string[]) {
    this.#stack = stack;
    this.#secrets = secrets;
  }

  /** Runs a command, and notes what it prints and the command lines of all it starts. */
  async run(...args: string[]): Promise<Run> {
    return (await this.start(...args)).ended;
  }

  /** Starts a command without waiting for its end. */
  async start(...args: string[]): Promise<Running> {
    const running = await this.#stack.start(...args);
    const look = setInterval(() => {
      for (const { args } of processTree(running.pid)) this.commandLines.add(args);
    }, 20);
    const ended = running.ended
      .finally(() => clearInterval(look))
      .then((runtime) => {
        this.printed.push(runtime.output);
        return runtime;
      });
    return { ...running, ended };
  }

  /** Everything the engine has written: state, its history and backups, configuration, logs. */
  written(): { file: string; text: string }[] {
    return readdirSync(this.#stack.folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(this.#stack.folder, join(entry.parentPath, entry.name)))
      .filter((file) => file !== join("project", "index.js") && !file.startsWith(join("project", "node_modules")))
      .map((file) => ({ file, text: readFileSync(join(this.#stack.folder, file), "utf8") }));
  }

  expectNothingSeen(): void {
    const spellings = this.#secrets().flatMap(spellingsOf);
    const seenIn = (text: string) => spellings.filter((secret) => text.includes(secret));
    for (const { file, text } of this.written()) expect({ file, secrets: seenIn(text) }).toEqual({ file, secrets: [] });
    for (const text of [...this.printed, ...this.commandLines]) expect(seenIn(text)).toEqual([]);
  }

  /** Every one of these outputs, by resource, is encrypted in state. */
  expectEncrypted(names: Record<string, string[]>): void {
    for (const [resource, outputs] of Object.entries(names)) {
      const shown = outputs.filter((name) => !isEncrypted(within(this.#stack.outputs(resource), name)));
      expect({ resource, shown }).toEqual({ resource, shown: [] });
    }
  }
}

/** Whether a value is encrypted, or each value of a map. */
function isEncrypted(value: unknown): boolean {
  if (isSecret(value)) return true;
  return typeof value === "object" && value !== null && Object.values(value).every(isEncrypted);
}

/** The value at a path such as `__vps.pending`. */
function within(outputs: Record<string, unknown>, path: string): unknown {
  return path.split(".").reduce<unknown>((value, name) => new Map(Object.entries(value ?? {})).get(name), outputs);
}

/** Every spelling in which a secret could have come through. */
function spellingsOf(secret: string): string[] {
  return [
    secret,
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponent(secret),
    Buffer.from(secret).toString("base64").replace(/=+$/, "").slice(0, -1),
    Buffer.from(secret).toString("hex"),
  ];
}
