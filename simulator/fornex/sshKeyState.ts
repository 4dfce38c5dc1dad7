import { z } from "zod";

/** An SSH key of the account. */
export interface FornexSshKey {
  title: string;
  key: string;
  /** Simulated time, ISO 8601. */
  date: string;
  default: boolean;
}

export const sshKeyPatch = z.strictObject({
  title: z.string().default("key"),
  key: z.string().default("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIPatchedIn patched@in"),
  date: z.iso.datetime().default("2017-12-19T12:00:00Z"),
  default: z.boolean().default(false),
});
