import type { functions } from "../../../provider/functions";
import type { Simulator } from "../../../simulator";
import type { ApiVersion } from "../rows";

export type FunctionName = keyof typeof functions;

/** All a function needs to join the table. */
export interface Sample {
  /** What must exist at the hoster before. */
  arrange?: (simulator: Simulator) => void;
  args?: Record<string, unknown>;
  /** What it answers, as far as the hoster's documents tell. */
  answer: (apiVersion: ApiVersion) => object;
  /** Method and path of the request, below the hoster's prefix. */
  asks: Record<ApiVersion, string>;
  /** Fields that another look may show otherwise. */
  moves?: string[];
}

const both = (path: string): Record<ApiVersion, string> => ({ "2": path, "0.1": path });

const SERVERS = {
  "17": { name: "web-1", ip_address: "203.0.113.17", location: "us-west" },
  "18": { name: "web-2", status: "suspended", location: "us-east", plan_id: 2 },
};
const zones = (simulator: Simulator) =>
  simulator.patch({
    fornex: {
      domains: {
        "example.com": {
          tags: ["production"],
          entries: {
            "1": { host: "", type: "A", value: "192.0.2.1", ttl: 300 },
            "2": { host: "", type: "MX", value: "mx.example.com.", prio: 10 },
          },
        },
        "example.org": {},
      },
    },
  });

const POINTS = expect.arrayContaining([{ time: Date.parse("2026-01-01T12:00:00Z"), value: expect.any(Number) }]);

const JOB = {
  action: "Set root password",
  job_action: "set_root_passwd",
  note: "Resetting root password",
  time: "2019-01-03T11:10:00Z",
  outcome: "stuck",
} as const;

function plans(kind: string, one: object): Sample {
  return {
    args: { kind },
    answer: () => ({ plans: expect.arrayContaining([expect.objectContaining(one)]) }),
    asks: both(`GET /plans/${kind}`),
  };
}

/** At least one of each function; more where an argument decides what is asked. */
const MACHINE = { veid: "111141" };
const kiwivm = (simulator: Simulator, machine: object) =>
  simulator.patch({ kiwivm: { machines: { [MACHINE.veid]: machine } } });

export const SAMPLES: Record<FunctionName, Sample | [Sample, ...Sample[]]> = {
  getAirVpnStatus: {
    answer: () => ({
      servers: expect.arrayContaining([
        expect.objectContaining({ name: "Taiyi", country: "Japan", health: "error", warning: "High packet loss" }),
      ]),
      routing: [{ name: "Routing One", bandwidthMax: 1000 }],
      planets: [{ name: "Earth", servers: 4, countryCode: "" }],
    }),
    asks: both("POST /status/"),
  },
  getAirVpnUser: {
    answer: () => ({
      premium: true,
      connected: true,
      registeredAt: "2020-02-01T10:00:00Z",
      expiresAt: "2035-12-18T17:21:46Z",
      lastPostAt: "2020-02-01T10:00:00Z",
      sessions: [
        { deviceName: "laptop", serverName: "Alderamin" },
        { deviceName: "router", vpnIpv4: "10.128.0.3" },
      ],
    }),
    asks: both("POST /userinfo/"),
    moves: ["expirationDays"],
  },
  getVpsOrgAccount: {
    args: { requires: ["servers:create", "dns:list"] },
    answer: () => ({
      email: "john@example.com",
      firstName: "John",
      createdAt: "2024-06-15",
      token: { isExpired: false },
    }),
    asks: both("GET /account/me/"),
    moves: ["lastUsedAt"],
  },
  getVpsOrgServers: {
    arrange: (simulator) => simulator.patch({ vpsorg: { servers: SERVERS } }),
    args: { status: "suspended", location: "us-east" },
    answer: () => ({ servers: [{ serverId: "18", name: "web-2", status: "suspended", plan: { id: 2, vcpus: 4 } }] }),
    asks: both("GET /servers/"),
  },
  getVpsOrgServer: {
    arrange: (simulator) => simulator.patch({ vpsorg: { servers: SERVERS } }),
    args: { serverId: 17 },
    answer: () => ({
      serverId: "17",
      name: "web-1",
      ipAddress: "203.0.113.17",
      location: "us-west",
      plan: { bandwidth: 2048 },
      usage: { memoryUsed: 2048 },
    }),
    asks: both("GET /servers/17/"),
  },
  getFornexAccount: {
    answer: () => ({ email: "example@fornex.com", name: "Example Account" }),
    asks: both("GET /account/info"),
  },
  getFornexBalance: { answer: () => ({ currency: "EUR" }), asks: both("GET /account/balance") },
  getFornexInvoices: { answer: () => ({ currency: "EUR" }), asks: both("GET /account/invoices") },
  getFornexOrders: {
    answer: () => ({
      orders: expect.arrayContaining([
        expect.objectContaining({ orderId: "34-177054", type: "vps", name: "web", ipAddresses: ["203.0.113.54"] }),
        expect.objectContaining({ orderId: "375-13", type: "domain" }),
      ]),
    }),
    asks: { "2": "GET /orders/", "0.1": "GET /orders/list" },
  },
  getFornexPlans: [
    plans("backups", { units: "GB", space: 100 }),
    plans("dedicated", { planId: 101, cpuCount: 1, locations: ["DE"], price: 198 }),
    plans("vpn", { planId: 1, type: "dedicated", locations: ["DE", "NL", "US", "RU"], price: 10 }),
    plans("vps", { planId: 433, ram: "1 GB", price: 5 }),
    plans("hosting", { planId: 33, cpuCores: 1, sites: 2, locations: ["DE", "RU"] }),
  ],
  getFornexVpsJob: {
    arrange: (simulator) => simulator.patch({ fornex: { orders: { "34-1234": { vps: { log: { "222287": JOB } } } } } }),
    args: { orderId: "34-1234", jobId: 222287 },
    answer: () => ({ jobId: 222287, jobAction: "set_root_passwd", jobState: "ready", completed: false }),
    asks: { "2": "GET /vps/34-1234/log_details/222287/", "0.1": "GET /vps/log_details/34-1234/" },
  },
  getFornexVpsStatus: {
    args: { orderId: "34-177054" },
    answer: () => ({ status: expect.stringMatching(/^(on|off)$/) }),
    asks: { "2": "GET /vps/34-177054/status/", "0.1": "GET /vps/status/34-177054/" },
  },
  getFornexVpsStats: [
    {
      args: { orderId: "34-177054", field: "traffic", start: "2026-01-01", end: "2026-01-02" },
      answer: () => ({ series: [{ points: POINTS }, { points: POINTS }] }),
      asks: {
        "2": "GET /vps/34-177054/stats/traffic/",
        "0.1": "GET /vps_stat/34-177054/traffic/2026-01-01--2026-01-02.json",
      },
    },
    {
      args: { orderId: "34-177054", field: "inodes", start: "2026-01-01", end: "2026-01-02" },
      answer: () => ({ series: [{ points: POINTS }] }),
      asks: both("GET /vps_stat/34-177054/inodes/2026-01-01--2026-01-02.json"),
    },
  ],
  getSshKeys: {
    answer: () => ({ keys: [{ keyId: 67, title: "test@test", key: expect.stringMatching(/^ssh-rsa /) }] }),
    asks: both("GET /ssh_keys/"),
  },
  getFornexVpsSshKeys: {
    args: { orderId: "34-177054" },
    answer: () => ({ keys: [{ keyId: 67 }] }),
    asks: { "2": "GET /vps/34-177054/ssh_keys/", "0.1": "GET /ssh_keys/34-177054/" },
  },
  getFornexTicketWebhook: { answer: () => ({ lastErrorMessage: "" }), asks: both("GET /tickets/webhook_info/") },
  getFornexVpnConfig: {
    args: { orderId: "301-12312", protocol: "udp" },
    answer: () => ({ config: expect.stringMatching(/^client\s+dev tun/) }),
    asks: both("GET /vpn/301-12312/config-udp.ovpn"),
  },
  getFornexDnsDomains: {
    arrange: zones,
    args: { q: "example", tag: "production" },
    answer: () => ({ domains: [{ name: "example.com", tags: ["production"] }] }),
    asks: { "2": "GET /dns/domain/", "0.1": "GET /dns/v0.1/domain_list.json" },
  },
  getFornexDnsRecords: {
    arrange: zones,
    args: { domain: "Example.com.", type: "MX" },
    answer: () => ({ records: [{ recordId: 2, host: "", type: "MX", value: "mx.example.com.", prio: 10 }] }),
    asks: { "2": "GET /dns/domain/example.com/entry_set/", "0.1": "GET /dns/v0.1/example.com/entry_set.json" },
  },
  getFornexDnsZoneFile: {
    arrange: zones,
    args: { domain: "example.com" },
    answer: () => ({ zoneFile: expect.stringContaining("SOA") }),
    asks: { "2": "GET /dns/domain/example.com/zone_file/", "0.1": "GET /dns/v0.1/example.com/zone_file/" },
  },
  getFornexDedicatedTraffic: {
    args: { orderId: "34-5678", period: "year", port: 0 },
    answer: () => ({
      period: "year",
      days: expect.arrayContaining([expect.objectContaining({ input: expect.any(Number) })]),
    }),
    asks: { "2": "GET /orders/ds/34-5678/traffic/", "0.1": "GET /ds/34-5678/traffic.json" },
  },
  getFornexDedicatedTrafficUsed: {
    args: { orderId: "34-5678" },
    answer: () => ({ used: expect.any(Number), rangeStart: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) }),
    asks: { "2": "GET /orders/ds/34-5678/traffic_used/", "0.1": "GET /ds/34-5678/traffic_used.json" },
  },
  getKiwiServer: {
    args: MACHINE,
    answer: () => ({
      hostname: "my.server.com",
      vmType: "kvm",
      nodeLocationId: "USFL_1",
      locationIpv6Ready: true,
      planMonthlyData: 322122547200,
      dataCounter: 569810827,
      ipAddresses: ["203.0.113.21", "203.0.113.22", "2001:db8:1:2::"],
      ptrs: expect.arrayContaining([
        { ip: "203.0.113.21", ptr: "ns1.my.server.com" },
        { ip: "203.0.113.22", ptr: "" },
      ]),
      suspended: false,
    }),
    asks: both("POST /getServiceInfo"),
  },
  getKiwiServerLive: [
    {
      args: MACHINE,
      answer: () => ({
        hostname: "my.server.com",
        status: "running",
        liveHostname: "my.server.com",
        diskQuotaGb: 4,
        isCpuThrottled: false,
        sshPort: 27015,
        vzStatus: [],
      }),
      asks: both("POST /getLiveServiceInfo"),
    },
    {
      arrange: (simulator) => kiwivm(simulator, { vm_type: "ovz", is_cpu_throttled: true }),
      args: { veid: 111141 },
      answer: () => ({
        status: "running",
        liveHostname: "my.server.com",
        isCpuThrottled: true,
        vzStatus: expect.arrayContaining([{ name: "nproc", value: "23" }]),
        vzQuota: expect.arrayContaining([{ name: "occupied_kb", value: "1497460" }]),
      }),
      asks: both("POST /getLiveServiceInfo"),
    },
  ],
  getKiwiOsTemplates: {
    args: MACHINE,
    answer: () => ({
      installed: "debian-12-x86_64",
      templates: expect.arrayContaining(["debian-13-x86_64", "centos-6-x86_64"]),
    }),
    asks: both("POST /getAvailableOS"),
  },
  getKiwiUsage: {
    args: MACHINE,
    answer: () => ({
      samples: expect.arrayContaining([
        expect.objectContaining({ time: expect.any(Number), networkInBytes: expect.any(Number) }),
      ]),
    }),
    asks: both("POST /getRawUsageStats"),
    moves: ["time", "cpuUsage", "networkInBytes", "networkOutBytes", "diskReadBytes", "diskWriteBytes"],
  },
  getKiwiUsageGraphs: {
    args: MACHINE,
    answer: () => ({ json: '{"error":0}' }),
    asks: both("POST /getUsageGraphs"),
    moves: ["json"],
  },
  getKiwiSnapshots: {
    arrange: (simulator) =>
      kiwivm(simulator, { snapshots: { "one.tar.gz": { description: "nightly", sticky: true } } }),
    args: MACHINE,
    answer: () => ({
      snapshots: [{ fileName: "one.tar.gz", description: "nightly", sticky: true, size: 431947776 }],
    }),
    asks: both("POST /snapshot/list"),
    moves: ["purgesIn"],
  },
  getKiwiLocations: {
    args: MACHINE,
    answer: () => ({
      currentLocation: "USFL_1",
      locations: expect.arrayContaining([
        { id: "USCA_2", description: expect.any(String), dataTransferMultiplier: expect.any(Number) },
      ]),
    }),
    asks: both("POST /migrate/getLocations"),
  },
  getKiwiRateLimit: {
    args: MACHINE,
    answer: () => ({ remainingPoints15Min: expect.any(Number), remainingPoints24H: expect.any(Number) }),
    asks: both("POST /getRateLimitStatus"),
    moves: ["remainingPoints15Min", "remainingPoints24H"],
  },
};
