import type { MergePatch } from "../../json";
import type { FornexState } from "../state";

/** The orders and the key of the reference's examples, and a second server. */
export const DEFAULT: MergePatch<FornexState> = {
  orders: {
    "34-1234": {
      name: "user-defined-name",
      hostname: "srv-123.fornex.org",
      ipaddress_set: ["203.0.113.123"],
      cost_month: 148,
      tariff_id: 33,
      tariff_price: 140,
      vps: { sshKeys: { "67": true } },
    },
    "34-177054": {
      name: "web",
      tariff: "SSD Cloud 1GB",
      hostname: "srv-177054.fornex.org",
      ipaddress_set: ["203.0.113.54"],
      cost_month: 5,
      tariff_id: 433,
      tariff_price: 5,
      vps: { sshKeys: { "67": true } },
    },
    "375-13": {
      name: "example.com",
      tariff: "Domain .com",
      type: "domain",
      hostname: "example.com",
      cost_month: 1,
    },
  },
  // The order of the reference's examples.
  domainOrders: { "375-13": { nss: "ns1.fornex.com,ns2.fornex.com" } },
  // The key of the seed, with invented key material.
  sshKeys: {
    "67": {
      title: "test@test",
      key: "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAQQDtt3BPrBTUCGXsCXmiF03LD test@test",
      date: "2017-12-19T09:30:00Z",
      default: false,
    },
  },
};
