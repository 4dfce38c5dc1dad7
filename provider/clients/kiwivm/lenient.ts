import { z } from "zod";
import {
  lenientBoolean,
  lenientNumber,
  lenientText,
  lenientTexts,
  lenientThing,
  lenientThingBy,
  lenientThings,
} from "../lenient";
import { success } from "./schemas";

/** A map whose keys are names, as pairs; `[]` (how PHP writes an empty map), null and missing have none. What is no text is left out. */
const pairs = z
  .record(z.string(), z.unknown())
  .nullish()
  .catch(undefined)
  .transform((map) => {
    const values = Object.entries(map ?? {}).filter(([, value]) => typeof value !== "object" || value === null);
    return values.map(([name, value]): [string, string] => [name, lenientText.parse(value)]);
  });

const succeeded = z.object({ error: success.nullish() });

/** A whole answer. Others have met successes whose `error` is missing, so that alone proves nothing. */
function answer<Shape extends z.ZodRawShape>(shape: Shape) {
  return z
    .unknown()
    .refine((json) => succeeded.safeParse(json).success, "error must be 0")
    .pipe(lenientThing(shape));
}

const server = {
  vm_type: lenientText,
  hostname: lenientText,
  node_ip: lenientText,
  node_alias: lenientText,
  node_location: lenientText,
  node_location_id: lenientText,
  location_ipv6_ready: lenientBoolean,
  plan: lenientText,
  plan_monthly_data: lenientNumber,
  monthly_data_multiplier: lenientNumber,
  plan_disk: lenientNumber,
  plan_ram: lenientNumber,
  plan_swap: lenientNumber,
  plan_max_ipv6s: lenientNumber,
  os: lenientText,
  email: lenientText,
  data_counter: lenientNumber,
  data_next_reset: lenientNumber,
  ip_addresses: lenientTexts,
  rdns_api_available: lenientBoolean,
  ptr: pairs,
  suspended: lenientBoolean,
  policy_violation: lenientBoolean,
  suspension_count: lenientNumber,
  total_abuse_points: lenientNumber,
  max_abuse_points: lenientNumber,
};

/** `getServiceInfo`. */
export const lenientServer = answer(server);
export type LenientServer = z.output<typeof lenientServer>;

/** Documented as 0 and 1; real answers are text, and empty where it is not throttled. */
const throttled = lenientText.transform((value) => value !== "" && value !== "0" && value !== "false");

/** `getLiveServiceInfo`: the same, and what the machine says of itself, by kind of machine. */
export const lenientLiveServer = answer({
  ...server,
  ve_status: lenientText,
  ve_mac1: lenientText,
  ve_used_disk_space_b: lenientNumber,
  ve_disk_quota_gb: lenientNumber,
  is_cpu_throttled: throttled,
  is_disk_throttled: throttled,
  ssh_port: lenientNumber,
  live_hostname: lenientText,
  load_average: lenientText,
  mem_available_kb: lenientNumber,
  swap_total_kb: lenientNumber,
  swap_available_kb: lenientNumber,
  vz_status: pairs,
  vz_quota: pairs,
});
export type LenientLiveServer = z.output<typeof lenientLiveServer>;

/** `getAvailableOS`. */
export const lenientTemplates = answer({ installed: lenientText, templates: lenientTexts });
export type LenientTemplates = z.output<typeof lenientTemplates>;

/** `getRawUsageStats`. */
export const lenientUsage = answer({
  data: lenientThings(
    lenientThing({
      timestamp: lenientNumber,
      cpu_usage: lenientNumber,
      network_in_bytes: lenientNumber,
      network_out_bytes: lenientNumber,
      disk_read_bytes: lenientNumber,
      disk_write_bytes: lenientNumber,
    }),
  ),
});
export type LenientUsage = z.output<typeof lenientUsage>;

/** `snapshot/list`, without the links: whoever knows one has the machine's data. */
export const lenientSnapshots = answer({
  snapshots: lenientThings(
    lenientThingBy(["fileName"], {
      fileName: lenientText,
      os: lenientText,
      description: lenientText,
      size: lenientNumber,
      md5: lenientText,
      sticky: lenientBoolean,
      purgesIn: lenientNumber,
    }),
  ),
});
export type LenientSnapshots = z.output<typeof lenientSnapshots>;

/** `migrate/getLocations`. */
export const lenientLocations = answer({
  currentLocation: lenientText,
  locations: lenientTexts,
  descriptions: pairs,
  dataTransferMultipliers: pairs,
});
export type LenientLocations = z.output<typeof lenientLocations>;

/** `getRateLimitStatus`. */
export const lenientPoints = answer({ remaining_points_15min: lenientNumber, remaining_points_24h: lenientNumber });
export type LenientPoints = z.output<typeof lenientPoints>;

/** `getUsageGraphs`: obsolete, and nothing of what it answers is documented. */
export const lenientGraphs = z.looseObject({ error: success.nullable() });
export type LenientGraphs = z.output<typeof lenientGraphs>;
