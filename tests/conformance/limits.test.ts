import type { Outcome } from "./engine";
import { arrange, MACHINES, mix, ptrs } from "./manyMachines";
import { clean, forEachAdapter } from "./scenario";
import { until } from "./world";

const [VEID = ""] = MACHINES;

/** A client that gives up on an unanswered request after a second, in place of minutes; any other one is answered by then. */
function impatient(): void {
  const { Agent } = jest.requireMock<typeof import("undici")>("undici");
  const agent = new Agent();
  const dispatch = agent.dispatch.bind(agent);
  jest
    .spyOn(agent, "dispatch")
    .mockImplementation((request, handler) => dispatch({ ...request, headersTimeout: 1000 }, handler));
}

forEachAdapter((world) => {
  afterEach(() => jest.restoreAllMocks());

  const answers = () => world.simulator.requests().map(({ status }) => status);

  /** How often each call was asked in all. */
  async function calls(work: () => Promise<Outcome>): Promise<Record<string, number>> {
    const { result, requests } = await world.requestsDuring(work);
    clean(result);
    const counts: Record<string, number> = {};
    for (const { path } of requests) counts[path] = (counts[path] ?? 0) + 1;
    return counts;
  }

  /** Lets so many seconds pass as `passed` answers, again and again: by itself, the simulated time is the real one here. */
  async function passingTime(command: () => Promise<Outcome>, passed: () => number): Promise<Outcome> {
    let ended = false;
    const running = command().finally(() => {
      ended = true;
    });
    await until(() => {
      const seconds = passed();
      if (seconds > 0) world.simulator.advance(seconds);
      return ended;
    });
    return running;
  }

  /**
   * Time that passes with what is asked, so that it is the same on every computer: half a second per request, and a window of
   * 15 minutes where one asks for its points although none but those for asking are left.
   */
  function timeAsked(points15min: number): () => number {
    let seen = world.simulator.requests().length;
    return () => {
      const asked = world.simulator.requests().slice(seen);
      if (asked.length === 0) return 0;
      seen += asked.length;
      const { machines } = world.simulator.state().kiwivm;
      const isUsedUp = MACHINES.some((veid) => points15min - (machines[veid]?.points.used15min ?? 0) < 8);
      return isUsedUp && asked.some(({ path }) => path === "/getRateLimitStatus") ? 900 : asked.length / 2;
    };
  }

  test("100 PTRs on ten machines: few calls, whatever the number per machine", async () => {
    arrange(world.simulator, 1000);
    const engine = world.engine();
    const program = ptrs("host.example.com");
    // What each overwrites, a look at its machine tells.
    const once = { "/getRateLimitStatus": 10, "/getServiceInfo": 10 };
    expect(await calls(() => engine.preview(program))).toEqual(once);
    const { "/getServiceInfo": looks, ...others } = await calls(() => engine.up(program));
    expect(others).toEqual({ "/getRateLimitStatus": 10, "/setPTR": 100 });
    // One before and one after; some more where the PTRs of a machine are not all set at the same time.
    expect(looks).toBeGreaterThanOrEqual(20);
    expect(looks).toBeLessThanOrEqual(50);
    expect(await calls(() => engine.refresh())).toEqual(once);
    expect(await calls(() => engine.preview(program))).toEqual({});
  });

  test.each([
    ["a call costs what is assumed", {}],
    ["a call costs more", { setPTR: 2, getServiceInfo: 2, "snapshot/create": 10, "basicShell/exec": 3 }],
  ])("100 resources of many kinds, %s: they wait and say so, and meet not one refusal", async (_costs, costs) => {
    const points15min = 80;
    arrange(world.simulator, points15min);
    world.simulator.patch({ kiwivm: { settings: { costs, liveSeconds: 0 } } });
    const engine = world.engine();
    const lines: string[] = [];
    for (const program of [mix("one"), mix("two")]) {
      for (const command of [
        () => engine.preview(program),
        () => engine.up(program),
        () => engine.refresh(),
        () => engine.preview(program, { refresh: true }),
      ]) {
        lines.push(...clean(await passingTime(command, timeAsked(points15min))).lines);
      }
    }
    expect(answers().filter((status) => status !== 200)).toEqual([]);
    // Which of the machines, depends on what comes first.
    expect(lines).toContainEqual(
      expect.stringMatching(
        /^KiwiVM machine 5000\d\d: its points for 15 minutes are used up; waiting .* \d\d:\d\d:\d\d UTC at the latest$/,
      ),
    );
    expect(lines).toContainEqual(expect.stringMatching(/: KiwiVM has locked machine 5000\d\d/));
    // Nothing was done more often than the two programs ask for.
    const { machines } = world.simulator.state().kiwivm;
    const done = MACHINES.map((veid) => {
      const { snapshots = {}, guest } = machines[veid] ?? {};
      return [Object.keys(snapshots).length, guest?.commands.length, Object.keys(guest?.scripts ?? {}).length];
    });
    expect(done).toEqual(MACHINES.map(() => [2, 4, 2]));
  });

  test("where no new points come in time, it says what it waited for, and nothing is lost", async () => {
    arrange(world.simulator, 10);
    const engine = world.engine({ timeoutSeconds: "0.1" });
    const { errors } = await engine.up(ptrs("host.example.com", [VEID]));
    for (const error of errors) expect(error).toMatch(/Waited 0.1 s for KiwiVM to give machine 500001 new points/);
    expect(errors).toHaveLength(10);
    expect(answers()).not.toContain(0);
    arrange(world.simulator, 1000);
    clean(await engine.up(ptrs("host.example.com", [VEID])));
  });

  test("where the points of a day are used up, nothing more is sent", async () => {
    arrange(world.simulator, 1000);
    world.simulator.patch({ kiwivm: { settings: { points24h: 10 } } });
    const { errors } = await world.engine().up(ptrs("host.example.com", [VEID]));
    expect(errors[0]).toMatch(/machine 500001: its points for 24 hours are used up \(\d left\).*Run again tomorrow/);
    expect(new Set(world.simulator.requests().map(({ path }) => path))).toEqual(new Set(["/getRateLimitStatus"]));
  });

  test.each(["reset", "hang", "429", "error"] as const)("a refusal (%s) is waited out, and said", async (overLimit) => {
    if (overLimit === "hang") impatient();
    arrange(world.simulator, 1000, { overLimit });
    const used = { used15min: 1000, since15min: new Date().toISOString() };
    world.simulator.patch({ kiwivm: { machines: { [VEID]: { points: used } } } });
    const engine = world.engine();
    let isOver = false;
    const { lines } = clean(
      await passingTime(
        () => engine.up(ptrs("host.example.com", [VEID])),
        () => {
          // Those of the check's look, and of the create.
          if (isOver || world.simulator.requests().length < 6) return 0;
          isOver = true;
          // What is answered from now on may take its time.
          jest.restoreAllMocks();
          return 900;
        },
      ),
    );
    expect(lines.join("\n")).toMatch(
      /KiwiVM machine 500001 (does not answer, perhaps because its|refuses requests:|answers 429:) rate limit (is )?reached; waiting until/,
    );
    expect(world.simulator.requests().filter(({ path }) => path === "/setPTR")).toHaveLength(10);
  });

  test("an edition of the API that tells no points is used without", async () => {
    arrange(world.simulator, 1000);
    world.simulator.fault({ hoster: "kiwivm", path: "/getRateLimitStatus", kind: "status", status: 404, times: 99 });
    const { lines } = clean(await world.engine().up(ptrs("host.example.com", [VEID])));
    for (const line of lines) expect(line).toMatch(/: overwrites PTR /);
    expect(world.simulator.requests().filter(({ path }) => path === "/getRateLimitStatus")).toHaveLength(1);
  });
}, 1);
