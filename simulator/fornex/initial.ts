import type { FornexState } from "./state";

/** What the simulated account begins with: the orders and the key of the reference's examples, and a second server. */
export const INITIAL_ORDERS = {
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
};

/** The key of the seed, with invented key material. */
export const INITIAL_SSH_KEYS: FornexState["sshKeys"] = {
  "67": {
    title: "test@test",
    key: "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAAQQDtt3BPrBTUCGXsCXmiF03LD test@test",
    date: "2017-12-19T09:30:00Z",
    default: false,
  },
};
