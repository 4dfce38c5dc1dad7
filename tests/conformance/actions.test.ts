import { randomUUID } from "node:crypto";
import type { Fault } from "../../simulator";
import type { Engine, Program } from "./engine";
import { ACTIONS, type ActionRow, argumentsWhere, full, isCall } from "./rows";
import { clean, declare, describeEach, expectSettled, forEachRow, made } from "./scenario";
import { writes } from "./world";

type FaultKind = Pick<Fault, "kind" | "status" | "retryAfter" | "times">;

/** After these nobody knows whether it was carried out. */
const LOST: [string, FaultKind][] = [
  ["500", { kind: "status", status: 500 }],
  ["html", { kind: "html" }],
  ["cut", { kind: "cut" }],
  ["reset-before", { kind: "reset-before" }],
  ["reset-after", { kind: "reset-after" }],
];

/** After these it was certainly not, and asking again is right. */
const REFUSED_FOR_NOW: [string, FaultKind][] = [["429", { kind: "status", status: 429, retryAfter: 0.002 }]];

/** Likewise, of a machine. */
const LOCKED: [string, FaultKind][] = [["locked machine", { kind: "lock", times: 3 }]];

/** After these it was certainly not, and a person has something to do. */
const REFUSED: [string, FaultKind][] = [
  ["403", { kind: "status", status: 403 }],
  ["404", { kind: "status", status: 404 }],
];

const REFRESH = [[false], [true]] as const;

/** What holds for everything that is only done, in place of the columns about objects. */
forEachRow((row, world) => {
  const { call, acts, undoes, carriedOut } = row.action as ActionRow;
  const times = () => carriedOut(world.simulator);
  const fault = (kind: FaultKind) => world.simulator.fault({ hoster: row.subject.hoster, ...call, ...kind });
  const outcome = (engine: Engine) => engine.get("it").outputs.outcome;
  const program = declare(row, full(row));
  const changed = (name: string) => declare(row, { ...full(row), ...row.others[name] });

  /** How often it was asked for during `work`. */
  async function asked(work: () => Promise<unknown>): Promise<number> {
    const { requests } = await world.requestsDuring(work);
    return writes(requests).filter((one) => isCall(one, call)).length;
  }

  async function up(engine: Engine, next: Program, refresh = false) {
    return clean(await engine.up(next, { refresh }));
  }

  test("is done once, and by no refresh", async () => {
    const { engine } = await made(row, world, full(row));
    await expectSettled(world, engine, program);
    expect(times()).toBe(1);
    expect(outcome(engine)).toBe("done");
    expect(engine.get("it").outputs).not.toHaveProperty("__vps.pending");
  });

  test("its id can be read by a person: the machine, where there is one, and eight digits", async () => {
    const { id } = await made(row, world, full(row));
    const machine = row.required.veid === undefined ? "" : `${row.required.veid}/`;
    expect(id.startsWith(machine)).toBe(true);
    expect(id.slice(machine.length)).toMatch(/^[0-9a-f]{8}$/);
  });

  test("an id of the older form, a UUID, goes on working", async () => {
    const { engine } = await made(row, world, full(row));
    const id = randomUUID();
    engine.get("it").id = id;
    await expectSettled(world, engine, program);
    await up(engine, changed("triggers"), true);
    expect(times()).toBe(2);
    expect(engine.get("it").id).toBe(id);
    expect(await asked(async () => clean(await engine.destroy()))).toBe(undoes ? 1 : 0);
    expect(engine.state).toEqual([]);
  });

  describeEach(acts, "a change of %s", (name) => {
    test.each(REFRESH)("does it again, once (refresh: %s)", async (refresh) => {
      const { engine } = await made(row, world, full(row));
      await up(engine, changed(name), refresh);
      expect(times()).toBe(2);
      await expectSettled(world, engine, changed(name));
    });
  });

  const silent = argumentsWhere(row, ({ replaces }, name) => !replaces && !acts.includes(name));
  describeEach(silent, "a change of %s", (name) => {
    test("is only recorded", async () => {
      const { engine } = await made(row, world, full(row));
      await up(engine, changed(name));
      expect(times()).toBe(1);
      expect(engine.get("it").outputs).toMatchObject(row.others[name] ?? {});
    });
  });

  const defaulted = argumentsWhere(row, ({ hasDefault }) => hasDefault === true);
  describeEach(defaulted, "%s", (name) => {
    test("given later, and removed again, does it again", async () => {
      const { engine } = await made(row, world, row.required);
      for (const inputs of [{ ...row.required, [name]: row.optional[name] }, row.required]) {
        expect(await asked(() => up(engine, declare(row, inputs)))).toBe(1);
        await expectSettled(world, engine, declare(row, inputs));
      }
    });
  });

  test("is undone, or left as it is, when it leaves the program", async () => {
    const { engine } = await made(row, world, full(row));
    expect(await asked(async () => clean(await engine.destroy()))).toBe(undoes ? 1 : 0);
    expect(engine.state).toEqual([]);
  });

  const elsewhere = argumentsWhere(row, ({ replaces }) => replaces === true);
  describeEach(elsewhere, "another %s", (name) => {
    test("done there, then undone here", async () => {
      const { engine, id } = await made(row, world, full(row));
      const { operations } = await up(engine, changed(name));
      expect(operations).toEqual(["replace it", "delete it"]);
      expect(engine.get("it").id).not.toBe(id);
      expect(times()).toBe(undoes ? 3 : 2);
    });
  });

  test("a run that was killed leaves no trace: the next one does it again", async () => {
    await made(row, world, full(row));
    await up(world.engine(), program);
    expect(times()).toBe(2);
  });

  test("two of the same are done twice, side by side", async () => {
    const { it } = program as { it: NonNullable<Program[string]> };
    await up(world.engine(), { first: it, second: it });
    expect(times()).toBe(2);
  });

  describe.each(LOST)("an answer lost (%s)", (_kind, kind) => {
    test.each(REFRESH)("at create: never repeated, the stack says so (refresh: %s)", async (refresh) => {
      fault(kind);
      const engine = world.engine();
      const count = await asked(async () => {
        expect((await engine.up(program)).errors).toEqual([expect.stringMatching(/POST \/.*unknown.*triggers/s)]);
        await up(engine, program, refresh);
      });
      expect(count).toBe(1);
      expect(outcome(engine)).toBe("unknown");
      await expectSettled(world, engine, program);
      await up(engine, changed("triggers"), refresh);
      expect(outcome(engine)).toBe("done");
    });

    test.each(REFRESH)("without triggers: the first ones do it once more (refresh: %s)", async (refresh) => {
      fault(kind);
      const engine = world.engine();
      expect((await engine.up(declare(row, row.required))).errors).toEqual([expect.stringContaining("set or change")]);
      const next = declare(row, { ...row.required, triggers: ["again"] });
      expect(await asked(() => up(engine, next, refresh))).toBe(1);
      expect(outcome(engine)).toBe("done");
      await expectSettled(world, engine, next);
    });

    test.each(REFRESH)("at a change: never repeated, the stack says so (refresh: %s)", async (refresh) => {
      const { engine } = await made(row, world, full(row));
      fault(kind);
      const next = changed("triggers");
      const count = await asked(async () => {
        expect((await engine.up(next)).errors).toHaveLength(1);
        await up(engine, next, refresh);
      });
      expect(count).toBe(1);
      expect(outcome(engine)).toBe("unknown");
      await expectSettled(world, engine, next);
      await up(engine, program, refresh);
      expect(outcome(engine)).toBe("done");
    });

    if (!undoes) return;
    test("at the end: the resource stays, and says what the next run does", async () => {
      const { engine } = await made(row, world, full(row));
      fault(kind);
      const { errors } = await engine.destroy();
      expect(errors).toEqual([expect.stringMatching(/unknown.*pulumi state delete/s)]);
      expect(engine.has("it")).toBe(true);
      clean(await engine.destroy({ refresh: true }));
      expect(engine.state).toEqual([]);
    });
  });

  const waitedOut = row.subject.hoster === "kiwivm" ? [...REFUSED_FOR_NOW, ...LOCKED] : REFUSED_FOR_NOW;
  test.each(waitedOut)("%s is waited out, and it is done once", async (_kind, kind) => {
    fault(kind);
    const engine = world.engine();
    await up(engine, program);
    expect(times()).toBe(1);
    await expectSettled(world, engine, program);
  });

  describe.each(REFUSED)("refused (%s)", (_kind, kind) => {
    test.each(REFRESH)("at create: done by the next run (refresh: %s)", async (refresh) => {
      fault(kind);
      const engine = world.engine();
      expect((await engine.up(program)).errors).toHaveLength(1);
      expect(engine.get("it").outputs).not.toHaveProperty("outcome");
      await up(engine, program, refresh);
      expect(times()).toBe(1);
      await expectSettled(world, engine, program);
    });

    test.each(REFRESH)("at a change: done by the next run (refresh: %s)", async (refresh) => {
      const { engine } = await made(row, world, full(row));
      fault(kind);
      expect((await engine.up(changed("triggers"))).errors).toHaveLength(1);
      await up(engine, changed("triggers"), refresh);
      expect(times()).toBe(2);
      await expectSettled(world, engine, changed("triggers"));
    });

    test("what was never sent is not undone", async () => {
      fault(kind);
      const engine = world.engine();
      expect((await engine.up(program)).errors).toHaveLength(1);
      expect(await asked(async () => clean(await engine.destroy()))).toBe(0);
      expect(engine.state).toEqual([]);
    });
  });
}, ACTIONS);
