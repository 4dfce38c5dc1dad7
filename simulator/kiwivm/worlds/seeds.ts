import type { MergePatch } from "../../json";
import type { KiwivmState } from "../state";

/** The machine of the help page's examples, an old one of OpenVZ; the addresses left blank there are invented [S1]. */
export const SEEDS: MergePatch<KiwivmState> = {
  machines: {
    "111141": {
      vm_type: "ovz",
      hostname: "my.server.com",
      node_alias: "IT7_Node32",
      node_location: "US, Florida",
      plan: "micro128",
      plan_monthly_data: 322_122_547_200,
      plan_disk: 4_294_967_296,
      plan_ram: 155_189_248,
      plan_swap: 37_748_736,
      os: "centos-6-x86_64",
      email: "customer@example.com",
      data_counter: 569_810_827,
      data_next_reset: 1_430_193_600,
      ip_addresses: ["203.0.113.21", "203.0.113.22"],
      rdns_api_available: true,
      ptr: { "203.0.113.21": "ns1.my.server.com", "203.0.113.22": "ns2.my.server.com" },
    },
  },
  // The examples can be sent one after the other: a snapshot does not keep the machine locked.
  settings: { snapshotSeconds: 0 },
  switches: { nodeAge: "old" },
};
