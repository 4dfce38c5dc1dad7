import type { RequestRecord } from "../simulator";

/** KiwiVM is always asked by POST, since a GET would put the key into the URL. */
const KIWIVM_READS = new Set([
  "/basicShell/cd",
  "/getAvailableOS",
  "/getLiveServiceInfo",
  "/getRateLimitStatus",
  "/getRawUsageStats",
  "/getServiceInfo",
  "/getUsageGraphs",
  "/migrate/getLocations",
  "/snapshot/list",
]);

/** In Fornex's dialect 0.1 a GET sets a new password. */
function isWrite({ hoster, method, path }: RequestRecord): boolean {
  if (hoster === "kiwivm") return !KIWIVM_READS.has(path);
  return method !== "GET" || /\/passwd_reset\//.test(path);
}

/** Requests that are meant to change something, as method and path. */
export function writes(requests: readonly RequestRecord[]): string[] {
  return requests.filter(isWrite).map(({ method, path }) => `${method} ${path}`);
}
