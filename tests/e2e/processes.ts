import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

/** A process as the system shows it. */
export interface ProcessInfo {
  pid: number;
  parent: number;
  /** The command line, arguments separated by spaces. */
  args: string;
}

/** The process and all that came from it, as far as their parents are still there. */
export function processTree(root: number): ProcessInfo[] {
  const all = processes();
  const tree = all.filter(({ pid }) => pid === root);
  for (const one of tree) tree.push(...all.filter(({ parent }) => parent === one.pid));
  return tree;
}

/** The dynamic providers among them: Node itself, not the shell that starts it. */
export function dynamicProviders(root: number): ProcessInfo[] {
  return processTree(root).filter(({ args }) => /^\S*node\S* \S*cmd\/dynamic-provider/.test(args));
}

/** The plugins of this package among them. */
export function plugins(root: number): ProcessInfo[] {
  return processTree(root).filter(({ args }) => /^\S*node\S* .*native\/main\.js/.test(args));
}

function processes(): ProcessInfo[] {
  return process.platform === "linux" ? fromProc() : fromPs();
}

function fromProc(): ProcessInfo[] {
  const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return pids.flatMap((pid) => {
    try {
      // "PID (name) STATE PARENT …", and the name may hold anything.
      const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
      const parent = Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
      const args = readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trimEnd();
      return [{ pid: Number(pid), parent, args }];
    } catch {
      return []; // It has ended since it was listed.
    }
  });
}

function fromPs(): ProcessInfo[] {
  const { stdout } = spawnSync("ps", ["-Awwo", "pid=,ppid=,args="], { encoding: "utf8" });
  return stdout.split("\n").flatMap((line) => {
    const match = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line);
    return match ? [{ pid: Number(match[1]), parent: Number(match[2]), args: match[3] ?? "" }] : [];
  });
}
