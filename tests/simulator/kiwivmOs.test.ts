import { useSimulator } from "./support";

const world = useSimulator();
const { kiwivm } = world;

const machine = () => world.simulator.state().kiwivm.machines["111141"];
const patchMachine = (part: object) => world.simulator.patch({ kiwivm: { machines: { "111141": part } } });

beforeEach(() => world.simulator.patch({ kiwivm: { settings: { liveSeconds: 0 } } }));

test("getAvailableOS: what is installed and what could be", async () => {
  expect(await kiwivm("getAvailableOS")).toEqual({
    error: 0,
    installed: "debian-12-x86_64",
    templates: ["centos-6-x86_64", "debian-12-x86_64", "debian-13-x86_64", "ubuntu-24.04-x86_64"],
  });
  world.simulator.patch({ kiwivm: { templates: [] } });
  expect((await kiwivm("getAvailableOS")).templates).toEqual([]);
});

describe("reinstallOS", () => {
  const os = "debian-13-x86_64";

  test("tells how to get in, locks, and leaves a new system on an empty disk", async () => {
    // So long that no percent passes by itself.
    world.simulator.patch({ kiwivm: { settings: { reinstallSeconds: 60_000 } } });
    await kiwivm("basicShell/exec", { command: "mkdir /srv/app && touch /root/file" });
    patchMachine({ power: { status: "stopped" } });
    expect(await kiwivm("reinstallOS", { os })).toEqual({
      error: 0,
      rootPassword: machine()?.guest.rootPassword,
      sshPort: 27015,
      sshKeys: "",
      sshKeysBrief: "",
      notificationEmail: "customer@example.com",
    });
    expect(await kiwivm("getServiceInfo")).toMatchObject({ error: 788888, additionalErrorInfo: `OS Reinstall: ${os}` });
    world.simulator.advance(30_000);
    expect((await kiwivm("getAvailableOS")).additionalLockingInfo.completed_percent).toBe(50);
    expect(machine()?.os).toBe("debian-12-x86_64");
    world.simulator.advance(30_000);
    expect((await kiwivm("getAvailableOS")).installed).toBe(os);
    expect((await kiwivm("getServiceInfo")).os).toBe(os);
    expect(machine()).toMatchObject({ lock: null, power: { status: "running", boots: 2 } });
    expect(machine()?.guest).toMatchObject({ hostname: "my.server.com", directories: [] });
    expect(machine()?.guest.files).toEqual({});
  });

  test("of what is not offered, or of nothing", async () => {
    expect((await kiwivm("reinstallOS", { os: "plan9" })).error).toBeGreaterThan(0);
    expect((await kiwivm("reinstallOS")).error).toBe(700001);
    expect(machine()?.lock).toBeNull();
  });
});

test("resetRootPassword: a new one every time, seen in the simulator's state", async () => {
  const first = await kiwivm("resetRootPassword");
  expect(first).toEqual({ error: 0, password: expect.any(String) });
  const { password } = await kiwivm("resetRootPassword");
  expect(password).not.toBe(first.password);
  expect(machine()?.guest.rootPassword).toBe(password);
});

describe("setHostname", () => {
  test("changes KiwiVM's record; the system in the machine learns it when it starts", async () => {
    expect(await kiwivm("setHostname", { newHostname: "web.example.com" })).toEqual({ error: 0 });
    expect(await kiwivm("getLiveServiceInfo")).toMatchObject({
      hostname: "web.example.com",
      live_hostname: "my.server.com",
    });
    await kiwivm("restart");
    world.simulator.advance(20);
    expect((await kiwivm("getLiveServiceInfo")).live_hostname).toBe("web.example.com");
  });

  test.each(["", "a b", "-/-"])("refuses %j", async (newHostname) => {
    expect((await kiwivm("setHostname", { newHostname })).error).toBeGreaterThan(0);
    expect(machine()?.hostname).toBe("my.server.com");
  });

  test("needs a name", async () => expect((await kiwivm("setHostname")).error).toBe(700001));
});
