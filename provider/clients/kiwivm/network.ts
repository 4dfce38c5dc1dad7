import { z } from "zod";
import type { Http } from "../http/client";
import { done, success } from "./schemas";

/** The newer edition of the API assigns a /64, the older one an address. */
const added = z
  .object({ error: success, assigned_subnet: z.string().min(1).optional(), ip: z.string().min(1).optional() })
  .transform(({ assigned_subnet, ip }) => assigned_subnet ?? ip)
  .pipe(z.string("must be assigned_subnet or ip"));

/** The IPv6 addresses of a machine. */
export class KiwivmNetwork {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  /** Assigns a further address or /64, and tells which. Only the older edition of the API looks at `ip`. */
  addIpv6(ip: string | undefined): Promise<string> {
    return this.#http({
      effect: "once",
      method: "POST",
      path: "/ipv6/add",
      ...(ip === undefined ? {} : { form: { ip } }),
      answer: added,
    });
  }

  async removeIpv6(ip: string): Promise<void> {
    await this.#http({ effect: "repeatable", method: "POST", path: "/ipv6/delete", form: { ip }, answer: done });
  }
}
