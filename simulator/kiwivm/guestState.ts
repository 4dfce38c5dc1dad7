import { z } from "zod";

/** A command that `basicShell/exec` ran. */
export interface KiwivmCommand {
  command: string;
  exitStatus: number;
}

/** A script that `shellScript/exec` was given; it is never run. */
export interface KiwivmScript {
  script: string;
  /** Simulated time, ISO 8601. */
  at: string;
}

/** What is inside the machine. */
export interface KiwivmGuest {
  /** What the command "hostname" says: `setHostname` changes KiwiVM's record, not the running system [kiwivm 1.9]. */
  hostname: string;
  rootPassword: string;
  sshPort: number;
  /** Contents by absolute path. */
  files: Record<string, string>;
  /** Absolute paths, besides those every machine has and those a file lies in. */
  directories: string[];
  /** Oldest first. */
  commands: KiwivmCommand[];
  /** By the name of their log. */
  scripts: Record<string, KiwivmScript>;
}

const path = z.string().regex(/^\/[^/]+(\/[^/]+)*$/, "no absolute path");

export const guestPatch = z.strictObject({
  hostname: z.string().optional(),
  rootPassword: z.string().default("simulated-root"),
  sshPort: z.int().default(27_015),
  files: z.record(path, z.string()).default({}),
  directories: z.array(path).default([]),
  commands: z.array(z.strictObject({ command: z.string(), exitStatus: z.int() })).default([]),
  scripts: z.record(z.string(), z.strictObject({ script: z.string(), at: z.iso.datetime() })).default({}),
});
