import { z } from "zod";
import { VpsError } from "../../errors/vpsError";
import { defineFunction } from "../contract";

/** Arguments of `getVpsOrgAccount`. */
export interface GetVpsOrgAccountArgs {
  /**
   * Permissions the token must have, such as `servers:create`; the error names those it lacks. A token with `servers:*` has
   * all of `servers`, one with `*:*` has everything. Default: none.
   */
  requires?: string[];
}

/** The account and the token it was asked with (`GET /account/me/`). */
export interface GetVpsOrgAccountResult {
  /** E-mail address of the account. */
  email: string;
  /** First name; empty where none is set. */
  firstName: string;
  /** Last name; empty where none is set. */
  lastName: string;
  /** Company; empty where none is set. */
  companyName: string;
  /** Day the account was made: `YYYY-MM-DD`. */
  createdAt: string;
  /** What VPS.org shows of the token the account was asked with. */
  token: VpsOrgTokenInfo;
}

/** What VPS.org shows of a token, never the token itself. Times are ISO 8601, UTC. */
export interface VpsOrgTokenInfo {
  /** Name of the token. */
  name: string;
  /** What it permits, each as `resource:action`; `*` stands for all. */
  permissions: string[];
  /** When it was made. */
  createdAt: string;
  /** When it was last used; empty for never. */
  lastUsedAt: string;
  /** When it expires; empty for never. */
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
