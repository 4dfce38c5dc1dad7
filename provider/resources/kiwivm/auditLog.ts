import type { AuditEntry } from "../../clients/kiwivm/auditLog";
import { isHttp } from "../../errors/httpError";
import { whenUnlocked } from "../../hosters/kiwivm/locks";
import type { Context } from "../../lifecycle/context";
import type { Named } from "./task";

/** Calls that the audit log may name, beside texts that people choose: the name of a host or of a snapshot, a command. */
const CALLS =
  /\b(?:setHostname|setPTR|resetRootPassword|reinstallOS|(?:basicShell|shellScript|snapshot|ipv6|migrate)\/\w+)/i;

/** Undefined where there is none: the seed's edition of the API has no such call. */
export async function auditLog(cx: Context, veid: string): Promise<AuditEntry[] | undefined> {
  try {
    return await whenUnlocked(cx, veid, () => cx.hosters.kiwivm(veid).client.auditLog());
  } catch (error) {
    if (isHttp(error, "refused", "not-found", "rejected", "unexpected")) return undefined;
    throw error;
  }
}

/** Whether an entry tells of the task, be it of its end. */
export function isLogged({ logged }: Named, summary: string): boolean {
  if (!logged?.words.test(summary)) return false;
  const call = callIn(summary);
  return call === undefined || call === callIn(logged.call);
}

/** Whether an entry names the very call, so that it tells of a beginning. */
export function isCall({ logged }: Named, summary: string): boolean {
  return logged !== undefined && callIn(summary) === callIn(logged.call);
}

/** The call that an entry names first. */
function callIn(summary: string): string | undefined {
  return CALLS.exec(summary)?.[0].toLowerCase();
}
