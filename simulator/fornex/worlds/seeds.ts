import type { MergePatch } from "../../json";
import type { FornexState } from "../state";

/**
 * What the seed's examples speak of [S3]. They contradict each other here and there: 34-1234 is a virtual server in one
 * and a dedicated one in another, so it is both; record 366182 is in two zones; some lists show less than others name.
 */
export const SEEDS: MergePatch<FornexState> = {
  account: { unpaid_invoices_count: 1, unpaid_invoices_amount: 100 },
  orders: {
    "34-1234": {
      name: "user-defined-name",
      tariff: "VPS Master",
      tariff_id: 33,
      tariff_price: 140,
      hostname: "srv-123.fornex.org",
      ipaddress_set: ["123.123.123.123"],
      cost_month: 148,
      expiration_date: "2015-12-18T17:21:46",
      vps: {
        sshKeys: { "67": true },
        log: {
          "222287": {
            action: "Set root password",
            job_action: "set_root_passwd",
            note: "Resetting root password",
            time: "2019-01-03T11:10:00Z",
            outcome: "stuck", // so that it is still "ready"
          },
        },
      },
      dedicated: {
        label: "DS HyperXeon (example.net)",
        traffic: {
          "0": {
            "2015-11-11": { input: 41348840999.42331, output: 969929788001.3163 },
            "2015-11-12": { input: 44384423647.10196, output: 1019910108491.1565 },
          },
        },
        used: 3508146044885.079,
        limit: 14293651161088,
        range_start: "2015-10-21",
        range_end: "2015-11-21",
      },
    },
    "34-177054": {
      tariff: "SSD Cloud 1GB",
      tariff_id: 433,
      tariff_price: 5,
      hostname: "srv-177054.fornex.org",
      ipaddress_set: ["203.0.113.54"],
      cost_month: 5,
      vps: { power: "off", sshKeys: { "67": true, "74": true } },
    },
    "375-13": { tariff: "Domain .com", tariff_id: 12, type: "domain", hostname: "example.com", cost_month: 1 },
    "301-12312": {
      tariff: "VPN",
      tariff_id: 1,
      type: "vpn",
      cost_month: 10,
      tariff_price: 10,
      vpn: { server: "209.222.104.210" },
    },
  },
  plans: {
    backups: { "100": {}, "150": { space: 150, price: 4.5 }, "200": { space: 200, price: 6 } },
    dedicated: { "101": {} },
    vpn: { "1": {} },
    vps: { "433": {} },
    hosting: { "33": { sites: 2, cpu_cores: 1, hdd_space: 1 } },
  },
  webhook: { url: "https://hooks.slack.com/services/T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX" },
  domains: {
    "test.com": {
      created: "2013-04-16T19:07:10",
      updated: "2017-02-05T21:41:25",
      entries: { "366182": { value: "10.10.10.18" } },
    },
    "example.com": {
      created: "2013-04-16T19:07:10",
      entries: {
        "12344": { value: "127.0.0.1", ttl: 600 },
        "12345": { type: "MX", value: "aspmx.l.google.com", prio: 1 },
        "366182": { host: "www", value: "127.0.0.1" },
      },
    },
  },
  domainOrders: { "375-13": { nss: "ns1.fornex.com,ns2.fornex.com" } },
  sshKeys: {
    "67": { title: "test@test", key: "ssh-rsa tt3BPrBTUCGXsCXmiF03LD/f9 test@test", date: "2017-12-19T12:00:00Z" },
    "74": { title: "old@test", key: "ssh-rsa tt3BPrBTUCGXsCXmiF03LD/74 old@test", date: "2017-12-19T12:00:00Z" },
    "99": { title: "new@test", key: "ssh-rsa tt3BPrBTUCGXsCXmiF03LD/99 new@test", date: "2017-12-19T12:00:00Z" },
  },
  // One example adds example.com, which the others work on.
  switches: { refuseTakenZones: false },
  // The ids of what the examples make; a new key's is 67 there, which others show as taken.
  nextIds: { entry: 123, job: 1234 },
};
