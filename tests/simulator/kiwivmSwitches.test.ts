import { type KiwivmSwitches, startSimulator } from "../../simulator";
import { send, useSimulator } from "./support";

const world = useSimulator();
const { kiwivm } = world;

const DAY = 86_400;
const set = (switches: Partial<KiwivmSwitches>) => world.simulator.patch({ kiwivm: { switches } });
const patchMachine = (part: object) => world.simulator.patch({ kiwivm: { machines: { "111141": part } } });
const info = () => kiwivm("getServiceInfo");
const live = () => kiwivm("getLiveServiceInfo");
const power = () => world.simulator.state().kiwivm.machines["111141"]?.power;
const READS = ["getAvailableOS", "getRawUsageStats", "getUsageGraphs"];
const SNAPSHOT = "snapshot-1.tar.gz";
const addSnapshot = (part: object = {}) => patchMachine({ snapshots: { [SNAPSHOT]: part } });
const listed = async () => (await kiwivm("snapshot/list")).snapshots;
const useUp = () => patchMachine({ points: { used15min: 1000 } });

// Nobody waits for slow answers here.
beforeEach(() => world.simulator.patch({ kiwivm: { settings: { liveSeconds: 0, migrateAnswerSeconds: 0 } } }));

async function setPtr(ip: string, ptr: string) {
  expect(await kiwivm("setPTR", { ip, ptr })).toEqual({ error: 0 });
  return (await info()).ptr;
}

async function auditType() {
  await kiwivm("restart");
  world.simulator.advance(20);
  return (await kiwivm("getAuditLog")).log_entries[0].type;
}

/** The type makes sure that no switch is forgotten. */
const checks: { [S in keyof KiwivmSwitches]: Record<string, () => Promise<void>> } = {
  nodeAge: {
    "new, the default": async () => {
      addSnapshot();
      expect(await info()).toMatchObject({ vm_type: "kvm" });
      expect(await kiwivm("getRawUsageStats")).toMatchObject({ vm_type: "kvm" });
      expect(await info()).not.toHaveProperty("node_ip");
      expect((await listed())[0]).toHaveProperty("downloadLinkSSL");
      expect((await kiwivm("setPTR", { ip: "2001:db8:1:2::5", ptr: "a.example" })).error).toBe(0);
      expect(await kiwivm("reinstallOS", { os: "debian-13-x86_64" })).toHaveProperty("rootPassword");
    },
    old: async () => {
      set({ nodeAge: "old" });
      addSnapshot();
      expect(await info()).toMatchObject({ node_ip: expect.any(String) });
      expect(await info()).not.toHaveProperty("vm_type");
      expect(await kiwivm("getRawUsageStats")).not.toHaveProperty("vm_type");
      expect((await listed())[0]).not.toHaveProperty("downloadLinkSSL");
      expect((await kiwivm("setPTR", { ip: "2001:db8:1:2::5", ptr: "a.example" })).error).toBeGreaterThan(0);
      expect((await kiwivm("setPTR", { ip: "2001:db8:1:2::", ptr: "a.example" })).error).toBe(0);
      expect(await kiwivm("migrate/getLocations")).not.toHaveProperty("dataTransferMultipliers");
      expect(await kiwivm("reinstallOS", { os: "debian-13-x86_64" })).toEqual({ error: 0 });
      patchMachine({ lock: null });
      expect(await kiwivm("migrate/start", { location: "USCA_2" })).toEqual({ error: 0 });
    },
  },
  ipv6Form: {
    "bare, the default": async () => expect((await info()).ip_addresses[2]).toBe("2001:db8:1:2::"),
    "with length": async () => {
      set({ ipv6Form: "with-length" });
      expect((await info()).ip_addresses[2]).toBe("2001:db8:1:2::/64");
      set({ nodeAge: "old" });
      expect((await info()).ip_addresses[2]).toBe("2001:db8:1:2::");
    },
  },
  assignedForm: {
    "with length, the default": async () => {
      patchMachine({ plan_max_ipv6s: 2 });
      expect((await kiwivm("ipv6/add")).assigned_subnet).toMatch(/^2001:db8:.*::\/64$/);
      expect((await info()).ip_addresses[3]).toMatch(/::$/);
    },
    bare: async () => {
      set({ assignedForm: "bare" });
      patchMachine({ plan_max_ipv6s: 2 });
      expect((await kiwivm("ipv6/add")).assigned_subnet).toMatch(/^2001:db8:.*::$/);
    },
  },
  furtherSubnet: {
    "another, the default": async () => {
      patchMachine({ plan_max_ipv6s: 2 });
      expect((await kiwivm("ipv6/add")).assigned_subnet).not.toBe("2001:db8:1:2::/64");
      expect((await info()).ip_addresses).toHaveLength(4);
    },
    same: async () => {
      set({ furtherSubnet: "same" });
      patchMachine({ plan_max_ipv6s: 2 });
      expect((await kiwivm("ipv6/add")).assigned_subnet).toBe("2001:db8:1:2::/64");
      expect((await info()).ip_addresses).toHaveLength(3);
      patchMachine({ ip_addresses: [] });
      expect((await kiwivm("ipv6/add")).assigned_subnet).toMatch(/\/64$/);
    },
  },
  ipv6PtrKey: {
    "address, the default": async () => {
      expect(await setPtr("2001:db8:1:2::5", "a.example")).toMatchObject({
        "2001:db8:1:2::": "",
        "2001:db8:1:2::5": "a.example",
      });
    },
    subnet: async () => {
      set({ ipv6PtrKey: "subnet" });
      const ptr = await setPtr("2001:db8:1:2::5", "a.example");
      expect(ptr["2001:db8:1:2::"]).toBe("a.example");
      expect(ptr).not.toHaveProperty("2001:db8:1:2::5");
    },
  },
  ptrSpelling: {
    "as sent, the default": async () => {
      expect((await setPtr("203.0.113.22", "A.Example."))["203.0.113.22"]).toBe("A.Example.");
    },
    lower: async () => {
      set({ ptrSpelling: "lower" });
      expect((await setPtr("203.0.113.22", "A.Example."))["203.0.113.22"]).toBe("a.example.");
    },
    dot: async () => {
      set({ ptrSpelling: "dot" });
      expect((await setPtr("203.0.113.22", "A.Example"))["203.0.113.22"]).toBe("A.Example.");
    },
    "no dot": async () => {
      set({ ptrSpelling: "no-dot" });
      expect((await setPtr("203.0.113.22", "A.Example."))["203.0.113.22"]).toBe("A.Example");
    },
  },
  unsetPtr: {
    "null and empty, the default": async () => {
      expect((await info()).ptr).toMatchObject({ "203.0.113.22": null, "2001:db8:1:2::": "" });
    },
    missing: async () => {
      set({ unsetPtr: "missing" });
      expect((await info()).ptr).toEqual({ "203.0.113.21": "ns1.my.server.com" });
      patchMachine({ ptr: null });
      expect((await info()).ptr).toEqual([]);
    },
  },
  emptyPtr: {
    "refused, the default": async () => {
      expect((await kiwivm("setPTR", { ip: "203.0.113.21", ptr: "" })).error).toBeGreaterThan(0);
      expect((await info()).ptr["203.0.113.21"]).toBe("ns1.my.server.com");
    },
    accepted: async () => {
      set({ emptyPtr: "accepted" });
      expect((await setPtr("203.0.113.21", ""))["203.0.113.21"]).toBeNull();
    },
  },
  ptrShown: {
    "at once, the default": async () => {
      expect((await setPtr("203.0.113.21", "a.example"))["203.0.113.21"]).toBe("a.example");
    },
    later: async () => {
      set({ ptrShown: "later" });
      expect((await setPtr("203.0.113.21", "a.example"))["203.0.113.21"]).toBe("ns1.my.server.com");
      world.simulator.advance(60);
      expect((await info()).ptr["203.0.113.21"]).toBe("a.example");
    },
  },
  descriptions: {
    "base64, the default": async () => {
      addSnapshot({ description: "über" });
      expect(await listed()).toMatchObject([{ description: "w7xiZXI=" }]);
    },
    plain: async () => {
      set({ descriptions: "plain" });
      addSnapshot({ description: "über" });
      expect(await listed()).toMatchObject([{ description: "über" }]);
    },
  },
  lockedList: {
    "refused, the default": async () => {
      patchMachine({ lock: {} });
      expect((await kiwivm("snapshot/list")).error).toBe(788888);
    },
    answered: async () => {
      set({ lockedList: "answered" });
      patchMachine({ lock: {} });
      expect((await kiwivm("snapshot/list")).error).toBe(0);
      expect((await info()).error).toBe(788888);
    },
  },
  lockedInfo: {
    "refused, the default": async () => {
      patchMachine({ lock: {} });
      expect((await info()).error).toBe(788888);
      expect((await live()).error).toBe(788888);
      expect((await kiwivm("getRateLimitStatus")).error).toBe(0);
    },
    answered: async () => {
      set({ lockedInfo: "answered" });
      patchMachine({ lock: {} });
      expect((await info()).error).toBe(0);
      expect((await live()).error).toBe(0);
      expect((await kiwivm("setPTR", { ip: "203.0.113.21", ptr: "a.example" })).error).toBe(788888);
    },
  },
  lockedReads: {
    "refused, the default": async () => {
      patchMachine({ lock: {} });
      for (const call of READS) expect([call, (await kiwivm(call)).error]).toEqual([call, 788888]);
    },
    answered: async () => {
      set({ lockedReads: "answered" });
      patchMachine({ lock: {} });
      for (const call of READS) expect([call, (await kiwivm(call)).error]).toEqual([call, 0]);
      for (const call of ["migrate/getLocations", "getLiveServiceInfo", "restart"]) {
        expect((await kiwivm(call)).error).toBe(788888);
      }
    },
  },
  needlessPower: {
    "refused, the default": async () => {
      expect((await kiwivm("start")).error).toBe(700003);
      patchMachine({ power: { status: "stopped" } });
      for (const call of ["stop", "restart", "kill"]) expect((await kiwivm(call)).error).toBe(700000);
    },
    ignored: async () => {
      set({ needlessPower: "ignored" });
      expect(await kiwivm("start")).toEqual({ error: 0, is_mounted: expect.any(Number) });
      patchMachine({ power: { status: "stopped" } });
      for (const call of ["stop", "restart", "kill"]) expect(await kiwivm(call)).toEqual({ error: 0 });
      expect(power()).toMatchObject({ status: "stopped", boots: 1 });
    },
  },
  veStatus: {
    "lower, the default": async () => expect((await live()).ve_status).toBe("running"),
    capital: async () => {
      set({ veStatus: "capital" });
      expect((await live()).ve_status).toBe("Running");
    },
  },
  missingDirectory: {
    "stays, the default": async () => {
      expect(await kiwivm("basicShell/cd", { currentDir: "/srv", newDir: "nowhere" })).toEqual({
        error: 0,
        pwd: "/srv\n",
      });
      expect((await kiwivm("basicShell/cd", { currentDir: "/nowhere", newDir: "." })).pwd).toBe("/root\n");
    },
    error: async () => {
      set({ missingDirectory: "error" });
      const { error, message } = await kiwivm("basicShell/cd", { currentDir: "/srv", newDir: "nowhere" });
      expect([error > 0, message]).toEqual([true, expect.stringContaining("/srv/nowhere")]);
    },
  },
  pwdEnd: {
    "newline, the default": async () => {
      expect((await kiwivm("basicShell/cd", { currentDir: "/", newDir: "srv" })).pwd).toBe("/srv\n");
    },
    none: async () => {
      set({ pwdEnd: "none" });
      expect((await kiwivm("basicShell/cd", { currentDir: "/", newDir: "srv" })).pwd).toBe("/srv");
    },
  },
  lingeringDelete: {
    on: async () => {
      addSnapshot();
      await kiwivm("snapshot/delete", { snapshot: SNAPSHOT });
      expect(await listed()).toHaveLength(1);
    },
    off: async () => {
      set({ lingeringDelete: false });
      addSnapshot();
      await kiwivm("snapshot/delete", { snapshot: SNAPSHOT });
      expect(await listed()).toEqual([]);
    },
  },
  stickyPurgesIn: {
    "zero, the default": async () => {
      addSnapshot({ sticky: true });
      expect(await listed()).toMatchObject([{ sticky: true, purgesIn: 0 }]);
    },
    counts: async () => {
      set({ stickyPurgesIn: "counts" });
      addSnapshot({ sticky: true });
      expect((await listed())[0].purgesIn).toBeGreaterThan(29 * DAY);
      world.simulator.advance(31 * DAY);
      expect(await listed()).toMatchObject([{ sticky: true, purgesIn: 0 }]);
    },
  },
  neverListed: {
    off: async () => {
      await kiwivm("snapshot/create");
      world.simulator.advance(200);
      expect(await listed()).toHaveLength(1);
    },
    on: async () => {
      set({ neverListed: true });
      await kiwivm("snapshot/create");
      world.simulator.advance(10_000);
      expect(await listed()).toEqual([]);
    },
  },
  overLimit: {
    "reset, the default": async () => {
      useUp();
      await expect(info()).rejects.toThrow();
    },
    hang: async () => {
      set({ overLimit: "hang" });
      useUp();
      const abort = new AbortController();
      const { KIWIVM_API_URL, KIWIVM_VEID = "", KIWIVM_API_KEY = "" } = world.simulator.env;
      const body = new URLSearchParams({ veid: KIWIVM_VEID, api_key: KIWIVM_API_KEY });
      const pending = fetch(`${KIWIVM_API_URL}/getServiceInfo`, { method: "POST", body, signal: abort.signal });
      while (world.simulator.requests().length === 0) await new Promise(setImmediate);
      abort.abort();
      await expect(pending).rejects.toThrow();
      expect(world.simulator.requests()).toMatchObject([{ status: 0 }]);
    },
    "429": async () => {
      set({ overLimit: "429" });
      useUp();
      const { KIWIVM_API_URL, KIWIVM_VEID = "", KIWIVM_API_KEY = "" } = world.simulator.env;
      const form = { veid: KIWIVM_VEID, api_key: KIWIVM_API_KEY };
      expect((await send("POST", `${KIWIVM_API_URL}/getServiceInfo`, { form })).status).toBe(429);
    },
    "an error": async () => {
      set({ overLimit: "error" });
      useUp();
      expect(await info()).toEqual({ error: expect.any(Number), message: "API rate limit exceeded" });
    },
  },
  statusCostsPoint: {
    on: async () => expect((await kiwivm("getRateLimitStatus")).remaining_points_15min).toBe(999),
    off: async () => {
      set({ statusCostsPoint: false });
      expect((await kiwivm("getRateLimitStatus")).remaining_points_15min).toBe(1000);
      useUp();
      expect((await kiwivm("getRateLimitStatus")).remaining_points_15min).toBe(0);
    },
  },
  auditLog: {
    "numbers, the default": async () => expect(await auditType()).toBe(1),
    texts: async () => {
      set({ auditLog: "texts" });
      expect(await auditType()).toBe("1");
    },
    absent: async () => {
      set({ auditLog: "absent" });
      expect(await kiwivm("getAuditLog")).toEqual(await kiwivm("getNothing"));
    },
  },
  types: {
    "real, the default": async () => {
      expect(await info()).toMatchObject({ error: 0, suspended: false, rdns_api_available: true });
      expect(await live()).toMatchObject({ ve_disk_quota_gb: "4", is_cpu_throttled: "", ssh_port: 27015 });
    },
    loose: async () => {
      set({ types: "loose" });
      addSnapshot();
      expect(await info()).toMatchObject({
        error: "0",
        suspended: 0,
        rdns_api_available: 1,
        plan_ram: "155189248",
        suspension_count: null,
      });
      expect(await kiwivm("snapshot/list")).toMatchObject({
        error: "0",
        snapshots: [{ sticky: 0, size: 431947776, purgesIn: expect.any(String) }],
      });
      expect(await live()).toMatchObject({ ve_disk_quota_gb: 4, is_cpu_throttled: 0, ssh_port: "27015" });
      expect((await kiwivm("basicShell/exec", { command: "exit 3" })).error).toBe("3");
      expect((await kiwivm("noSuchCall")).error).toMatch(/^\d+$/);
    },
  },
  ignores: {
    "nothing, the default": async () => {
      expect(await kiwivm("setHostname", { newHostname: "a.example" })).toEqual({ error: 0 });
      expect(await info()).toMatchObject({ hostname: "a.example" });
    },
    "calls: answered as ever": async () => {
      addSnapshot();
      const before = world.simulator.state().kiwivm.machines["111141"];
      set({
        ignores: ["setHostname", "setPTR", "snapshot/toggleSticky", "stop", "reinstallOS", "migrate/start"],
      });
      const done = { error: 0 };
      expect(await kiwivm("setHostname", { newHostname: "a.example" })).toEqual(done);
      expect(await kiwivm("setPTR", { ip: "203.0.113.21", ptr: "a.example" })).toEqual(done);
      expect(await kiwivm("snapshot/toggleSticky", { snapshot: SNAPSHOT, sticky: "1" })).toEqual(done);
      expect(await kiwivm("stop")).toEqual(done);
      expect(await kiwivm("reinstallOS", { os: "debian-13-x86_64" })).toHaveProperty("rootPassword");
      expect(await kiwivm("migrate/start", { location: "USCA_2" })).toHaveProperty("newIps");
      expect((await kiwivm("setHostname", { newHostname: "no name" })).error).toBeGreaterThan(0);
      world.simulator.advance(10_000);
      const after = world.simulator.state().kiwivm.machines["111141"];
      for (const part of ["hostname", "ptr", "os", "node_location_id", "power", "snapshots", "lock"] as const) {
        expect(after?.[part]).toEqual(before?.[part]);
      }
    },
    "a start, and a kill": async () => {
      set({ ignores: ["start", "kill"] });
      expect(await kiwivm("kill")).toEqual({ error: 0 });
      expect(power()).toMatchObject({ status: "running" });
      patchMachine({ power: { status: "stopped" } });
      expect(await kiwivm("start")).toMatchObject({ error: 0 });
      world.simulator.advance(100);
      expect(power()).toMatchObject({ status: "stopped" });
    },
  },
};

for (const [name, positions] of Object.entries(checks)) {
  describe(`KiwiVM switch ${name}`, () => {
    for (const [position, check] of Object.entries(positions)) test(position, check);
  });
}

test("close does not wait for requests that hang", async () => {
  const simulator = await startSimulator();
  simulator.patch({ kiwivm: { switches: { overLimit: "hang" }, settings: { points15min: 0 } } });
  const { KIWIVM_API_URL, KIWIVM_VEID, KIWIVM_API_KEY } = simulator.env;
  const pending = fetch(`${KIWIVM_API_URL}/getServiceInfo?veid=${KIWIVM_VEID}&api_key=${KIWIVM_API_KEY}`);
  pending.catch(() => {});
  while (simulator.requests().length === 0) await new Promise(setImmediate);
  await simulator.close();
  await expect(pending).rejects.toThrow();
});
