import { z } from "zod";
import { VpsError } from "../../errors/vpsError";
import { defineFunction } from "../contract";

/** Arguments of `getVpsOrgAccount`. */
export interface GetVpsOrgAccountArgs {
  /**
   * Permissions that the token must have, such as `servers:create`. The error names those that it lacks. A token with
   * `servers:*` has all permissions for `servers`, and a token with `*:*` has all permissions. Default: none.
   */
  requires?: string[];
}

/** The account and the token of the request (`GET /account/me/`). */
export interface GetVpsOrgAccountResult {
  /** E-mail address of the account. */
  email: string;
  /** First name; empty if none is set. */
  firstName: string;
  /** Last name; empty if none is set. */
  lastName: string;
  /** Company; empty if none is set. */
  companyName: string;
  /** Day of the account's creation: `YYYY-MM-DD`. */
  createdAt: string;
  /** VPS.org's description of the token of the request. */
  token: VpsOrgTokenInfo;
}

/** VPS.org's description of a token, never the token itself. Times are ISO 8601, UTC. */
export interface VpsOrgTokenInfo {
  /** Name of the token. */
  name: string;
  /** Permissions of the token, each as `resource:action`; `*` stands for all. */
  permissions: string[];
  /** When it was made. */
  createdAt: string;
  /** Time of the last use; empty if it was never used. */
  lastUsedAt: string;
  /** Time at which the token expires; empty if it never does. */
  expiresAt: string;
  /** Whether it has expired. VPS.org refuses such a token, so this is probably never true (unverified). */
  isExpired?: boolean | undefined;
}

const permission = z.string().regex(/^([a-z-]+|\*):([a-z-]+|\*)$/, "must be a permission, such as servers:create");

/** Endpoint: GET /account/me/ (seed 002), which needs no permission itself. */
export const getVpsOrgAccount = defineFunction<GetVpsOrgAccountArgs, GetVpsOrgAccountResult>({
  name: "getVpsOrgAccount",
  hoster: "vpsorg",
  schema: z.object({ requires: z.array(permission).exactOptional() }),
  get: async ({ requires = [] }, cx) => {
    const { account, token } = await cx.hosters.vpsorg.client.lenientAccount();
    const missing = requires.filter((wanted) => !permits(token.permissions, wanted));
    if (missing.length > 0) {
      throw new VpsError(
        "refused",
        `VPS.org: the token lacks ${missing.join(", ")}. Tokens are made and changed at admin.vps.org/account/developers/.`,
      );
    }
    return {
      email: account.email,
      firstName: account.first_name,
      lastName: account.last_name,
      companyName: account.company_name,
      createdAt: account.created_at,
      token: {
        name: token.name,
        permissions: token.permissions,
        createdAt: token.created_at,
        lastUsedAt: token.last_used_at,
        expiresAt: token.expires_at,
        isExpired: token.is_expired,
      },
    };
  },
});

function permits(permissions: readonly string[], wanted: string): boolean {
  const [resource] = wanted.split(":");
  return [wanted, `${resource}:*`, "*:*"].some((one) => permissions.includes(one));
}
