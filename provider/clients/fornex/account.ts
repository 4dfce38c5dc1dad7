import { z } from "zod";
import { VpsError } from "../../errors/vpsError";
import type { Http } from "../http/client";
import { optionalText } from "./loose";

const accountInfo = z.object({ email: optionalText, name: optionalText });

/** The account the key belongs to: the same call in both dialects. */
export class FornexAccount {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  /** Whom the key belongs to: e-mail and name, of which Fornex may leave out one. */
  async identity(): Promise<string> {
    const { email = "", name = "" } = await this.#http({
      effect: "read",
      method: "GET",
      path: "/account/info",
      answer: accountInfo,
    });
    // Without either every such account would look like the same one, and a list of another would prove things gone.
    if (`${email}${name}`.trim() === "") {
      throw new VpsError(
        "refused",
        "Fornex: GET /account/info shows neither e-mail nor name of the account, so it cannot be told from others. Give the account a name in Fornex's panel, then run again.",
      );
    }
    return `${email} ${name}`;
  }
}
