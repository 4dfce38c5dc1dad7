import type { Fields } from "../answers";
import { refused } from "../errors";
import type { Moment } from "../moment";
import { refuseStopped } from "../power";
import type { KiwivmSwitches } from "../switches";
import { Disk, HOME, resolvePath } from "./disk";
import { Shell } from "./shell";

/** Tells where a change of directory leads, and changes nothing [S1]: no two commands share a shell. */
export function changeDirectory(moment: Moment): Fields {
  const { machine, parameters, state } = moment;
  const currentDir = parameters.require("currentDir");
  const newDir = parameters.require("newDir");
  refuseStopped(moment);
  const disk = new Disk(machine.guest);
  const from = resolvePath(HOME, currentDir);
  const to = resolvePath(from, newDir);
  if (disk.isDirectory(to)) return { pwd: printed(to, state.switches) };
  if (state.switches.missingDirectory === "error") throw refused(`cd: ${to}: No such file or directory`);
  return { pwd: printed(disk.isDirectory(from) ? from : HOME, state.switches) };
}

function printed(path: string, { pwdEnd }: KiwivmSwitches): string {
  return pwdEnd === "newline" ? `${path}\n` : path;
}

/** `error` is the exit status and `message` the output [S1]; that it begins in the home directory is unverified. */
export function exec(moment: Moment): Fields {
  const { machine, parameters } = moment;
  const command = parameters.require("command");
  refuseStopped(moment);
  const shell = new Shell(machine.guest);
  const exitStatus = shell.run(command);
  machine.guest.commands.push({ command, exitStatus });
  return { error: exitStatus, message: shell.output };
}
