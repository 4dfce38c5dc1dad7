import type { MergePatch } from "../../json";
import type { AirvpnState } from "../state";

/** A member with two devices connected, and servers of every health. The names of stars are AirVPN's way. */
export const DEFAULT: MergePatch<AirvpnState> = {
  user: {
    registered: "2020-02-01T10:00:00Z",
    expires: "2035-12-18T17:21:46Z",
    lastAttempt: "2025-01-15T10:20:00Z",
    lastVisit: "2025-01-14T09:00:00Z",
    lastActivity: "2025-01-14T09:05:00Z",
    lastPost: 1_580_551_200,
    posts: 3,
  },
  sessions: {
    "1": { device_name: "laptop", server: "Alderamin", connectedSince: "2025-01-15T10:20:00Z" },
    "2": {
      device_name: "router",
      device_description: "At home",
      server: "Menkab",
      vpn_ipv4: "10.128.0.3",
      vpn_ipv6: "fd7d:76ee:e68f:a993::3",
      connectedSince: "2025-01-15T11:00:00Z",
    },
  },
  servers: {
    Alderamin: {},
    Menkab: { country_name: "Spain", country_code: "es", location: "Madrid", bw: 2080, users: 90 },
    Sadalsuud: { health: "warning", warning: "Low packet loss" },
    Taiyi: {
      country_name: "Japan",
      country_code: "jp",
      location: "Tokyo",
      continent: "Asia",
      bw: 0,
      users: 0,
      health: "error",
      warning: "High packet loss",
    },
  },
  routing: { "Routing One": { bw: 100, bw_max: 1000 } },
};
