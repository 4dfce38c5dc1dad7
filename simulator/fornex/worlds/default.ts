import type { MergePatch } from "../../json";
import type { FornexState } from "../state";

/** The orders, the plans and the key of the documents' examples, and more servers. */
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
    "34-5678": {
      tariff: "DS HyperXeon",
      type: "ds",
      hostname: "example.net",
      ipaddress_set: ["203.0.113.78"],
      cost_month: 198,
      tariff_id: 101,
      tariff_price: 198,
      dedicated: {
        traffic: {
          "0": {
            "2015-10-01": { input: 1e9, output: 2e9 },
            "2015-11-11": { input: 41348840999.42331, output: 969929788001.3163 },
            "2015-11-12": { input: 44384423647.10196, output: 1019910108491.1565 },
          },
        },
        used: 3508146044885.079,
      },
    },
    "375-13": {
      name: "example.com",
      tariff: "Domain .com",
      type: "domain",
      hostname: "example.com",
      cost_month: 1,
      tariff_id: 12,
    },
    "301-12312": { tariff: "VPN", type: "vpn", cost_month: 10, tariff_id: 1, tariff_price: 10, vpn: {} },
  },
  plans: {
    backups: { "100": {}, "150": { space: 150, price: 4.5 }, "200": { space: 200, price: 6 } },
    dedicated: { "101": {} },
    vpn: { "1": {} },
    vps: { "33": { name: "VPS Master", ram: "16 GB", disk: "100 GB", price: 140 }, "433": {} },
    hosting: { "33": { sites: 2, cpu_cores: 1, hdd_space: 1 } },
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
