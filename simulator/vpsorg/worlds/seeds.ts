import type { MergePatch } from "../../json";
import type { VpsorgState } from "../state";
import { DEFAULT } from "./default";

/** The account, the token and the servers of the seeds' examples [S2; S4]; the next server gets 12347, as there. */
export const SEEDS: MergePatch<VpsorgState> = {
  ...DEFAULT,
  token: {
    name: "Production Deploy Key",
    // The last two are not in the example, but other examples change and delete servers.
    permissions: [
      ...["servers:list", "servers:create", "servers:power", "dns:*"],
      ...["servers:update", "servers:delete"],
    ],
    created_at: "2025-01-10T14:30:00Z",
    last_used_at: "2025-02-11T08:45:12Z",
  },
  servers: {
    "12345": {
      name: "web-server-01",
      hostname: "web01.example.com",
      ip_address: "203.0.113.10",
      ipv6_address: "2001:0db8::1",
      location: "us-west",
      plan_id: 1,
      os_id: 5,
      backups_enabled: true,
      created_at: "2025-01-10T14:30:00Z",
      // The list has the day before.
      updated_at: "2025-01-16T15:45:00Z",
    },
    "12346": {
      name: "db-server-01",
      hostname: "db01.example.com",
      ip_address: "203.0.113.11",
      location: "us-east",
      plan_id: 2,
      os_id: 3,
      created_at: "2025-01-12T09:15:00Z",
      updated_at: "2025-01-16T08:45:00Z",
    },
  },
  // One example starts the first of them, as if it did not run; those that change it read JSON from the answer.
  switches: { activeRefusesStart: false, updateAnswer: "server" },
};
