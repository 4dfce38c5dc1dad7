import type { SettingTable } from "./setting";
import { seconds } from "./shapes";

/** The settings that are no hoster's: how long things are waited for. */
export const WAIT_SETTINGS = {
  pollSeconds: {
    description:
      "Seconds between two requests while the provider waits for a hoster, 0.01 to 86400. A failed request is retried after a tenth of this time at first; at KiwiVM after all of it.",
    type: "number",
    environment: ["VPS_POLL_SECONDS"],
    secret: false,
    default: 5,
    schema: seconds,
  },
  timeoutSeconds: {
    description:
      "Seconds after which a wait ends, 0.01 to 86400. If omitted, each operation has its own limit: a new server at VPS.org 1200, its power actions and its deletion 600, a job of a Fornex VPS 600, a command at KiwiVM 600, a stop there 300, its locks and snapshots 3600.",
    type: "number",
    environment: ["VPS_TIMEOUT_SECONDS"],
    secret: false,
    schema: seconds,
  },
} as const satisfies SettingTable;
