/** One setting of this provider, as configuration and schema.json know it. */
export interface SettingInfo {
  /** For users: what it is, its unit, what it does when left out. */
  description: string;
  /** `keys`: an object of texts. */
  type: "string" | "number" | "keys";
  /** The environment variable that holds it, or several that hold it together. */
  environment: readonly [string, ...string[]];
  /** Whether it is a credential. */
  secret: boolean;
  /** Where a user gets it, as a sentence; for credentials. */
  source?: string;
  default?: string | number;
}

/** Every setting, under its key in the Pulumi namespace `vps`. */
export const SETTINGS = {
  vpsorgToken: {
    description: "API token of VPS.org, made at admin.vps.org/account/developers/. It begins with `vps_`.",
    type: "string",
    environment: ["VPS_API_TOKEN"],
    secret: true,
    source: "Tokens are made at admin.vps.org/account/developers/.",
  },
  vpsorgUrl: {
    description: "Base URL of VPS.org's API: https, or http to this machine.",
    type: "string",
    environment: ["VPS_API_URL"],
    secret: false,
    default: "https://admin.vps.org/api/v1",
  },
  fornexApiKey: {
    description: 'API key of Fornex, bare: without a word such as "Api-Key" before it.',
    type: "string",
    environment: ["FORNEX_API_KEY"],
    secret: true,
    source: "Fornex's control panel shows it.",
  },
  fornexUrl: {
    description: "Base URL of Fornex's API: https, or http to this machine.",
    type: "string",
    environment: ["FORNEX_BASE_URL"],
    secret: false,
    default: "https://fornex.com/api",
  },
  fornexDialect: {
    description:
      "Which of its two APIs is spoken with Fornex: `2`, the live one, or `0.1`, the one before (its DNS part was switched off in 2024).",
    type: "string",
    environment: ["FORNEX_DIALECT"],
    secret: false,
    default: "2",
  },
  kiwivmKeys: {
    description:
      'API keys of KiwiVM by VEID, since each machine has its own: {"123456": "private_…"}. For a single machine the environment variables KIWIVM_VEID and KIWIVM_API_KEY do as well.',
    type: "keys",
    environment: ["KIWIVM_VEID", "KIWIVM_API_KEY"],
    secret: true,
    source: "Each machine's KiwiVM panel shows its own on the page REST API.",
  },
  kiwivmUrl: {
    description: "Base URL of KiwiVM's API: https, or http to this machine.",
    type: "string",
    environment: ["KIWIVM_API_URL"],
    secret: false,
    default: "https://api.64clouds.com/v1",
  },
  airvpnApiKey: {
    description: "API key of AirVPN. Its status is public and needs none.",
    type: "string",
    environment: ["AIRVPN_API_KEY"],
    secret: true,
    source: "AirVPN generates it on its API page.",
  },
  airvpnUrl: {
    description: "Base URL of AirVPN's API: https, or http to this machine.",
    type: "string",
    environment: ["AIRVPN_API_URL"],
    secret: false,
    default: "https://airvpn.org/api",
  },
  pollSeconds: {
    description:
      "Seconds between two looks at something that is awaited, 0.01 to 86400. A tenth of it is the first pause before a failed request is sent again; at KiwiVM all of it.",
    type: "number",
    environment: ["VPS_POLL_SECONDS"],
    secret: false,
    default: 5,
  },
  timeoutSeconds: {
    description:
      "Seconds after which a wait ends, 0.01 to 86400. Left out, each operation has its own: a new server at VPS.org 1200, its power actions and its deletion 600, a job of a Fornex VPS 600, a command at KiwiVM 600, a stop there 300, its locks and snapshots 3600.",
    type: "number",
    environment: ["VPS_TIMEOUT_SECONDS"],
    secret: false,
  },
} as const satisfies Record<string, SettingInfo>;

export type Setting = keyof typeof SETTINGS;
