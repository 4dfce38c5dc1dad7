import { AirvpnClient } from "../../clients/airvpn/client";
import { airvpnRefusal } from "../../clients/airvpn/refusal";
import { pace } from "../../clients/http/pace";
import { baseUrl, credential } from "../../config/shapes";
import { lazy } from "../../lazy";
import { isThisMachine } from "../../loopback";
import { once } from "../../once";
import { defineConnection, fingerprint, type Hoster } from "../hoster";

/** AirVPN as a member. */
export interface AirvpnHoster extends Hoster<AirvpnClient> {
  /** AirVPN as anybody sees it: what is asked here goes out without a key. */
  public: AirvpnClient;
}

export const airvpn = defineConnection({
  title: "AirVPN",
  settings: {
    airvpnApiKey: {
      description: "API key of AirVPN. AirVPN's status is public and needs no key.",
      type: "string",
      environment: ["AIRVPN_API_KEY"],
      secret: true,
      source: "AirVPN generates it on its API page.",
      schema: credential,
    },
    airvpnUrl: baseUrl("AirVPN", "AIRVPN_API_URL", "https://airvpn.org/api"),
  },
  connect(factory): AirvpnHoster {
    const url = factory.settings.required("airvpnUrl");
    const endpoint = {
      hoster: "AirVPN",
      baseUrl: url,
      secrets: [],
      words: ["json"],
      refusal: airvpnRefusal,
      // Shared with what is asked without a key.
      limit: factory.limit({ take: pace(secondsBetween(url, factory.waits.pollSeconds)) }, "AirVPN", url),
    };
    const member = lazy((): Hoster<AirvpnClient> => {
      const key = factory.settings.required("airvpnApiKey");
      const keyed = { parameters: { key }, secrets: [key], credential: factory.whereabouts("airvpnApiKey") };
      const client = new AirvpnClient(factory.http({ ...endpoint, ...keyed }, factory.longRetryPolicy));
      return { client, account: once(async () => fingerprint("airvpn", await client.login())) };
    });
    return {
      get client() {
        return member().client;
      },
      get account() {
        return member().account;
      },
      public: new AirvpnClient(factory.http(endpoint, factory.longRetryPolicy)),
    };
  },
});

/**
 * AirVPN bans an address after 600 requests in ten minutes, with or without key: one a second is within that. Only an API on
 * this machine, which is none of AirVPN's, may be asked faster.
 */
function secondsBetween(url: string, pollSeconds: number): number {
  return isThisMachine(new URL(url)) ? Math.min(1, pollSeconds / 5) : 1;
}
