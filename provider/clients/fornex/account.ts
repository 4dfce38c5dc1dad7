import { z } from "zod";
import { VpsError } from "../../errors/vpsError";
import type { Http } from "../http/client";
import { getter } from "./get";
import { optionalText } from "./loose";

const accountInfo = z.object({ email: optionalText, name: optionalText });

/** The account the key belongs to. */
export interface FornexAccount {
  /** Whom the key belongs to: e-mail and name, of which Fornex may leave out one. */
  identity(): Promise<string>;
}

/** The same call in both API versions. */
export function account(http: Http): FornexAccount {
  return {
    identity: async () => {
      const { email = "", name = "" } = await getter(http)("/account/info", accountInfo);
      // Without either every such account would look like the same one, and a list of another would prove things gone.
      if (`${email}${name}`.trim() === "") {
        throw new VpsError(
          "refused",
          "Fornex: GET /account/info shows neither an e-mail address nor a name, so the account cannot be identified. Give the account a name in Fornex's panel, then run again.",
        );
      }
      return `${email} ${name}`;
    },
  };
}
