import { isoSeconds } from "../clock";
import { detail } from "../drf";
import { type HosterRequest, Refusal } from "../http";
import type { VpsorgToken } from "./state";

/** The only token that opens the simulated account. Tokens begin with "vps_" [vpsorg.md 0]. */
export const TOKEN = "vps_simulated_token";

/** `Authorization: Bearer TOKEN`; a missing, unknown or expired one is a 401 [S2]. */
export function authenticate(request: HosterRequest, token: VpsorgToken, now: number): void {
  const given = /^Bearer (.+)$/i.exec(request.headers.authorization ?? "")?.[1];
  if (given === undefined) throw new Refusal(detail(401, "Authentication credentials were not provided."));
  if (given !== TOKEN) throw new Refusal(detail(401, "Invalid token."));
  if (token.expires_at !== null && Date.parse(token.expires_at) <= now)
    throw new Refusal(detail(401, "Token expired."));
  token.last_used_at = isoSeconds(now);
}

/** A missing permission is a 403; neither that nor which endpoint needs which one is stated [vpsorg.md 1, unverified]. */
export function requirePermission(token: VpsorgToken, permission: string): void {
  const resource = permission.split(":")[0];
  const granted = [permission, `${resource}:*`, "*:*"].some((form) => token.permissions.includes(form));
  if (!granted) throw new Refusal(detail(403, "You do not have permission to perform this action."));
}
