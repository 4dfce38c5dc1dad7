import { AirvpnClient } from "../../clients/airvpn/client";
import { airvpnRefusal } from "../../clients/airvpn/refusal";
import type { Limit } from "../../clients/http/limit";
import { pace } from "../../clients/http/pace";
import { whereabouts } from "../../config";
import { isThisMachine } from "../../loopback";
import { once } from "../../once";
import { fingerprint, type Hoster } from "../hoster";
import type { Wiring } from "../wiring";

/** AirVPN as a member; `limit` is shared with what is asked without a key. */
export function airvpn(wiring: Wiring, limit: Limit): Hoster<AirvpnClient> {
  const key = wiring.config.required("airvpnApiKey");
  const client = new AirvpnClient(
    wiring.http(
      {
        ...endpointOf(wiring, limit),
        parameters: { key },
        secrets: [key],
        credential: whereabouts("airvpnApiKey"),
      },
      wiring.longPatience,
    ),
  );
  return { title: "AirVPN", client, account: once(async () => fingerprint("airvpn", await client.login())) };
}

/** AirVPN as anybody sees it: what is asked here goes out without a key. */
export function airvpnPublic(wiring: Wiring, limit: Limit): AirvpnClient {
  return new AirvpnClient(wiring.http(endpointOf(wiring, limit), wiring.longPatience));
}

/**
 * AirVPN bans an address after 600 requests in ten minutes, with or without key: one a second is within that. Only an API on
 * this machine, which is none of AirVPN's, may be asked faster.
 */
export function airvpnLimit(wiring: Wiring): Limit {
  const baseUrl = wiring.config.required("airvpnUrl");
  const seconds = isThisMachine(new URL(baseUrl)) ? Math.min(1, wiring.waits.pollSeconds / 5) : 1;
  return wiring.limit({ take: pace(seconds) }, "AirVPN", baseUrl);
}

function endpointOf(wiring: Wiring, limit: Limit) {
  return {
    hoster: "AirVPN",
    baseUrl: wiring.config.required("airvpnUrl"),
    secrets: [],
    words: ["json"],
    refusal: airvpnRefusal,
    limit,
  };
}
