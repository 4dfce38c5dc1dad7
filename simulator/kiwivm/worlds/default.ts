import type { MergePatch } from "../../json";
import type { KiwivmState } from "../state";

/** Two machines; the first one's VEID is the seed's [S1]. */
export const DEFAULT: MergePatch<KiwivmState> = {
  machines: {
    "111141": {
      ip_addresses: ["203.0.113.21", "203.0.113.22", "2001:db8:1:2::"],
      ptr: { "203.0.113.21": "ns1.my.server.com" },
    },
    "222252": { hostname: "other.server.com", node_alias: "IT7_Node33", ip_addresses: ["203.0.113.31"] },
  },
};
