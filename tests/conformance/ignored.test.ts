import type { Program, Properties } from "./engine";
import { type ApiVersion, argumentsWhere, full, type Row, rowsIn } from "./rows";
import { VEID } from "./rows/machines";
import { clean, declare, describeEach, expectSettled, forEachAdapter, forEachApiVersion, made } from "./scenario";
import { until, type World, writes } from "./world";

/** What is waited for until the run's time is over; all else is looked for a number of times. */
const WAITED_FOR = new Set(["powerState", "ptr"]);
const pace = (argument: string) => (WAITED_FOR.has(argument) ? { timeoutSeconds: "0.5" } : {});

/** From now on the hoster accepts these arguments and ignores them. */
function ignore(row: Row, world: World, names: readonly string[]): void {
  const ignores = names.flatMap((name) => row.ignored?.[name] ?? []);
  world.simulator.patch({ [row.subject.hoster]: { switches: { ignores } } });
}

/** Arguments of the row that are changed in place, and those that only a new object can change, as far as the hoster shows them. */
function shownIn(row: Row, apiVersion: ApiVersion): { inPlace: string[]; byNewObject: string[] } {
  const shown = argumentsWhere(row, ({ role }) => role === "drift");
  const isInPlace = (name: string) => !row.subject.arguments[name]?.replaces;
  // API version 0.1 shows keys in another way than they were sent.
  return {
    inPlace: shown.filter(isInPlace),
    byNewObject: apiVersion === "2" ? shown.filter((one) => !isInPlace(one)) : [],
  };
}

forEachApiVersion((world) => {
  const rows = rowsIn(world.apiVersion).filter(
    (row) => Object.values(shownIn(row, world.apiVersion)).flat().length > 0,
  );
  describe.each(rows.map((row) => [row.subject.name, row] as const))("%s", (_name, row) => {
    beforeEach(() => row.arrange(world.simulator));
    columns(row, world);
  });
});

function columns(row: Row, world: World): void {
  const { inPlace, byNewObject } = shownIn(row, world.apiVersion);

  describeEach(inPlace, "a change of %s that is accepted and ignored", (argument) => {
    test.each([false, true])("is an error, and made by the next run (refresh: %s)", async (refresh) => {
      const { engine, id } = await made(row, world, full(row));
      const before = row.peek(world.simulator, id);
      const change = row.others[argument] ?? {};
      const program = declare(row, { ...full(row), ...change });

      ignore(row, world, Object.keys(change));
      const hasty = world.engine(pace(argument));
      hasty.state = structuredClone(engine.state);
      const { errors } = await hasty.up(program);
      expect(errors).toEqual([expect.stringMatching(new RegExp(`\\b${argument}\\b`))]);
      expect(row.peek(world.simulator, id)).toEqual(before);
      const { outputs } = hasty.get("it");
      for (const name of Object.keys(change)) expect([name, outputs[name]]).toEqual([name, full(row)[name]]);

      ignore(row, world, []);
      engine.state = hasty.state;
      expect(clean(await engine.up(program, { refresh })).operations).toContain("update it");
      expect(row.peek(world.simulator, id)).toMatchObject(change);
      expect(engine.get("it").outputs).toMatchObject(change);
      await expectSettled(world, engine, program);
    });
  });

  // Of a new record API version 0.1 tells the number only, and a look at each would double the calls.
  const isUntold = world.apiVersion === "0.1" && row.subject.name === "FornexDnsRecord";

  describeEach(isUntold ? [] : inPlace, "%s that is accepted and ignored at create", (argument) => {
    test("is an error if the hoster does not hold it, and set by the next run", async () => {
      const program = declare(row, full(row));
      ignore(row, world, [argument]);
      const hasty = world.engine(pace(argument));
      const { errors } = await hasty.up(program);
      const { id, outputs } = hasty.get("it");
      const live = row.peek(world.simulator, id)[argument];
      const isTaken = sorted(live) === sorted(full(row)[argument]);
      expect(errors).toEqual(isTaken ? [] : [expect.stringMatching(new RegExp(`\\b${argument}\\b`))]);
      expect(sorted(outputs[argument])).toBe(sorted(live));

      ignore(row, world, []);
      const engine = world.engine();
      engine.state = hasty.state;
      clean(await engine.up(program));
      expect(sorted(row.peek(world.simulator, id)[argument])).toBe(sorted(full(row)[argument]));
      await expectSettled(world, engine, program);
    });
  });

  describeEach(byNewObject, "%s that a new object does not get", (argument) => {
    test("is an error, and stays one until the program says what is there", async () => {
      const inputs = { ...full(row), ...row.others[argument] };
      ignore(row, world, [argument]);
      const engine = world.engine();
      const named = [expect.stringMatching(new RegExp(`\\b${argument}\\b`))];
      expect((await engine.up(declare(row, inputs))).errors).toEqual(named);
      expect((await engine.up(declare(row, inputs))).errors).toEqual(named);
      const [id] = row.ids(world.simulator);
      expect(engine.get("it").id).toBe(id);
      if (!("allowReplace" in row.subject.arguments)) return;
      const live = row.peek(world.simulator, id as string)[argument];
      const accepted = declare(row, { ...inputs, [argument]: live, allowReplace: true });
      expect(clean(await engine.up(accepted)).operations).toEqual(["update it"]);
      expect(row.ids(world.simulator)).toEqual([id]);
      await expectSettled(world, engine, accepted);
    });
  });
}

/** As text that does not depend on order; nothing at all is null. */
function sorted(value: unknown): string {
  return JSON.stringify(Array.isArray(value) ? [...value].sort() : (value ?? null));
}

forEachAdapter((world) => {
  const HOSTNAME = "mail.example.com";
  const server = (hostname: string, secrets?: string[]): Program => ({
    it: { type: "KiwiServer", inputs: { veid: VEID, hostname }, ...(secrets === undefined ? {} : { secrets }) },
  });

  test.each([
    ["is told", [], true],
    ["is not told where it is a secret", ["hostname"], false],
  ])("what was sent %s, and what is shown never", async (_what, secrets, isTold) => {
    const engine = world.engine();
    clean(await engine.up(server("before.example.com")));
    world.simulator.patch({ kiwivm: { switches: { ignores: ["setHostname"] } } });
    const [error] = (await engine.up(server(HOSTNAME, secrets))).errors;
    expect(error).toContain("hostname");
    expect(error?.includes(HOSTNAME)).toBe(isTold);
    expect(error).not.toContain("before.example.com");
    expect(error).toContain("Run `pulumi up`");
  });
});

forEachAdapter((world) => {
  test.each(["empty", "server"] as const)(
    "a change that VPS.org shows later is waited for (answers %s)",
    async (answer) => {
      const server = { name: "web", planId: 1, osId: 5, location: "us-west" };
      const program = (inputs: Properties): Program => ({
        it: { type: "VpsOrgServer", inputs: { ...server, ...inputs } },
      });
      world.simulator.patch({
        vpsorg: { servers: { 7: { name: "web" } }, switches: { updateAnswer: answer, settingsShown: "later" } },
      });
      const engine = world.engine({ pollSeconds: "0.05" });
      clean(await engine.up(program({ adopt: "7" })));

      const wanted = { name: "front", hostname: "front.example.com", backupsEnabled: true };
      const looks = () =>
        world.simulator.requests().filter(({ method, path }) => method === "GET" && path === "/servers/7/");
      const before = looks().length;
      const { result, requests } = await world.requestsDuring(async () => {
        const running = engine.up(program(wanted));
        await until(() => looks().length > before + 2);
        world.simulator.advance(60);
        return running;
      });
      expect(clean(result).lines.join("\n")).toContain("does not show the new name, hostname, backupsEnabled yet");
      expect(writes(requests)).toEqual(["PUT /servers/7/"]);
      expect(engine.get("it").outputs).toMatchObject(wanted);
      await expectSettled(world, engine, program(wanted));
    },
  );
}, 1);
