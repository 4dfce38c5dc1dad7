import { kiwiSnapshotRow as row } from "./rows/kiwiSnapshot";
import { clean, expectSettled, forEachAdapter } from "./scenario";
import { until, writes } from "./world";

const VEID = "111141";
/** Longer than any test takes: ten simulated days are a minute and a half. */
const DAYS = 10 * 86_400;
const TAKE = { hoster: "kiwivm", path: "/snapshot/create" } as const;

/** Somebody else's. */
const OTHERS = `snapshot-111141-9999999999-2286-11-20-${"a".repeat(40)}.tar.gz`;

const snapshot = (inputs = {}) => ({
  it: { type: "KiwiSnapshot", inputs: { veid: VEID, description: "nightly", ...inputs } },
});

/** What only snapshots do: made without an id, locking the machine, purged. */
forEachAdapter((world) => {
  const ids = () => row.ids(world.simulator);
  const creates = (requests: Parameters<typeof writes>[0]) =>
    writes(requests).filter((one) => one === "POST /snapshot/create");

  /** Somebody else's snapshot of the machine: of a killed run, or of another stack. */
  async function takeBehindOurBack(description: string): Promise<void> {
    const { KIWIVM_API_URL, KIWIVM_API_KEY } = world.simulator.env;
    const body = new URLSearchParams({ veid: VEID, api_key: KIWIVM_API_KEY as string, description });
    await fetch(`${KIWIVM_API_URL}/snapshot/create`, { method: "POST", body });
  }

  /** Resolves when the list was asked for so many times after this call. */
  async function looksAfter(call: string, times: number): Promise<void> {
    await until(() => {
      const paths = world.simulator.requests().map(({ path }) => path);
      const sent = paths.lastIndexOf(call);
      return sent >= 0 && paths.slice(sent).filter((path) => path === "/snapshot/list").length >= times;
    });
  }

  /** The list as KiwiVM shows it. */
  async function listed(): Promise<unknown[]> {
    const { KIWIVM_API_URL, KIWIVM_API_KEY } = world.simulator.env;
    const body = new URLSearchParams({ veid: VEID, api_key: KIWIVM_API_KEY as string });
    const answer = await fetch(`${KIWIVM_API_URL}/snapshot/list`, { method: "POST", body });
    return ((await answer.json()) as { snapshots: unknown[] }).snapshots;
  }

  test("progress is the percent and the words of the lock, and a reboot is announced", async () => {
    world.simulator.patch({ kiwivm: { settings: { snapshotSeconds: DAYS } } });
    const running = world.engine().up(snapshot());
    for (let third = 1; third <= 3; third++) {
      await looksAfter("/snapshot/create", 3 * third);
      world.simulator.advance(DAYS / 3);
    }
    const { lines } = clean(await running);
    expect(lines.join("\n")).toMatch(/may reboot/);
    expect(lines.filter((line) => /Snapshot, \d+ %, \w+/.test(line)).length).toBeGreaterThan(1);
  });

  test("one that shows up only after a reset connection is found, and taken once", async () => {
    const engine = world.engine();
    world.simulator.fault({ ...TAKE, kind: "reset-after" });
    const { result, requests } = await world.requestsDuring(() => engine.up(snapshot()));
    clean(result);
    expect(creates(requests)).toHaveLength(1);
    expect(ids()).toEqual([engine.get("it").id]);
    await expectSettled(world, engine, snapshot());
  });

  test("a lock during the list is waited for", async () => {
    const engine = world.engine();
    world.simulator.fault({ hoster: "kiwivm", path: "/snapshot/list", kind: "lock", times: 5 });
    const { lines } = clean(await engine.up(snapshot()));
    expect(lines.join("\n")).toMatch(/OS Reinstall: debian-13-x86_64, \d+ %/);
    expect(ids()).toHaveLength(1);
    world.simulator.fault({ hoster: "kiwivm", path: "/snapshot/list", kind: "lock", times: 5 });
    await expectSettled(world, engine, snapshot());
  });

  test("two stacks that take the same snapshot at once: one is taken, the other stops with its id", async () => {
    // A second or two, in which the other one meets the lock.
    world.simulator.patch({ kiwivm: { settings: { snapshotSeconds: 20_000 } } });
    const [first, second] = [world.engine(), world.engine()];
    const outcomes = await Promise.all([first.up(snapshot()), second.up(snapshot())]);
    expect(ids()).toHaveLength(1);
    const errors = outcomes.flatMap((outcome) => outcome.errors);
    expect(errors).toEqual([expect.stringContaining(ids()[0] as string)]);
    expect(errors[0]).toContain("adopt: true");
    expect([...first.state, ...second.state].map(({ id }) => id)).toEqual(ids());
  });

  describe("one that another stack takes between our look and our create", () => {
    const listedOnlyAfter = (seconds: number) => {
      const now = Date.parse(world.simulator.requests().at(-1)?.at as string);
      const listedAt = new Date(now + seconds * 1000).toISOString();
      const snapshots = { [OTHERS]: { description: "nightly", listedAt } };
      world.simulator.patch({ kiwivm: { machines: { [VEID]: { snapshots } } } });
    };
    const asked = (call: string) => world.simulator.requests().filter(({ path }) => path === call).length;
    const lock = (path: string, times: number) =>
      world.simulator.fault({ hoster: "kiwivm", path, kind: "lock", times });

    test("while it is looked for after another lock: none is taken, and it is named", async () => {
      const engine = world.engine({ pollSeconds: "0.05" });
      // At 500 simulated seconds a look: shown at the eleventh one from then. The check's look meets a lock, too.
      lock("/snapshot/list", 2);
      const { result, requests } = await world.requestsDuring(async () => {
        const running = engine.up(snapshot());
        await until(() => asked("/snapshot/list") >= 8);
        lock("/snapshot/list", 2);
        listedOnlyAfter(5_500);
        return running;
      });
      expect(result.errors).toEqual([expect.stringContaining(OTHERS)]);
      expect(creates(requests)).toEqual([]);
    });
  });

  test("two stacks that take different snapshots of one machine at once: one after the other", async () => {
    const engines = [world.engine(), world.engine()];
    const outcomes = await Promise.all(
      engines.map((engine, number) => engine.up(snapshot({ description: `nightly ${number}` }))),
    );
    outcomes.forEach(clean);
    expect(ids().sort()).toEqual(engines.map((engine) => engine.get("it").id).sort());
  });

  test("several snapshots of one machine in one program: one after the other", async () => {
    const engine = world.engine();
    const one = (description: string) => snapshot({ description, sticky: false }).it;
    const all = { a: one("a"), b: one("b"), c: one("c") };
    const { result, requests } = await world.requestsDuring(() => engine.up(all));
    clean(result);
    expect(creates(requests)).toHaveLength(3);
    await expectSettled(world, engine, all);
    const refresh = await world.requestsDuring(() => engine.refresh());
    expect(refresh.requests.map(({ path }) => path)).toEqual(["/getRateLimitStatus", "/snapshot/list"]);
  });

  test("one that a killed run began is waited for and named; adopt makes it its own", async () => {
    // Long enough that the first look meets the lock.
    world.simulator.patch({ kiwivm: { settings: { snapshotSeconds: 7200 } } });
    const engine = world.engine();
    await takeBehindOurBack("nightly");
    const { result, requests } = await world.requestsDuring(() => engine.up(snapshot()));
    expect(result.errors).toEqual([expect.stringContaining(ids()[0] as string)]);
    expect(writes(requests)).toEqual([]);
    clean(await engine.up(snapshot({ adopt: true })));
    expect([engine.get("it").id]).toEqual(ids());
  });

  test("several new ones of the same description: stops with their ids", async () => {
    world.simulator.patch({ kiwivm: { settings: { snapshotSeconds: 1500, listLagSeconds: 1500 } } });
    const engine = world.engine();
    const running = engine.up(snapshot());
    await until(() => world.simulator.requests().some(({ path }) => path === "/snapshot/create"));
    const names = ["a", "b"].map((letter) => `snapshot-111141-9999999999-2286-11-20-${letter.repeat(40)}.tar.gz`);
    const both = Object.fromEntries(names.map((name) => [name, { description: "nightly" }]));
    world.simulator.patch({ kiwivm: { machines: { [VEID]: { snapshots: both } } } });
    const { errors } = await running;
    expect(errors).toHaveLength(1);
    for (const name of names) expect(errors[0]).toContain(name);
  });

  test("shows its size, sum and system; the time until it is purged is no drift", async () => {
    const engine = world.engine();
    const program = snapshot({ sticky: false });
    clean(await engine.up(program));
    const shown = async () => (await listed())[0] as Record<string, unknown>;
    const { size, md5, os, downloadLink, purgesIn } = await shown();
    expect(engine.get("it").outputs).toMatchObject({ size: Number(size), md5, os, downloadLink });
    world.simulator.advance(10 * 86_400);
    expect(Number((await shown()).purgesIn)).toBeLessThan(Number(purgesIn));
    expect(clean(await engine.refresh()).operations).toEqual([]);
    await expectSettled(world, engine, program);
  });

  test("a delete waits until KiwiVM no longer lists it", async () => {
    const engine = world.engine();
    clean(await engine.up(snapshot()));
    world.simulator.patch({ kiwivm: { settings: { deleteSeconds: DAYS } } });
    const running = engine.destroy();
    await looksAfter("/snapshot/delete", 3);
    expect(await listed()).toHaveLength(1);
    world.simulator.advance(DAYS);
    expect(clean(await running).lines.join()).toContain("still lists");
    expect(await listed()).toEqual([]);
  });

  describe("one that KiwiVM has purged", () => {
    test("is kept as missing with a warning, and is no drift", async () => {
      const engine = world.engine();
      clean(await engine.up(snapshot({ sticky: false })));
      const { id } = engine.get("it");
      world.simulator.advance(31 * 86_400);
      const refreshed = clean(await engine.refresh());
      expect(refreshed.operations).toEqual([]);
      expect(refreshed.lines).toEqual([expect.stringMatching(/missing.* recreate: true/)]);
      expect(engine.get("it")).toMatchObject({ id, outputs: { missing: true } });
      await expectSettled(world, engine, snapshot({ sticky: false }));
      const changed = await engine.up(snapshot({ sticky: true }));
      expect(changed.errors).toEqual([expect.stringContaining("recreate: true")]);
      clean(await engine.destroy({ refresh: true }));
      expect(engine.state).toEqual([]);
    });

    test("is taken again with recreate: true, also when that is set afterwards", async () => {
      const engine = world.engine();
      clean(await engine.up(snapshot({ sticky: false })));
      world.simulator.advance(31 * 86_400);
      clean(await engine.refresh());
      const program = snapshot({ sticky: false, recreate: true });
      expect(clean(await engine.up(program)).operations).toEqual(["replace it", "delete it"]);
      expect(ids()).toEqual([engine.get("it").id]);
      await expectSettled(world, engine, program);
    });
  });

  describe("a failure while it is waited for", () => {
    /** Simulated seconds: longer than what is tested meanwhile takes on any machine, and too short for a purge. */
    const LONG = 1_000_000;
    const neverListed = (value: boolean) => world.simulator.patch({ kiwivm: { switches: { neverListed: value } } });

    test.each([[false], [true]])("is in the stack, and the next up goes on with it (refresh: %s)", async (refresh) => {
      world.simulator.patch({ kiwivm: { settings: { snapshotSeconds: LONG } } });
      const impatient = world.engine({ timeoutSeconds: "0.1" });
      const first = await world.requestsDuring(() => impatient.up(snapshot()));
      expect(first.result.errors).toEqual([expect.stringMatching(/Waited 0.1 s.*Snapshot, \d+ %/)]);
      expect(impatient.state).toHaveLength(1);
      world.simulator.advance(LONG);
      const patient = world.engine();
      patient.state = structuredClone(impatient.state);
      const { result, requests } = await world.requestsDuring(() => patient.up(snapshot(), { refresh }));
      clean(result);
      expect(creates(requests)).toEqual([]);
      expect(ids()).toEqual([patient.get("it").outputs.fileName]);
      await expectSettled(world, patient, snapshot());
      clean(await patient.destroy());
      expect(ids()).toEqual([]);
    });

    test("never takes a second one, however often it is run", async () => {
      neverListed(true);
      const engine = world.engine({ timeoutSeconds: "0.3" });
      const { result, requests } = await world.requestsDuring(async () => [
        await engine.up(snapshot()),
        await engine.up(snapshot()),
        await engine.up(snapshot(), { refresh: true }),
      ]);
      for (const { errors } of result) expect(errors).toEqual([expect.stringContaining("Waited 0.3 s")]);
      expect(creates(requests)).toHaveLength(1);
      const patient = world.engine();
      patient.state = structuredClone(engine.state);
      clean(await patient.destroy());
      expect(patient.state).toEqual([]);
    });

    test("a destroy then waits for it, and deletes it", async () => {
      world.simulator.patch({ kiwivm: { settings: { snapshotSeconds: LONG } } });
      const engine = world.engine({ timeoutSeconds: "0.1" });
      expect((await engine.up(snapshot())).errors).toHaveLength(1);
      world.simulator.advance(LONG);
      const patient = world.engine();
      patient.state = structuredClone(engine.state);
      clean(await patient.destroy());
      expect(ids()).toEqual([]);
    });

    test("then a rename with adopt: the delete of the old name releases it", async () => {
      world.simulator.patch({ kiwivm: { settings: { snapshotSeconds: LONG } } });
      const engine = world.engine({ timeoutSeconds: "0.1" });
      expect((await engine.up(snapshot())).errors).toHaveLength(1);
      world.simulator.advance(LONG);
      const patient = world.engine();
      patient.state = structuredClone(engine.state);
      clean(await patient.up(snapshot()));
      const { it } = snapshot({ adopt: true });
      clean(await patient.up({ renamed: it }));
      expect(ids()).toEqual([patient.get("renamed").id]);
    });

    test("an outage in between is sat out", async () => {
      world.simulator.patch({ kiwivm: { settings: { snapshotSeconds: 10_000 } } });
      const engine = world.engine();
      const running = engine.up(snapshot());
      await until(() => world.simulator.requests().some(({ path }) => path === "/snapshot/create"));
      world.simulator.fault({ hoster: "kiwivm", path: "/snapshot/list", kind: "status", status: 503, times: 12 });
      const { lines } = clean(await running);
      expect(lines.join()).toContain("does not answer");
    });
  });

  test("left out, sticky is set at creation; false leaves it to be purged", async () => {
    const sticky = () => ids().map((id) => row.peek(world.simulator, id).sticky);
    const engine = world.engine();
    clean(await engine.up(snapshot()));
    expect(sticky()).toEqual([true]);
    clean(await engine.destroy());
    clean(await engine.up(snapshot({ sticky: false })));
    expect(sticky()).toEqual([false]);
  });

  test("what KiwiVM refuses to make sticky is in the stack, and goes on once the program agrees", async () => {
    world.simulator.patch({ kiwivm: { settings: { maxSticky: 0 } } });
    const engine = world.engine();
    expect((await engine.up(snapshot())).errors).toHaveLength(1);
    expect(ids()).toEqual([engine.get("it").id]);
    expect((await engine.up(snapshot(), { refresh: true })).errors).toHaveLength(1);
    clean(await engine.up(snapshot({ sticky: false }), { refresh: true }));
    expect(ids()).toEqual([engine.get("it").id]);
    await expectSettled(world, engine, snapshot({ sticky: false }));
  });
});
