import { useSimulator } from "./support";

const world = useSimulator();
const { kiwivm } = world;

const DAY = 86_400;
const OTHER = { veid: "222252", api_key: "private_simulated000000000222252" };
const names = async (fields = {}) =>
  (await kiwivm("snapshot/list", fields)).snapshots.map(({ fileName }: { fileName: string }) => fileName);
const set = (settings: object) => world.simulator.patch({ kiwivm: { settings } });
const patchMachine = (part: object) => world.simulator.patch({ kiwivm: { machines: { "111141": part } } });
const machine = () => world.simulator.state().kiwivm.machines["111141"];

/** A snapshot that is listed; its name. */
async function made(fields: Record<string, string> = {}): Promise<string> {
  const before = await names();
  expect((await kiwivm("snapshot/create", fields)).error).toBe(0);
  world.simulator.advance(200);
  const [name] = (await names()).filter((one: string) => !before.includes(one));
  return name;
}

describe("created", () => {
  test("no name in the answer; locked; then not listed yet; then listed", async () => {
    // So long that no percent passes by itself.
    world.simulator.patch({ kiwivm: { settings: { snapshotSeconds: 18_000 } } });
    const begun = Math.floor(Date.now() / 1000);
    expect(await kiwivm("snapshot/create", { description: "before upgrade" })).toEqual({
      error: 0,
      notificationEmail: "customer@example.com",
    });
    expect(await kiwivm("snapshot/list")).toMatchObject({
      error: 788888,
      additionalErrorInfo: "Snapshot",
      additionalLockingInfo: { completed_percent: 0 },
    });
    expect((await kiwivm("snapshot/create")).error).toBe(788888);
    world.simulator.advance(9_000);
    expect((await kiwivm("getServiceInfo")).additionalLockingInfo.completed_percent).toBe(50);
    world.simulator.advance(9_000);
    expect(await kiwivm("snapshot/list")).toEqual({ error: 0, snapshots: [] });
    world.simulator.advance(20);

    const { snapshots } = await kiwivm("snapshot/list");
    expect(snapshots).toEqual([
      {
        fileName: expect.stringMatching(/^snapshot-111141-\d{10}-\d{4}-\d\d-\d\d-[0-9a-f]{40}\.tar\.gz$/),
        os: "debian-12-x86_64",
        description: Buffer.from("before upgrade").toString("base64"),
        size: expect.stringMatching(/^\d+$/),
        md5: expect.stringMatching(/^[0-9a-f]{32}$/),
        sticky: false,
        uncompressed: expect.any(Number),
        purgesIn: expect.any(Number),
        downloadLink: expect.stringMatching(/^http:\/\/203\.0\.113\.9\//),
        downloadLinkSSL: expect.stringMatching(/^https:\/\/203\.0\.113\.9\//),
      },
    ]);
    expect(Number(snapshots[0].fileName.split("-")[2])).toBeGreaterThanOrEqual(begun);
  });

  test("its links cannot be made up from what else is shown", async () => {
    await kiwivm("snapshot/create");
    world.simulator.advance(200);
    const [{ downloadLink, downloadLinkSSL, ...shown }] = (await kiwivm("snapshot/list")).snapshots;
    expect(downloadLinkSSL.replace("https:", "http:")).toBe(downloadLink);
    const parts = downloadLink.replace("http://203.0.113.9/", "").split("/");
    const hidden = parts.filter((part: string) => !JSON.stringify(shown).includes(part));
    expect(hidden).toEqual([expect.stringMatching(/^[0-9a-f]{40}$/)]);
  });

  test("GET creates too", async () => {
    const { KIWIVM_API_URL, KIWIVM_API_KEY } = world.simulator.env;
    const query = `description=Automatic_Snapshot&veid=111141&api_key=${KIWIVM_API_KEY}`;
    expect(await (await fetch(`${KIWIVM_API_URL}/snapshot/create?${query}`)).json()).toMatchObject({ error: 0 });
    expect(Object.values(machine()?.snapshots ?? {})).toMatchObject([{ description: "Automatic_Snapshot" }]);
  });

  test("after an answer that never came it is there nevertheless", async () => {
    world.simulator.fault({ hoster: "kiwivm", kind: "reset-after", path: "/snapshot/create" });
    await expect(kiwivm("snapshot/create")).rejects.toThrow();
    world.simulator.advance(200);
    expect(await names()).toHaveLength(1);
  });

  test("only so many", async () => {
    set({ maxSnapshots: 1 });
    await made();
    expect((await kiwivm("snapshot/create")).error).toBeGreaterThan(0);
    expect(machine()?.lock).toBeNull();
  });

  test("times are settings", async () => {
    set({ snapshotSeconds: 10, listLagSeconds: 0 });
    await kiwivm("snapshot/create");
    world.simulator.advance(10);
    expect(await names()).toHaveLength(1);
  });
});

describe("purged", () => {
  const purgesIn = async () => (await kiwivm("snapshot/list")).snapshots[0]?.purgesIn;

  test("when its days are over, counting down", async () => {
    await made();
    const first = await purgesIn();
    expect(first).toBeGreaterThan(29 * DAY);
    world.simulator.advance(10 * DAY);
    expect(await purgesIn()).toBeLessThanOrEqual(first - 10 * DAY);
    world.simulator.advance(20 * DAY);
    expect(await names()).toEqual([]);
  });

  test("never while it is sticky", async () => {
    const snapshot = await made();
    expect(await kiwivm("snapshot/toggleSticky", { snapshot, sticky: "1" })).toEqual({ error: 0 });
    world.simulator.advance(100 * DAY);
    expect((await kiwivm("snapshot/list")).snapshots).toMatchObject([{ fileName: snapshot, sticky: true }]);
    expect(await kiwivm("snapshot/toggleSticky", { snapshot, sticky: "0" })).toEqual({ error: 0 });
    expect((await kiwivm("snapshot/list")).snapshots[0].sticky).toBe(false);
    expect(await purgesIn()).toBeGreaterThan(29 * DAY);
    world.simulator.advance(30 * DAY);
    expect(await names()).toEqual([]);
  });

  test("the days are a setting", async () => {
    set({ purgeDays: 1 });
    await made();
    world.simulator.advance(DAY);
    expect(await names()).toEqual([]);
  });

  test("sticky ones are limited; a failure says more", async () => {
    set({ maxSticky: 0 });
    const snapshot = await made();
    expect(await kiwivm("snapshot/toggleSticky", { snapshot, sticky: "1" })).toEqual({
      error: expect.any(Number),
      message: expect.any(String),
      additionalErrorCode: expect.any(Number),
      additionalErrorInfo: expect.any(String),
    });
    expect((await kiwivm("snapshot/toggleSticky", { snapshot, sticky: "yes" })).error).toBeGreaterThan(0);
    expect((await kiwivm("snapshot/toggleSticky", { snapshot })).error).toBe(700001);
  });
});

test("deleted: listed a bit longer", async () => {
  const snapshot = await made();
  expect(await kiwivm("snapshot/delete", { snapshot })).toEqual({
    error: 0,
    notificationEmail: "customer@example.com",
  });
  expect(await names()).toEqual([snapshot]);
  world.simulator.advance(30);
  expect((await kiwivm("snapshot/delete", { snapshot })).error).toBe(0);
  world.simulator.advance(30);
  expect(await names()).toEqual([]);
  expect((await kiwivm("snapshot/delete", { snapshot })).error).toBeGreaterThan(0);
});

test("restored: locked meanwhile, the system is the snapshot's afterwards", async () => {
  const snapshot = await made();
  patchMachine({ os: "centos-6-x86_64" });
  expect(await kiwivm("snapshot/restore", { snapshot })).toEqual({ error: 0 });
  expect(await kiwivm("getServiceInfo")).toMatchObject({
    error: 788888,
    additionalErrorInfo: `Snapshot Restore: ${snapshot}`,
  });
  expect(machine()?.os).toBe("centos-6-x86_64");
  world.simulator.advance(300);
  expect((await kiwivm("getServiceInfo")).os).toBe("debian-12-x86_64");
});

test("exported, and imported into another machine", async () => {
  const snapshot = await made({ description: "golden" });
  const { token, error } = await kiwivm("snapshot/export", { snapshot });
  expect([error, token]).toEqual([0, expect.stringMatching(/^[0-9a-f]{40}$/)]);
  const source = { sourceVeid: "111141", sourceToken: token };
  expect(await kiwivm("snapshot/import", { ...OTHER, ...source })).toEqual({ error: 0 });
  expect(await names(OTHER)).toEqual([]);
  world.simulator.advance(60);
  expect((await kiwivm("snapshot/list", OTHER)).snapshots).toMatchObject([
    { fileName: expect.stringMatching(/^snapshot-222252-/), description: Buffer.from("golden").toString("base64") },
  ]);
  for (const wrong of [{ sourceToken: "0" }, { sourceVeid: "1" }]) {
    expect((await kiwivm("snapshot/import", { ...OTHER, ...source, ...wrong })).error).toBeGreaterThan(0);
  }
});

test.each(["delete", "restore", "toggleSticky", "export"])("%s of what is not listed", async (call) => {
  const fields = { snapshot: "snapshot-none.tar.gz", sticky: "1" };
  expect((await kiwivm(`snapshot/${call}`, fields)).error).toBeGreaterThan(0);
  expect((await kiwivm(`snapshot/${call}`)).error).toBe(700001);
});

test("patched in and out behind everybody's back", async () => {
  patchMachine({ snapshots: { "snapshot-hand.tar.gz": { description: "by hand", sticky: true } } });
  expect((await kiwivm("snapshot/list")).snapshots).toMatchObject([{ fileName: "snapshot-hand.tar.gz", sticky: true }]);
  patchMachine({ snapshots: { "snapshot-hand.tar.gz": null } });
  expect(await names()).toEqual([]);
});

test("the state can be given back as it is, in the middle of everything", async () => {
  world.simulator.patch({ kiwivm: { switches: { neverListed: true, ptrShown: "later" } } });
  await kiwivm("setPTR", { ip: "203.0.113.22", ptr: "a.example" });
  await kiwivm("snapshot/create");
  const before = world.simulator.state();
  world.simulator.reset();
  world.simulator.patch(before);
  expect(world.simulator.state()).toEqual(before);
});
