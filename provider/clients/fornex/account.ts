import { z } from "zod";
import type { Http } from "../http/client";

const accountInfo = z.object({ email: z.string().nullish(), name: z.string().nullish() });

/** The account the key belongs to: the same call in both dialects. */
export class FornexAccount {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  /** Whom the key belongs to: e-mail and name, as far as Fornex tells. */
  async identity(): Promise<string> {
    const { email, name } = await this.#http({
      effect: "read",
      method: "GET",
      path: "/account/info",
      answer: accountInfo,
    });
    return `${email ?? ""} ${name ?? ""}`;
  }
}
