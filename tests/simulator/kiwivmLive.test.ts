import { startSimulator } from "../../simulator";
import { send, useSimulator } from "./support";

const world = useSimulator();
const { kiwivm } = world;

const patchMachine = (part: object) => world.simulator.patch({ kiwivm: { machines: { "111141": part } } });
const live = () => kiwivm("getLiveServiceInfo");

beforeEach(() => world.simulator.patch({ kiwivm: { settings: { liveSeconds: 0 } } }));

describe("getLiveServiceInfo", () => {
  test("everything of getServiceInfo, and what a KVM machine says; veid behind error", async () => {
    const answer = await live();
    expect(answer).toEqual({
      ...(await kiwivm("getServiceInfo")),
      ve_status: "running",
      ve_mac1: expect.stringMatching(/^02:00(:[0-9a-f]{2}){4}$/),
      ve_used_disk_space_b: expect.any(Number),
      ve_disk_quota_gb: "4",
      is_cpu_throttled: "",
      is_disk_throttled: "",
      ssh_port: 27015,
      live_hostname: "my.server.com",
      load_average: expect.stringMatching(/^\d/),
      mem_available_kb: expect.any(Number),
      swap_total_kb: 36864,
      swap_available_kb: 36864,
      screendump_png_base64: expect.stringMatching(/^iVBORw0KGgo/),
      veid: 111141,
    });
    expect(Object.keys(answer).slice(-2)).toEqual(["error", "veid"]);
  });

  test("stopped: no SSH port", async () => {
    patchMachine({ power: { status: "stopped" } });
    const answer = await live();
    expect(answer).toMatchObject({ ve_status: "stopped", live_hostname: "", mem_available_kb: null });
    expect(answer).not.toHaveProperty("ssh_port");
  });

  test("without swap", async () => {
    patchMachine({ plan_swap: 0 });
    expect(await live()).toMatchObject({ swap_total_kb: null, swap_available_kb: null });
  });

  test("throttled", async () => {
    patchMachine({ is_cpu_throttled: true });
    expect((await live()).is_cpu_throttled).toBe("1");
  });

  test("an OpenVZ machine: every value is text", async () => {
    patchMachine({ vm_type: "ovz" });
    const { vz_status, vz_quota, ...rest } = await live();
    expect(rest).toMatchObject({ vm_type: "ovz", is_cpu_throttled: "", ssh_port: 27015, error: 0 });
    expect(rest).not.toHaveProperty("ve_status");
    expect(vz_status).toMatchObject({ status: "running", hostname: "my.server.com", nproc: "23" });
    expect(vz_quota).toMatchObject({ hardlimit_kb: "4194304" });
    for (const value of [...Object.values(vz_status), ...Object.values(vz_quota)])
      expect(value).toEqual(expect.any(String));
    patchMachine({ power: { status: "stopped" } });
    expect((await live()).vz_status).toMatchObject({ status: "stopped", nproc: "-" });
  });

  test("takes its time, in simulated seconds", async () => {
    const simulator = await startSimulator({ speed: 100 });
    try {
      simulator.patch({ kiwivm: { settings: { liveSeconds: 15 } } });
      const { KIWIVM_API_URL, KIWIVM_VEID = "", KIWIVM_API_KEY = "" } = simulator.env;
      const begun = performance.now();
      await send("POST", `${KIWIVM_API_URL}/getLiveServiceInfo`, {
        form: { veid: KIWIVM_VEID, api_key: KIWIVM_API_KEY },
      });
      expect(performance.now() - begun).toBeGreaterThanOrEqual(145);
    } finally {
      await simulator.close();
    }
  });
});

describe("usage", () => {
  test("samples of five minutes, up to now, the same ones for the same times", async () => {
    const begun = Date.now() / 1000;
    const { error, data } = await kiwivm("getRawUsageStats");
    expect([error, data.length]).toEqual([0, 288]);
    expect(data[0]).toEqual({
      timestamp: data[1].timestamp - 300,
      cpu_usage: expect.any(Number),
      network_in_bytes: expect.any(Number),
      network_out_bytes: expect.any(Number),
      disk_read_bytes: expect.any(Number),
      disk_write_bytes: expect.any(Number),
    });
    expect(begun - data[287].timestamp).toBeLessThan(301);
    world.simulator.advance(300);
    const later = (await kiwivm("getRawUsageStats")).data;
    // One step later, or two where one more has just begun.
    const gone = data.findIndex(({ timestamp }: { timestamp: number }) => timestamp === later[0].timestamp);
    expect([1, 2]).toContain(gone);
    expect(later.slice(0, 288 - gone)).toEqual(data.slice(gone));
  });

  test("of a new machine", async () => {
    world.simulator.patch({ kiwivm: { settings: { usageSamples: 0 } } });
    expect(await kiwivm("getRawUsageStats")).toEqual({ error: 0, data: [], vm_type: "kvm" });
  });

  test("getUsageGraphs is obsolete and says nothing", async () => {
    expect(await kiwivm("getUsageGraphs")).toEqual({ error: 0 });
  });
});

test("what a call costs is a setting; one that cannot be paid is dropped", async () => {
  world.simulator.patch({ kiwivm: { settings: { points15min: 10, costs: { getLiveServiceInfo: 4 } } } });
  expect((await live()).error).toBe(0);
  expect((await kiwivm("getRateLimitStatus")).remaining_points_15min).toBe(5);
  expect((await live()).error).toBe(0);
  await expect(live()).rejects.toThrow();
  expect((await kiwivm("getRateLimitStatus")).remaining_points_15min).toBe(0);
});
