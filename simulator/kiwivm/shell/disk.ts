import { posix } from "node:path";
import type { KiwivmGuest } from "../guestState";

export const HOME = "/root";

/** On every machine. */
const DIRECTORIES: ReadonlySet<string> = new Set(
  ["/", "/bin", "/dev", "/etc", "/home", "/opt", HOME, "/srv", "/tmp", "/usr", "/var", "/var/log"], //
);
const NULL = "/dev/null";

export function resolvePath(directory: string, path: string): string {
  return posix.resolve(directory, path.replace(/^~(?=\/|$)/, HOME));
}

/** The simulated machine's files, in the simulator's memory. Paths are absolute; methods that may fail return why. */
export class Disk {
  constructor(readonly guest: Pick<KiwivmGuest, "files" | "directories">) {}

  isFile(path: string): boolean {
    return path === NULL || Object.hasOwn(this.guest.files, path);
  }

  isDirectory(path: string): boolean {
    const { files, directories } = this.guest;
    if (DIRECTORIES.has(path) || directories.includes(path)) return true;
    return [...Object.keys(files), ...directories].some((other) => other.startsWith(`${path}/`));
  }

  read(path: string): string | undefined {
    return path === NULL ? "" : this.guest.files[path];
  }

  write(path: string, content: string): string | undefined {
    if (path === NULL) return undefined;
    if (this.isDirectory(path)) return "Is a directory";
    if (!this.isDirectory(posix.dirname(path))) return "No such file or directory";
    this.guest.files[path] = content;
    return undefined;
  }

  makeDirectory(path: string): string | undefined {
    if (this.isFile(path) || this.isDirectory(path)) return "File exists";
    if (!this.isDirectory(posix.dirname(path))) return "No such file or directory";
    this.guest.directories.push(path);
    return undefined;
  }

  /** With all that is below it. */
  remove(path: string): void {
    const isLeft = (other: string) => other !== path && !other.startsWith(`${path}/`);
    const { guest } = this;
    guest.files = Object.fromEntries(Object.entries(guest.files).filter(([other]) => isLeft(other)));
    guest.directories = guest.directories.filter(isLeft);
  }

  /** Names in a directory, sorted. */
  list(directory: string): string[] {
    const prefix = directory === "/" ? "/" : `${directory}/`;
    const all = [...Object.keys(this.guest.files), ...this.guest.directories, ...DIRECTORIES];
    const below = all
      .filter((path) => path !== "/" && path.startsWith(prefix))
      .map((path) => path.slice(prefix.length));
    return [...new Set(below.map((path) => path.split("/", 1)[0] ?? ""))].sort();
  }
}
