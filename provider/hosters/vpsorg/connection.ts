import { VpsOrgClient } from "../../clients/vpsorg/client";
import { whereabouts } from "../../config";
import { once } from "../../once";
import { fingerprint, type Hoster } from "../hoster";
import type { Wiring } from "../wiring";

export function vpsorg(wiring: Wiring): Hoster<VpsOrgClient> {
  const token = wiring.config.required("vpsorgToken");
  const client = new VpsOrgClient(
    wiring.http({
      hoster: "VPS.org",
      baseUrl: wiring.config.required("vpsorgUrl"),
      headers: { authorization: `Bearer ${token}` },
      credential: whereabouts("vpsorgToken"),
      secrets: [token],
      words: ["active", "stopped", "suspended"],
    }),
  );
  return { title: "VPS.org", client, account: once(async () => fingerprint("vpsorg", await client.accountEmail())) };
}
