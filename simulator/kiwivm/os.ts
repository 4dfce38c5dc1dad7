import { randomBytes } from "node:crypto";
import type { Fields } from "./answers";
import { refused } from "./errors";
import { createLock } from "./lock";
import type { Moment } from "./moment";

export function getAvailableOS({ machine, state }: Moment): Fields {
  return { installed: machine.os, templates: state.templates };
}

/**
 * Begins a reinstallation: the machine is locked, and has the new system and an empty disk afterwards.
 * The old edition of the API promises no answer [S1]; the newer one tells how to get in [kiwivm 1.5].
 */
export function reinstallOS({ machine, parameters, state, now }: Moment): Fields {
  const os = parameters.require("os");
  if (!state.templates.includes(os)) throw refused("No such OS template");
  machine.lock = createLock(`OS Reinstall: ${os}`, state.settings.reinstallSeconds, now, { os });
  machine.guest.rootPassword = newPassword();
  if (state.switches.nodeAge === "old") return {};
  return {
    rootPassword: machine.guest.rootPassword,
    sshPort: machine.guest.sshPort,
    sshKeys: "",
    sshKeysBrief: "",
    notificationEmail: machine.email,
  };
}

/** That the machine need not run, and is not restarted, is unverified. */
export function resetRootPassword({ machine }: Moment): Fields {
  machine.guest.rootPassword = newPassword();
  return { password: machine.guest.rootPassword };
}

function newPassword(): string {
  return randomBytes(9).toString("base64url");
}
