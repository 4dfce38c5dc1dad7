import type { z } from "zod";
import {
  shownBoolean,
  shownId,
  shownMap,
  shownNumber,
  shownPage,
  shownText,
  shownTexts,
  shownThing,
  shownThingBy,
} from "../shown";

/** A server with everything VPS.org shows of one. Lists show less. */
export const shownServer = shownThingBy(["id"], {
  id: shownText,
  name: shownText,
  hostname: shownText,
  status: shownText,
  ip_address: shownText,
  ipv6_address: shownText,
  location: shownText,
  plan: shownMap({
    id: shownId,
    name: shownText,
    vcpus: shownNumber,
    memory: shownNumber,
    storage: shownNumber,
    bandwidth: shownNumber,
  }),
  os: shownMap({ id: shownId, name: shownText }),
  backups_enabled: shownBoolean,
  resource_usage: shownMap({
    cpu_percent: shownNumber,
    memory_used: shownNumber,
    disk_used: shownNumber,
    bandwidth_used: shownNumber,
  }),
  created_at: shownText,
  updated_at: shownText,
});
export type ShownServer = z.output<typeof shownServer>;

export const shownServerPage = shownPage(shownServer);

/** The account, and the token that asked. */
export const shownAccount = shownThing({
  account: shownMap({
    email: shownText,
    first_name: shownText,
    last_name: shownText,
    company_name: shownText,
    created_at: shownText,
  }),
  token: shownMap({
    name: shownText,
    permissions: shownTexts,
    created_at: shownText,
    last_used_at: shownText,
    expires_at: shownText,
    is_expired: shownBoolean,
  }),
});
export type ShownAccount = z.output<typeof shownAccount>;
