import { expectCode, isSecret, type Stack, says, useHosters } from "./harness";

const hosters = useHosters();

const VEID = "111141";
/** Simulated; a real quarter of an hour, unless the test hurries it. */
const LONG = 900_000;
const snapshots = () => hosters.simulator.state().kiwivm.machines[VEID]?.snapshots ?? {};
const names = () => Object.keys(snapshots());
const calls = () => hosters.writes().map((one) => one.replace("POST /snapshot/", ""));

const program = (description: string, more = "") => `
const snapshot = new KiwiSnapshot("backup", { veid: ${VEID}, description: "${description}", ${more} });
exports.link = snapshot.downloadLink;
`;

describe("a snapshot", () => {
  let stack: Stack;
  beforeAll(() => {
    stack = hosters.stack();
  });
  beforeEach(() => hosters.simulator.clearRequests());
  const id = () => stack.resource("backup").id ?? "";

  test("whose answer a reset connection took is found once it is listed, and taken once", async () => {
    hosters.simulator.patch({ kiwivm: { settings: { snapshotSeconds: LONG } } });
    hosters.simulator.fault({ hoster: "kiwivm", path: "/snapshot/create", kind: "reset-after" });
    const running = await stack.program(program("nightly", "sticky: true")).start("up", "--yes");
    await says(running, "KiwiVM has locked machine 111141: Snapshot, 0 %");
    hosters.simulator.advance(LONG / 2);
    await says(running, "KiwiVM has locked machine 111141: Snapshot, 50 %");
    hosters.simulator.patch({ kiwivm: { settings: { snapshotSeconds: 180 } } });
    hosters.simulator.advance(LONG);
    const up = await running.ended;
    expectCode(up, 0);
    expect(up.output).toContain("KiwiVM takes a snapshot of machine 111141, which may reboot for that");
    expect(up.output).toContain("link: [secret]");
    expect(calls()).toEqual(["create", "toggleSticky"]);
    expect(names()).toEqual([id()]);
    expect(stack.outputs("backup")).toMatchObject({ fileName: id(), sticky: true, missing: false });
    expect(isSecret(stack.outputs("backup").downloadLink)).toBe(true);
    expectCode(await stack.upNow("--expect-no-changes"), 0);
  });

  test("that somebody changed is found, also where the machine is locked meanwhile, and repaired", async () => {
    hosters.simulator.patch({ kiwivm: { machines: { [VEID]: { snapshots: { [id()]: { sticky: false } } } } } });
    hosters.simulator.fault({ hoster: "kiwivm", path: "/snapshot/list", kind: "lock", times: 3 });
    const drift = await stack.drift();
    expectCode(drift, 7);
    expect(drift.output).toMatch(/KiwiVM has locked machine 111141: OS Reinstall: debian-13-x86_64, \d+ %, \w+/);
    expect(drift.output).toMatch(/KiwiSnapshot backup update \[diff: .*sticky/);
    expectCode(await stack.upNow("--refresh"), 0);
    expect(calls()).toEqual(["toggleSticky"]);
    expect(snapshots()[id()]?.sticky).toBe(true);
    expectCode(await stack.drift(), 0);
  });

  test("of another description is finished before the old one goes", async () => {
    const old = id();
    const refused = await stack.program(program("weekly", "sticky: false")).preview();
    expectCode(refused, 1);
    expect(refused.output).toContain("description: cannot be changed without replacing the snapshot.");
    expect(hosters.asked()).toEqual([]);
    expectCode(await stack.program(program("weekly", "sticky: false, allowReplace: true")).upNow(), 0);
    expect(calls()).toEqual(["create", "delete"]);
    expect(id()).not.toBe(old);
    expect(names()).toEqual([id()]);
  });

  test("that KiwiVM purged stays in the stack as missing, with a warning, and is no drift", async () => {
    hosters.simulator.advance(31 * 86_400);
    stack.program(program("weekly", "sticky: false"));
    const up = await stack.upNow("--refresh");
    expectCode(up, 0);
    expect(up.output).toContain("backup: warning: it is missing from the hoster's list");
    expect(calls()).toEqual([]);
    expect(stack.outputs("backup")).toMatchObject({ missing: true });
    expectCode(await stack.drift(), 0);
  });

  test("is taken again with recreate: true", async () => {
    const old = id();
    expectCode(await stack.program(program("weekly", "sticky: false, recreate: true")).upNow(), 0);
    expect(calls()).toEqual(["create"]);
    expect(id()).not.toBe(old);
    expect(names()).toEqual([id()]);
    expect(stack.outputs("backup")).toMatchObject({ missing: false });
  });

  test("is deleted with the stack, and awaited until the list lacks it", async () => {
    expectCode(await stack.destroy(), 0);
    expect(calls()).toEqual(["delete"]);
    expect(names()).toEqual([]);
    expect(stack.resources()).toEqual([]);
  });
});
