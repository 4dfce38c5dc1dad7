// Made by `npm run schema`: edit the sources, not this file.
import type * as pulumi from "@pulumi/pulumi";

/** Settings of a provider. Only the credentials of hosters that are used are needed. */
export interface ProviderArgs {
  /** API token of VPS.org. Create it at admin.vps.org/account/developers/. It begins with `vps_`. Environment: `VPS_API_TOKEN`. */
  vpsorgToken?: pulumi.Input<string> | undefined;
  /** Base URL of VPS.org's API. It must use https; http is allowed only for this machine. Default: https://admin.vps.org/api/v1. Environment: `VPS_API_URL`. */
  vpsorgUrl?: pulumi.Input<string> | undefined;
  /** API key of Fornex: the bare key, without a word such as "Api-Key" before it. Environment: `FORNEX_API_KEY`. */
  fornexApiKey?: pulumi.Input<string> | undefined;
  /** Base URL of Fornex's API. It must use https; http is allowed only for this machine. Default: https://fornex.com/api. Environment: `FORNEX_BASE_URL`. */
  fornexUrl?: pulumi.Input<string> | undefined;
  /** Which version of Fornex's API is used: `2`, the live one, or `0.1`, the one before (its DNS part was switched off in 2024). Default: 2. Environment: `FORNEX_API_VERSION`. */
  fornexApiVersion?: pulumi.Input<string> | undefined;
  /** API keys of KiwiVM by VEID: {"123456": "private_…"}. Each machine has its own key. For a single machine you can set the environment variables KIWIVM_VEID and KIWIVM_API_KEY instead. Environment: `KIWIVM_VEID`, `KIWIVM_API_KEY`. */
  kiwivmKeys?: pulumi.Input<Record<string, pulumi.Input<string>>> | undefined;
  /** Base URL of KiwiVM's API. It must use https; http is allowed only for this machine. Default: https://api.64clouds.com/v1. Environment: `KIWIVM_API_URL`. */
  kiwivmUrl?: pulumi.Input<string> | undefined;
  /** API key of AirVPN. AirVPN's status is public and needs no key. Environment: `AIRVPN_API_KEY`. */
  airvpnApiKey?: pulumi.Input<string> | undefined;
  /** Base URL of AirVPN's API. It must use https; http is allowed only for this machine. Default: https://airvpn.org/api. Environment: `AIRVPN_API_URL`. */
  airvpnUrl?: pulumi.Input<string> | undefined;
  /** Seconds between two requests while the provider waits for a hoster, 0.01 to 86400. A failed request is retried after a tenth of this time at first; at KiwiVM after all of it. Default: 5. Environment: `VPS_POLL_SECONDS`. */
  pollSeconds?: pulumi.Input<number> | undefined;
  /** Seconds after which a wait ends, 0.01 to 86400. If omitted, each operation has its own limit: a new server at VPS.org 1200, its power actions and its deletion 600, a job of a Fornex VPS 600, a command at KiwiVM 600, a stop there 300, its locks and snapshots 3600. Environment: `VPS_TIMEOUT_SECONDS`. */
  timeoutSeconds?: pulumi.Input<number> | undefined;
}

/** Those of them that are secrets in state, whatever the program says. */
export const SECRET_SETTINGS: ReadonlySet<string> = new Set([
  "vpsorgToken",
  "fornexApiKey",
  "kiwivmKeys",
  "airvpnApiKey",
]);
