import { VpsOrgClient } from "../../clients/vpsorg/client";
import { baseUrl, credential } from "../../config/shapes";
import { once } from "../../once";
import { defineConnection, fingerprint, type Hoster } from "../hoster";

export const vpsorg = defineConnection({
  title: "VPS.org",
  settings: {
    vpsorgToken: {
      description: "API token of VPS.org. Create it at admin.vps.org/account/developers/. It begins with `vps_`.",
      type: "string",
      environment: ["VPS_API_TOKEN"],
      secret: true,
      source: "Tokens are made at admin.vps.org/account/developers/.",
      schema: credential.refine((text) => text.startsWith("vps_"), 'must start with "vps_", as VPS.org\'s tokens do'),
    },
    vpsorgUrl: baseUrl("VPS.org", "VPS_API_URL", "https://admin.vps.org/api/v1"),
  },
  connect(factory): Hoster<VpsOrgClient> {
    const token = factory.settings.required("vpsorgToken");
    const client = new VpsOrgClient(
      factory.http({
        hoster: "VPS.org",
        baseUrl: factory.settings.required("vpsorgUrl"),
        headers: { authorization: `Bearer ${token}` },
        credential: factory.whereabouts("vpsorgToken"),
        secrets: [token],
        words: ["active", "stopped", "suspended"],
      }),
    );
    return { client, account: once(async () => fingerprint("vpsorg", await client.accountEmail())) };
  },
});
