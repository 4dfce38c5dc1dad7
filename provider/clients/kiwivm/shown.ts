import { z } from "zod";
import { shownBoolean, shownNumber, shownText, shownTexts, shownThing, shownThingBy, shownThings } from "../shown";
import { success } from "./schemas";

/** A map whose keys are names, as pairs; `[]` (how PHP writes an empty map), null and missing have none. What is no text is left out. */
const pairs = z
  .record(z.string(), z.unknown())
  .nullish()
  .catch(undefined)
  .transform((map) => {
    const values = Object.entries(map ?? {}).filter(([, value]) => typeof value !== "object" || value === null);
    return values.map(([name, value]): [string, string] => [name, shownText.parse(value)]);
  });

const succeeded = z.object({ error: success.nullish() });

/** A whole answer. Others have met successes whose `error` is missing, so that alone proves nothing. */
function answer<Shape extends z.ZodRawShape>(shape: Shape) {
  return z
    .unknown()
    .refine((json) => succeeded.safeParse(json).success, "error must be 0")
    .pipe(shownThing(shape));
}

const server = {
  vm_type: shownText,
  hostname: shownText,
  node_ip: shownText,
  node_alias: shownText,
  node_location: shownText,
  node_location_id: shownText,
  location_ipv6_ready: shownBoolean,
  plan: shownText,
  plan_monthly_data: shownNumber,
  monthly_data_multiplier: shownNumber,
  plan_disk: shownNumber,
  plan_ram: shownNumber,
  plan_swap: shownNumber,
  plan_max_ipv6s: shownNumber,
  os: shownText,
  email: shownText,
  data_counter: shownNumber,
  data_next_reset: shownNumber,
  ip_addresses: shownTexts,
  rdns_api_available: shownBoolean,
  ptr: pairs,
  suspended: shownBoolean,
  policy_violation: shownBoolean,
  suspension_count: shownNumber,
  total_abuse_points: shownNumber,
  max_abuse_points: shownNumber,
};

/** `getServiceInfo`. */
export const shownServer = answer(server);
export type ShownServer = z.output<typeof shownServer>;

/** Documented as 0 and 1; real answers are text, and empty where it is not throttled. */
const throttled = shownText.transform((value) => value !== "" && value !== "0" && value !== "false");

/** `getLiveServiceInfo`: the same, and what the machine says of itself, by kind of machine. */
export const shownLiveServer = answer({
  ...server,
  ve_status: shownText,
  ve_mac1: shownText,
  ve_used_disk_space_b: shownNumber,
  ve_disk_quota_gb: shownNumber,
  is_cpu_throttled: throttled,
  is_disk_throttled: throttled,
  ssh_port: shownNumber,
  live_hostname: shownText,
  load_average: shownText,
  mem_available_kb: shownNumber,
  swap_total_kb: shownNumber,
  swap_available_kb: shownNumber,
  vz_status: pairs,
  vz_quota: pairs,
});
export type ShownLiveServer = z.output<typeof shownLiveServer>;

/** `getAvailableOS`. */
export const shownTemplates = answer({ installed: shownText, templates: shownTexts });
export type ShownTemplates = z.output<typeof shownTemplates>;

/** `getRawUsageStats`. */
export const shownUsage = answer({
  data: shownThings(
    shownThing({
      timestamp: shownNumber,
      cpu_usage: shownNumber,
      network_in_bytes: shownNumber,
      network_out_bytes: shownNumber,
      disk_read_bytes: shownNumber,
      disk_write_bytes: shownNumber,
    }),
  ),
});
export type ShownUsage = z.output<typeof shownUsage>;

/** `snapshot/list`, without the links: whoever knows one has the machine's data. */
export const shownSnapshots = answer({
  snapshots: shownThings(
    shownThingBy(["fileName"], {
      fileName: shownText,
      os: shownText,
      description: shownText,
      size: shownNumber,
      md5: shownText,
      sticky: shownBoolean,
      purgesIn: shownNumber,
    }),
  ),
});
export type ShownSnapshots = z.output<typeof shownSnapshots>;

/** `migrate/getLocations`. */
export const shownLocations = answer({
  currentLocation: shownText,
  locations: shownTexts,
  descriptions: pairs,
  dataTransferMultipliers: pairs,
});
export type ShownLocations = z.output<typeof shownLocations>;

/** `getRateLimitStatus`. */
export const shownPoints = answer({ remaining_points_15min: shownNumber, remaining_points_24h: shownNumber });
export type ShownPoints = z.output<typeof shownPoints>;

/** `getUsageGraphs`: obsolete, and nothing of what it answers is documented. */
export const shownGraphs = z.looseObject({ error: success.nullable() });
export type ShownGraphs = z.output<typeof shownGraphs>;
