import type { Process, ShellCommand } from "./process";

/** Commands that work on files. */
export const FILE_COMMANDS: readonly [string, ShellCommand][] = [
  ["cat", cat],
  ["touch", touch],
  ["rm", rm],
  ["mkdir", mkdir],
  ["ls", ls],
  ["test", test],
  ["[", (args, process) => test(args.slice(0, -1), process)],
];

const MISSING = "No such file or directory";

function cat(args: readonly string[], process: Process): number {
  return forEach("cat", args, process, ({ disk, out }, path) => {
    const content = disk.read(path);
    if (content === undefined) return disk.isDirectory(path) ? "Is a directory" : MISSING;
    out(content);
    return undefined;
  });
}

function touch(args: readonly string[], process: Process): number {
  return forEach("touch", args, process, ({ disk }, path) =>
    disk.isDirectory(path) ? undefined : disk.write(path, disk.read(path) ?? ""),
  );
}

function rm(args: readonly string[], process: Process): number {
  const flags = flagsOf(args);
  return forEach("rm", args, process, ({ disk }, path) => {
    if (disk.isDirectory(path) && !flags.has("r")) return "Is a directory";
    if (!disk.isFile(path) && !disk.isDirectory(path)) return flags.has("f") ? undefined : MISSING;
    disk.remove(path);
    return undefined;
  });
}

function mkdir(args: readonly string[], process: Process): number {
  const makesParents = flagsOf(args).has("p");
  return forEach("mkdir", args, process, ({ disk }, path) => {
    if (!makesParents) return disk.makeDirectory(path);
    if (disk.isFile(path)) return "File exists";
    const parts = path.split("/").slice(1);
    const all = parts.map((_, index) => `/${parts.slice(0, index + 1).join("/")}`);
    for (const one of all) if (!disk.isDirectory(one)) disk.makeDirectory(one);
    return undefined;
  });
}

function ls(args: readonly string[], process: Process): number {
  return forEach("ls", args.length === 0 ? ["."] : args, process, ({ disk, out }, path) => {
    if (disk.isDirectory(path))
      out(
        disk
          .list(path)
          .map((name) => `${name}\n`)
          .join(""),
      );
    else if (disk.isFile(path)) out(`${path}\n`);
    else return MISSING;
    return undefined;
  });
}

/** Knows -e, -f, -d, -z, -n, = and !=, and ! before them. */
function test(args: readonly string[], process: Process): number {
  const { disk, resolve } = process;
  const [first = "", second = "", third = ""] = args;
  if (first === "!") return test(args.slice(1), process) === 0 ? 1 : 0;
  const path = resolve(second);
  const checks: Readonly<Record<string, () => boolean>> = {
    "-e": () => disk.isFile(path) || disk.isDirectory(path),
    "-f": () => disk.isFile(path),
    "-d": () => disk.isDirectory(path),
    "-z": () => second === "",
    "-n": () => second !== "",
  };
  if (second === "=") return first === third ? 0 : 1;
  if (second === "!=") return first === third ? 1 : 0;
  const isTrue = args.length === 1 ? first !== "" : checks[first]?.();
  return isTrue ? 0 : 1;
}

function flagsOf(args: readonly string[]): ReadonlySet<string> {
  return new Set(args.filter(isFlag).flatMap((arg) => [...arg.slice(1)]));
}

function isFlag(arg: string): boolean {
  return /^-\w/.test(arg);
}

/** Every path in turn; what goes wrong with one is said and does not keep the others from being worked on. */
function forEach(
  name: string,
  args: readonly string[],
  process: Process,
  work: (process: Process, path: string) => string | undefined,
): number {
  let status = 0;
  for (const arg of args.filter((one) => !isFlag(one))) {
    const problem = work(process, process.resolve(arg));
    if (problem === undefined) continue;
    process.err(`${name}: ${arg}: ${problem}\n`);
    status = 1;
  }
  return status;
}
