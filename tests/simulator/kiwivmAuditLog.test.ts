import { send, useSimulator } from "./support";

const world = useSimulator();
const { kiwivm } = world;

const patchMachine = (part: object) => world.simulator.patch({ kiwivm: { machines: { "111141": part } } });
const entries = async () => (await kiwivm("getAuditLog")).log_entries;
const summaries = async () => (await entries()).map(({ summary }: { summary: string }) => summary);

test("calls that change something show up some seconds later, oldest first", async () => {
  const begun = Math.floor(Date.now() / 1000);
  await kiwivm("setHostname", { newHostname: "web.example.com" });
  await kiwivm("getServiceInfo");
  await kiwivm("restart");
  expect(await kiwivm("getAuditLog")).toEqual({ error: 0, log_entries: [] });
  world.simulator.advance(20);
  expect(await summaries()).toEqual(["API call: setHostname web.example.com", "API call: restart"]);
  const [first] = await entries();
  expect(first).toEqual({
    timestamp: expect.any(Number),
    requestor_ipv4: 2_130_706_433,
    type: 1,
    summary: expect.any(String),
  });
  expect(first.timestamp - begun).toBeLessThanOrEqual(60);
});

test("a reinstallation names its system, a restore its snapshot; what is refused is written down, too", async () => {
  patchMachine({ snapshots: { "snapshot-1.tar.gz": {} } });
  await kiwivm("reinstallOS", { os: "plan9" });
  await kiwivm("reinstallOS", { os: "debian-12-x86_64" });
  world.simulator.advance(600);
  await kiwivm("snapshot/restore", { snapshot: "snapshot-1.tar.gz" });
  world.simulator.advance(600);
  expect(await summaries()).toEqual([
    "API call: reinstallOS plan9",
    "API call: reinstallOS debian-12-x86_64",
    "API call: snapshot/restore snapshot-1.tar.gz",
  ]);
});

test("a command, a script and a root password do not stand in it", async () => {
  await kiwivm("basicShell/exec", { command: "echo m4rk3d" });
  await kiwivm("shellScript/exec", { script: "echo m4rk3d" });
  const { password } = await kiwivm("resetRootPassword");
  world.simulator.advance(20);
  expect(await summaries()).toHaveLength(3);
  expect(JSON.stringify(await entries())).not.toMatch(new RegExp(`m4rk3d|${password}`));
});

test("a locked machine refuses it, unless the switch says that reads are answered", async () => {
  patchMachine({ lock: {} });
  expect((await kiwivm("getAuditLog")).error).toBe(788888);
  world.simulator.patch({ kiwivm: { switches: { lockedReads: "answered" } } });
  expect((await kiwivm("getAuditLog")).error).toBe(0);
});

test("answers carry the simulated time", async () => {
  world.simulator.advance(86_400);
  const { headers } = await send("POST", `${world.simulator.env.KIWIVM_API_URL}/getServiceInfo`);
  expect(Date.parse(headers.get("date") ?? "") - Date.now()).toBeGreaterThan(86_000_000);
});
