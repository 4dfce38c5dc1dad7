import { z } from "zod";
import { FORNEX_API_VERSIONS } from "../../clients/fornex/apiVersion";
import type { FornexClient } from "../../clients/fornex/client";
import { type FornexV01Client, fornexV2, fornexV01 } from "../../clients/fornex/createClient";
import { refusalIn } from "../../clients/fornex/refusal";
import { WORDS } from "../../clients/fornex/words";
import { baseUrl, credential } from "../../config/shapes";
import { lazy } from "../../lazy";
import { once } from "../../once";
import { defineConnection, fingerprint, type Hoster } from "../hoster";

/** Fornex in the API version that is set. */
export interface FornexHoster extends Hoster<FornexClient> {
  /** API version 0.1 whatever is set, for what exists there only. */
  v01: () => FornexV01Client;
}

export const fornex = defineConnection({
  title: "Fornex",
  settings: {
    fornexApiKey: {
      description: 'API key of Fornex: the bare key, without a word such as "Api-Key" before it.',
      type: "string",
      environment: ["FORNEX_API_KEY"],
      secret: true,
      source: "Fornex's control panel shows it.",
      schema: credential,
    },
    fornexUrl: baseUrl("Fornex", "FORNEX_BASE_URL", "https://fornex.com/api"),
    fornexApiVersion: {
      description:
        "Which version of Fornex's API is used: `2`, the live one, or `0.1`, the one before (its DNS part was switched off in 2024).",
      type: "string",
      environment: ["FORNEX_API_VERSION"],
      secret: false,
      default: "2",
      schema: z.enum(FORNEX_API_VERSIONS, { error: 'must be "2" (the live API version) or "0.1" (the one before)' }),
    },
  },
  connect(factory): FornexHoster {
    const apiVersion = factory.settings.required("fornexApiVersion");
    const apikey = factory.settings.required("fornexApiKey");
    const endpoint = {
      hoster: "Fornex",
      baseUrl: factory.settings.required("fornexUrl"),
      credential: factory.whereabouts("fornexApiKey"),
      secrets: [apikey],
      words: WORDS,
    };
    const v01 = lazy(() =>
      fornexV01(factory.http({ ...endpoint, parameters: { apikey }, forbidsUnknown: true, refusal: refusalIn })),
    );
    const v2 = () => fornexV2(factory.http({ ...endpoint, headers: { authorization: `Api-Key ${apikey}` } }));
    const client: FornexClient = apiVersion === "0.1" ? v01() : v2();
    const account = once(async () => fingerprint("fornex", await client.account.identity()));
    return { client, account, v01 };
  },
});
