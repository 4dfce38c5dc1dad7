import type { RequestRecord } from "../simulator";

/** Reads of the hosters that are always asked by POST, since a GET would put the key into the URL. */
const READS_BY_POST: Readonly<Record<string, ReadonlySet<string>>> = {
  kiwivm: new Set([
    "/basicShell/cd",
    "/getAuditLog",
    "/getAvailableOS",
    "/getLiveServiceInfo",
    "/getRateLimitStatus",
    "/getRawUsageStats",
    "/getServiceInfo",
    "/getUsageGraphs",
    "/migrate/getLocations",
    "/snapshot/list",
  ]),
  airvpn: new Set(["/userinfo/", "/status/"]),
};

/** In Fornex's API version 0.1 a GET sets a new password. */
function isWrite({ hoster, method, path }: RequestRecord): boolean {
  const reads = READS_BY_POST[hoster];
  if (reads) return !reads.has(path);
  return method !== "GET" || /\/passwd_reset\//.test(path);
}

/** Requests that are meant to change something, as method and path. */
export function writes(requests: readonly RequestRecord[]): string[] {
  return requests.filter(isWrite).map(({ method, path }) => `${method} ${path}`);
}
