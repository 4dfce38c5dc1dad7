import type { ZodType } from "zod";
import { isHttp } from "../../errors/httpError";
import { VpsError } from "../../errors/vpsError";
import type { Http } from "../http/client";
import { type LenientAccount, type LenientServer, lenientAccount, lenientServer, lenientServerPage } from "./lenient";
import { account, type OpaqueId, type Server, server, serverPage } from "./schemas";

/** What POST /servers/ takes. */
export interface ServerOrder {
  name: string;
  plan_id: OpaqueId;
  os_id: OpaqueId;
  location: string;
  hostname?: string;
  ssh_key_id?: OpaqueId;
  backups_enabled?: boolean;
}

/** What can be changed on a server that runs. */
export interface ServerSettings {
  name?: string;
  hostname?: string;
  backups_enabled?: boolean;
}

/** Which servers to list; VPS.org documents `active`, `stopped` and `suspended`. */
export interface ServerFilter {
  status?: string;
  location?: string;
}

type Page<T> = ZodType<{ count: number | undefined; results: T[] }>;

/** Page size of VPS.org's own client (its documents name none): a list of just so many may go on. */
const USUAL_PAGE_SIZE = 20;
const MOST_PAGES = 500;

/** VPS.org's REST API, as its documents of servers and account have it. */
export class VpsOrgClient {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  /** E-mail of the account the token belongs to. */
  async accountEmail(): Promise<string> {
    const answer = await this.#http({ effect: "read", method: "GET", path: "/account/me/", answer: account });
    return answer.account.email;
  }

  /** The account and the token, for a look that decides nothing. */
  lenientAccount(): Promise<LenientAccount> {
    return this.#http({ effect: "read", method: "GET", path: "/account/me/", answer: lenientAccount });
  }

  /** All servers of the account; a list that is cut off is an error. */
  servers(): Promise<Server[]> {
    return this.#pages({}, serverPage, ({ id }) => String(id));
  }

  /** The servers that VPS.org finds, for a look that decides nothing. */
  shownServers(filter: ServerFilter): Promise<LenientServer[]> {
    return this.#pages({ ...filter }, lenientServerPage, ({ id }, index) => id || `#${index}`);
  }

  /**
   * Whether lists are paged is not documented, so a list that may go on is walked; one that stays shorter than its own
   * count is an error, never a short list.
   */
  async #pages<T>(
    query: Record<string, string>,
    answer: Page<T>,
    keyOf: (item: T, index: number) => string,
  ): Promise<T[]> {
    const found = new Map<string, T>();
    let count = 0;
    for (let page = 1; page <= MOST_PAGES; page++) {
      const before = found.size;
      const shown = await this.#page(query, page, answer);
      if (!shown) break;
      for (const [index, item] of shown.results.entries()) found.set(keyOf(item, index), item);
      count = Math.max(count, shown.count ?? 0);
      const mayGoOn = found.size < count || shown.results.length >= USUAL_PAGE_SIZE;
      if (!mayGoOn || found.size === before) break;
    }
    if (found.size < count) {
      throw new VpsError(
        "incomplete-list",
        `VPS.org: GET /servers/ counts ${count} servers but listed ${found.size}. The list is incomplete, so it proves nothing. Run again. If the error stays, the API has changed: please report it.`,
      );
    }
    return [...found.values()];
  }

  async #page<T>(query: Record<string, string>, page: number, answer: Page<T>) {
    const call = { effect: "read", method: "GET", path: "/servers/", answer } as const;
    if (page === 1) return this.#http({ ...call, ...(Object.keys(query).length > 0 ? { query } : {}) });
    try {
      return await this.#http({ ...call, query: { ...query, page } });
    } catch (error) {
      // A page past the end is a 404 where lists are paged in the manner of Django REST framework.
      if (isHttp(error, "not-found")) return undefined;
      throw error;
    }
  }

  /** One server with all its details. A 404 alone does not prove that it is gone. */
  server(id: string): Promise<Server> {
    return this.#http({
      effect: "read",
      method: "GET",
      path: "/servers/{server_id}/",
      params: { server_id: id },
      answer: server,
    });
  }

  /** One server as far as VPS.org shows it, for a look that decides nothing. */
  lenientServer(id: OpaqueId): Promise<LenientServer> {
    return this.#http({
      effect: "read",
      method: "GET",
      path: "/servers/{server_id}/",
      params: { server_id: id },
      answer: lenientServer,
    });
  }

  /** Orders a server, which costs money: never sent twice. */
  order(order: ServerOrder): Promise<Server> {
    return this.#http({ effect: "once", method: "POST", path: "/servers/", body: { ...order }, answer: server });
  }

  /**
   * PUT replaces all three settings and so needs all three; otherwise PATCH with what is there. Answers the server where VPS.org
   * shows it, which no document says.
   */
  change(id: string, settings: ServerSettings): Promise<Server | undefined> {
    const method = Object.keys(settings).length === 3 ? "PUT" : "PATCH";
    return this.#http<Server | undefined>({
      effect: "repeatable",
      method,
      path: "/servers/{server_id}/",
      params: { server_id: id },
      body: { ...settings },
      answer: server,
      mayDiffer: true,
    });
  }

  /** Asks for a start or a graceful stop. Refused with 400 when it is in that state already. */
  async power(id: string, action: "start" | "stop"): Promise<void> {
    await this.#http({
      effect: "repeatable",
      method: "POST",
      path: `/servers/{server_id}/${action}/`,
      params: { server_id: id },
      answer: "none",
    });
  }

  /** Asks for a graceful restart: a second request would be a second restart. */
  async reboot(id: string): Promise<void> {
    await this.#http({
      effect: "once",
      method: "POST",
      path: "/servers/{server_id}/reboot/",
      params: { server_id: id },
      answer: "none",
    });
  }

  /** Deletes the server and its disk for good. */
  async remove(id: string): Promise<void> {
    await this.#http({
      effect: "repeatable",
      method: "DELETE",
      path: "/servers/{server_id}/",
      params: { server_id: id },
      answer: "empty",
    });
  }
}
