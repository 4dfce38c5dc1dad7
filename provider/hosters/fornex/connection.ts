import type { FornexClient } from "../../clients/fornex/client";
import { type FornexV01Client, fornexV2, fornexV01 } from "../../clients/fornex/dialects";
import { refusalIn } from "../../clients/fornex/refusal";
import { WORDS } from "../../clients/fornex/words";
import { whereabouts } from "../../config";
import { once } from "../../once";
import { fingerprint, type Hoster } from "../hoster";
import type { Wiring } from "../wiring";

/** Fornex in its live dialect. */
export function fornexInV2(wiring: Wiring): Hoster<FornexClient> {
  const { apikey, endpoint } = keyAndEndpoint(wiring);
  return hosterOf(fornexV2(wiring.http({ ...endpoint, headers: { authorization: `Api-Key ${apikey}` } })));
}

/** Fornex in dialect 0.1. */
export function fornexInV01(wiring: Wiring): Hoster<FornexV01Client> {
  const { apikey, endpoint } = keyAndEndpoint(wiring);
  return hosterOf(
    fornexV01(wiring.http({ ...endpoint, parameters: { apikey }, forbidsUnknown: true, refusal: refusalIn })),
  );
}

function keyAndEndpoint({ config }: Wiring) {
  const apikey = config.required("fornexApiKey");
  const endpoint = {
    hoster: "Fornex",
    baseUrl: config.required("fornexUrl"),
    credential: whereabouts("fornexApiKey"),
    secrets: [apikey],
    words: WORDS,
  };
  return { apikey, endpoint };
}

function hosterOf<Client extends FornexClient>(client: Client): Hoster<Client> {
  return {
    title: "Fornex",
    client,
    account: once(async () => fingerprint("fornex", await client.account.identity())),
  };
}
