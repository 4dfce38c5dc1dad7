import type { z } from "zod";
import {
  lenientBoolean,
  lenientId,
  lenientMap,
  lenientNumber,
  lenientPage,
  lenientText,
  lenientTexts,
  lenientThing,
  lenientThingBy,
} from "../lenient";

/** A server with everything VPS.org shows of one. Lists show less. */
export const lenientServer = lenientThingBy(["id"], {
  id: lenientText,
  name: lenientText,
  hostname: lenientText,
  status: lenientText,
  ip_address: lenientText,
  ipv6_address: lenientText,
  location: lenientText,
  plan: lenientMap({
    id: lenientId,
    name: lenientText,
    vcpus: lenientNumber,
    memory: lenientNumber,
    storage: lenientNumber,
    bandwidth: lenientNumber,
  }),
  os: lenientMap({ id: lenientId, name: lenientText }),
  backups_enabled: lenientBoolean,
  resource_usage: lenientMap({
    cpu_percent: lenientNumber,
    memory_used: lenientNumber,
    disk_used: lenientNumber,
    bandwidth_used: lenientNumber,
  }),
  created_at: lenientText,
  updated_at: lenientText,
});
export type LenientServer = z.output<typeof lenientServer>;

export const lenientServerPage = lenientPage(lenientServer);

/** The account, and the token that asked. */
export const lenientAccount = lenientThing({
  account: lenientMap({
    email: lenientText,
    first_name: lenientText,
    last_name: lenientText,
    company_name: lenientText,
    created_at: lenientText,
  }),
  token: lenientMap({
    name: lenientText,
    permissions: lenientTexts,
    created_at: lenientText,
    last_used_at: lenientText,
    expires_at: lenientText,
    is_expired: lenientBoolean,
  }),
});
export type LenientAccount = z.output<typeof lenientAccount>;
