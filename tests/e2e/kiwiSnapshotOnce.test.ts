import {
  expectCode,
  expectNoStackTrace,
  isSecret,
  killProvider,
  pendingIn,
  type Run,
  says,
  useHosters,
} from "./harness";

const hosters = useHosters();

const VEID = "111141";
/** Simulated; a real quarter of an hour, unless the test hurries it. */
const LONG = 900_000;
const names = () => Object.keys(hosters.simulator.state().kiwivm.machines[VEID]?.snapshots ?? {});
const creates = () => hosters.writes().filter((one) => one === "POST /snapshot/create").length;
const lasting = (snapshotSeconds: number) => hosters.simulator.patch({ kiwivm: { settings: { snapshotSeconds } } });

const program = (more = "") =>
  `new KiwiSnapshot("backup", { veid: ${VEID}, description: "nightly", sticky: false, ${more} });`;

beforeEach(() => {
  hosters.simulator.reset();
  lasting(180);
});

describe("a run that is killed in the middle of a snapshot", () => {
  test("leaves it to the next up, which waits for it and names it; adopt makes it its own", async () => {
    lasting(LONG);
    const stack = hosters.stack();
    const up = await stack.program(program()).start("up", "--yes", "--skip-preview");
    await says(up, "KiwiVM has locked machine");
    await killProvider(up);
    expect(stack.resources()).toEqual([]);

    const next = await stack.start("up", "--yes", "--skip-preview");
    await says(next, "KiwiVM has locked machine 111141: Snapshot");
    hosters.simulator.advance(LONG);
    const ended = await next.ended;
    expectCode(ended, 1);
    const [name] = names();
    expect(ended.output).toContain(`KiwiSnapshot exists already: id ${name}. Nothing was created.`);
    expect(ended.output).toContain("set adopt: true");
    expectNoStackTrace(ended);

    expectCode(await stack.program(program("adopt: true")).upNow(), 0);
    expect(stack.resource("backup").id).toBe(name);
    expect(names()).toEqual([name]);
    expect(creates()).toBe(1);
    expectCode(await stack.program(program()).drift(), 0);
  });
});

describe("a snapshot that takes longer than the run waits", () => {
  test("is in the stack; the next up goes on with it and takes no second one", async () => {
    lasting(LONG);
    const stack = hosters.stack().program(program());
    const up = await stack.impatiently(() => stack.upNow());
    expectCode(up, 1);
    expect(up.output).toMatch(/Waited 0\.5 s for KiwiVM to finish the snapshot; last seen: .*Snapshot, \d+ %/);
    expectNoStackTrace(up);
    expect(isSecret(pendingIn(stack.outputs("backup")))).toBe(true);

    hosters.simulator.advance(LONG);
    expectCode(await stack.upNow("--refresh"), 0);
    expect(creates()).toBe(1);
    expect(stack.outputs("backup").fileName).toBe(names()[0]);
    expect(pendingIn(stack.outputs("backup"))).toBeUndefined();
    expectCode(await stack.drift(), 0);
    expectCode(await stack.destroy(), 0);
    expect(names()).toEqual([]);
  });
});

describe("two stacks that take the same snapshot of one machine at once", () => {
  test("take one: the other stops, and names it", async () => {
    lasting(LONG);
    const stacks = [hosters.stack(), hosters.stack()];
    // Both are held up by a lock, so that they look and begin in the same moment.
    hosters.simulator.patch({ kiwivm: { machines: { [VEID]: { lock: { until: "9999-12-31T00:00:00Z" } } } } });
    const ups = await Promise.all(
      stacks.map((stack) => stack.program(program()).start("up", "--yes", "--skip-preview")),
    );
    for (const up of ups) await says(up, "KiwiVM has locked machine 111141: OS Reinstall");
    hosters.simulator.patch({ kiwivm: { machines: { [VEID]: { lock: null } } } });
    for (const up of ups) await says(up, "KiwiVM has locked machine 111141: Snapshot");
    hosters.simulator.advance(LONG);
    const ended = await Promise.all(ups.map((up) => up.ended));

    const [name, ...doubles] = names();
    expect(doubles).toEqual([]);
    expect(ended.map(({ code }) => code).sort()).toEqual([0, 1]);
    const loser = ended.find(({ code }) => code === 1) as Run;
    expect(loser.output).toContain(`id ${name}`);
    expect(loser.output).toContain("Nothing was created.");
    expectNoStackTrace(loser);
    expect(stacks.flatMap((stack) => stack.resources()).map(({ id }) => id)).toEqual([name]);
  });
});
