import { FILE_COMMANDS } from "./fileCommands";
import type { Process, ShellCommand } from "./process";

/** All there is; everything else is "command not found". */
export const COMMANDS: ReadonlyMap<string, ShellCommand> = new Map<string, ShellCommand>([
  ...FILE_COMMANDS,
  [":", () => 0],
  ["true", () => 0],
  ["false", () => 1],
  ["echo", echo],
  ["printf", printf],
  ["pwd", (_, { directory, out }) => print(out, `${directory}\n`)],
  ["cd", cd],
  ["exit", exit],
  ["export", exportVariables],
  ["env", env],
  ["printenv", printenv],
  ["hostname", (_, { hostname, out }) => print(out, `${hostname}\n`)],
  ["whoami", (_, { out }) => print(out, "root\n")],
  ["sleep", () => 0], // nobody waits
  ["sh", sh],
  ["bash", sh],
]);

function print(out: Process["out"], text: string): number {
  out(text);
  return 0;
}

function echo(args: readonly string[], { out }: Process): number {
  return args[0] === "-n" ? print(out, args.slice(1).join(" ")) : print(out, `${args.join(" ")}\n`);
}

/** Knows %s, %d, %% and the escapes \n, \t and \\; the format is used once. */
function printf([format = "", ...values]: readonly string[], { out }: Process): number {
  const rest = [...values];
  const escapes: Readonly<Record<string, string>> = { "\\n": "\n", "\\t": "\t", "\\\\": "\\", "%%": "%" };
  return print(
    out,
    format.replace(/\\[nt\\]|%[sd%]/g, (code) => escapes[code] ?? rest.shift() ?? ""),
  );
}

function cd([path = "~"]: readonly string[], { changeDirectory, err }: Process): number {
  if (changeDirectory(path)) return 0;
  err(`sh: cd: ${path}: No such file or directory\n`);
  return 1;
}

function exit([status]: readonly string[], process: Process): number {
  process.end();
  return status === undefined ? process.status : Number(status) & 255;
}

function exportVariables(args: readonly string[], process: Process): number {
  for (const arg of args) {
    const [name = "", ...value] = arg.split("=");
    process.export(name, value.length > 0 ? value.join("=") : undefined);
  }
  return 0;
}

/** `env NAME=value command`, or all variables. */
function env(args: readonly string[], process: Process): number {
  const environment = new Map(process.environment);
  const rest = [...args];
  while (rest[0]?.includes("=")) {
    const [name = "", ...value] = (rest.shift() ?? "").split("=");
    environment.set(name, value.join("="));
  }
  const [command, ...commandArgs] = rest;
  if (command !== undefined) return process.execute(environment, command, commandArgs);
  return print(process.out, [...environment].map(([name, value]) => `${name}=${value}\n`).join(""));
}

function printenv([name = ""]: readonly string[], { environment, out }: Process): number {
  const value = environment.get(name);
  return value === undefined ? 1 : print(out, `${value}\n`);
}

/** `sh -c 'command'`, or a script from a file. */
function sh([first = "", second]: readonly string[], { disk, resolve, spawn, err }: Process): number {
  const source = first === "-c" ? second : disk.read(resolve(first));
  if (source !== undefined) return spawn(source);
  err(`sh: ${first}: No such file or directory\n`);
  return 127;
}
