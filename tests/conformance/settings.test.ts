import type { Simulator } from "../../simulator";
import type { Program } from "./engine";
import { holding, imported } from "./importing";
import { callsOf, full, rowOf, SETTINGS } from "./rows";
import { clean, declare, expectSettled, forEachAdapter, forEachRow, made, onlyId } from "./scenario";
import { writes } from "./world";

/** What holds for every setting, in place of the columns about objects. */
forEachRow((row, world) => {
  const declared = (inputs = full(row)) => ({ type: row.subject.name, inputs });

  test("what it was is put back by a destroy", async () => {
    const { engine, id } = await made(row, world, full(row));
    const other = row.peek(world.simulator, id);
    clean(await engine.destroy());
    expect(row.peek(world.simulator, id)).not.toEqual(other);
    expect(row.ids(world.simulator)).toEqual([]);
    expect(engine.state).toEqual([]);
  });

  test.each([[false], [true]])("what somebody changed meanwhile stays (refresh: %s)", async (refresh) => {
    const { engine, id } = await made(row, world, full(row));
    row.poke(world.simulator, id, row.others[row.subject.schemaNames.at(-1) as string] ?? {});
    const changed = row.peek(world.simulator, id);
    const { result, requests } = await world.requestsDuring(() => engine.destroy({ refresh }));
    expect(clean(result).lines.join()).toContain("released");
    expect(writes(requests)).toEqual([]);
    expect(row.peek(world.simulator, id)).toEqual(changed);
    expect(engine.state).toEqual([]);
  });

  test("what an update set that was killed is the program's own all the same: a destroy puts it back", async () => {
    const { engine, id } = await made(row, world, full(row));
    const change = row.others[row.subject.schemaNames.at(-1) as string] ?? {};
    // The hoster has it, and nobody was told.
    row.poke(world.simulator, id, change);
    const wanted = declare(row, { ...full(row), ...change });
    const { result, requests } = await world.requestsDuring(() => engine.up(wanted, { refresh: true }));
    expect(clean(result).operations).toContain("update it");
    expect(writes(requests)).toEqual([]);
    await expectSettled(world, engine, wanted);
    clean(await engine.destroy());
    expect(row.ids(world.simulator)).toEqual([]);
  });

  const goingTest = row.everlasting ? noTest : test;
  goingTest("what it cannot be put on any more is gone, and making it again is an error without a write", async () => {
    const { engine, id } = await made(row, world, full(row));
    row.erase(world.simulator, id);
    const { result, requests } = await world.requestsDuring(() =>
      engine.up(declare(row, full(row)), { refresh: true }),
    );
    expect(result.operations).toEqual(["gone it", "create it"]);
    expect(result.errors).toHaveLength(1);
    expect(writes(requests)).toEqual([]);
    expect(engine.state).toEqual([]);
  });

  test.each([[false], [true]])("a rename keeps it without a write (refresh: %s)", async (refresh) => {
    const { engine, id } = await made(row, world, full(row));
    const { result, requests } = await world.requestsDuring(() => engine.up({ renamed: declared() }, { refresh }));
    expect(clean(result).operations).toEqual(expect.arrayContaining(["create renamed", "delete it"]));
    expect(writes(requests)).toEqual([]);
    expect(onlyId(row, world)).toBe(id);
    await expectSettled(world, engine, { renamed: declared() });
  });

  test.each([
    ["at once", undefined],
    ["one after the other", ["first"]],
  ])("two resources for one setting %s: one is an error", async (_what, after) => {
    const engine = world.engine();
    const second = { ...declared(), ...(after ? { after } : {}) };
    const outcome = await engine.up({ first: declared(), second });
    expect(outcome.errors).toEqual([expect.stringContaining("Two resources")]);
    expect(engine.state.map(({ name }) => name)).toEqual(["first"]);
  });

  test("a change whose answer got lost is undone when the program takes it back", async () => {
    const { engine, id } = await made(row, world, full(row));
    const before = row.peek(world.simulator, id);
    const changed = { ...full(row), ...row.others[row.subject.schemaNames.at(-1) as string] };
    world.simulator.fault({
      hoster: row.subject.hoster,
      ...callsOf(row).create,
      kind: "reset-after",
      times: 1_000_000,
    });
    expect((await engine.up(declare(row, changed))).errors).toHaveLength(1);
    world.simulator.clearFaults();
    expect(row.peek(world.simulator, id)).not.toEqual(before);
    clean(await engine.up(declare(row, full(row))));
    expect(row.peek(world.simulator, id)).toEqual(before);
    await expectSettled(world, engine, declare(row, full(row)));
  });

  test("a create that the engine forgot is simply done again", async () => {
    const { id } = await made(row, world, full(row));
    const engine = world.engine();
    const { result, requests } = await world.requestsDuring(() => engine.up(declare(row, full(row))));
    clean(result);
    expect(writes(requests)).toEqual([]);
    expect(engine.get("it").id).toBe(id);
  });
}, SETTINGS);

/** Where a column does not hold: the row says why. */
function noTest(_name: string, _work: () => Promise<void>): void {}

forEachAdapter((world) => {
  const VEID = "111141";
  const machine = (simulator: Simulator) => simulator.state().kiwivm.machines[VEID];
  const ptrOf = (ip: string) => machine(world.simulator)?.ptr[ip];
  const ptr = (ip: string, name = "mail.example.com") => ({
    it: { type: "KiwiPtr", inputs: { veid: VEID, ip, ptr: name } },
  });

  test("where KiwiVM takes no empty PTR, one that had none before stays, with a warning", async () => {
    const engine = world.engine();
    clean(await engine.up(ptr("203.0.113.22")));
    const outcome = clean(await engine.destroy());
    expect(outcome.lines.join()).toContain("warning: the PTR stays");
    expect(ptrOf("203.0.113.22")).toBe("mail.example.com");
    expect(engine.state).toEqual([]);
  });

  test.each(["null-and-empty", "missing"] as const)(
    "where KiwiVM takes an empty PTR, it is cleared (%s)",
    async (unsetPtr) => {
      world.simulator.patch({ kiwivm: { switches: { emptyPtr: "accepted", unsetPtr } } });
      const engine = world.engine();
      clean(await engine.up(ptr("203.0.113.22")));
      await expectSettled(world, engine, ptr("203.0.113.22"));
      clean(await engine.destroy());
      expect(ptrOf("203.0.113.22")).toBeUndefined();
    },
  );

  test("a PTR that was ours before the stack knew it has no earlier value: a destroy takes it off", async () => {
    world.simulator.patch({ kiwivm: { switches: { emptyPtr: "accepted" } } });
    // What the killed run set, nobody remembers.
    clean(await world.engine().up(ptr("203.0.113.21")));
    const engine = world.engine();
    clean(await engine.up(ptr("203.0.113.21")));
    expect(engine.get("it").outputs.previousPtr).toBe("");
    clean(await engine.destroy());
    expect(ptrOf("203.0.113.21")).toBeUndefined();
  });

  test("a PTR that was imported is the program's own, with no earlier value: a destroy takes it off", async () => {
    world.simulator.patch({ kiwivm: { switches: { emptyPtr: "accepted" } } });
    const row = rowOf("KiwiPtr");
    const found = await imported(row, world, `${VEID}/203.0.113.21`);
    const engine = holding(row, world, found);
    await expectSettled(world, engine, ptr("203.0.113.21", "ns1.my.server.com"));
    clean(await engine.destroy());
    expect(ptrOf("203.0.113.21")).toBeUndefined();
  });

  describe("what stood there before", () => {
    const IP = "203.0.113.21";
    const BEFORE = "ns1.my.server.com";
    const { it } = ptr(IP);
    const PREFIX = "2001:db8:1:2::";
    const told = (lines: string[]) => lines.filter((line) => line.includes("before this program set it"));

    async function set() {
      const engine = world.engine();
      clean(await engine.up({ it }));
      return engine;
    }

    test.each([[false], [true]])(
      "is put back and recorded anew by a replacement that deletes first (refresh: %s)",
      async (refresh) => {
        const engine = await set();
        const program = { it: { ...it, options: { deleteBeforeReplace: true } } };
        const { result, requests } = await world.requestsDuring(() => engine.up(program, { refresh, replace: ["it"] }));
        expect(told(clean(result).lines)).toEqual([]);
        expect(result.operations).toEqual(["replace it"]);
        expect(writes(requests)).toEqual(["POST /setPTR", "POST /setPTR"]);
        expect(ptrOf(IP)).toBe("mail.example.com");
        expect(engine.get("it").outputs.previousPtr).toBe(BEFORE);
        clean(await engine.destroy());
        expect(ptrOf(IP)).toBe(BEFORE);
      },
    );

    test("is what somebody set meanwhile, for a replacement that deletes first", async () => {
      const engine = await set();
      world.simulator.patch({ kiwivm: { machines: { [VEID]: { ptr: { [IP]: "changed.example.net" } } } } });
      const program = { it: { ...it, options: { deleteBeforeReplace: true } } };
      clean(await engine.up(program, { refresh: true, replace: ["it"] }));
      expect(engine.get("it").outputs.previousPtr).toBe("changed.example.net");
    });

    test("is nothing again for a replacement that deletes first, under a /64 that shows changes later", async () => {
      world.simulator.patch({
        kiwivm: { switches: { emptyPtr: "accepted", ipv6PtrKey: "subnet", ptrShown: "later" } },
      });
      const { it } = ptr("2001:db8:1:2::5");
      const engine = world.engine();
      clean(await engine.up({ it }));
      const other = ptr("2001:db8:1:2::5", "www.example.com").it;
      clean(await engine.up({ it: { ...other, options: { deleteBeforeReplace: true } } }, { replace: ["it"] }));
      expect(engine.get("it").outputs.previousPtr).toBe("");
      clean(await engine.destroy());
      expect(ptrOf(PREFIX)).toBeUndefined();
    });

    describe.each([
      ["a rename", { renamed: it }, []],
      ["a rename with another PTR", { renamed: ptr(IP, "www.example.com").it }, []],
      ["a replacement on request", { it }, ["it"]],
    ])("%s", (_what, program: Program, replace) => {
      const [name] = Object.keys(program) as [string];

      test("takes it over with a refresh", async () => {
        const engine = await set();
        const { lines } = clean(await engine.up(program, { refresh: true, replace }));
        expect(told(lines)).toEqual([]);
        expect(engine.get(name).outputs.previousPtr).toBe(BEFORE);
        await expectSettled(world, engine, program);
        clean(await engine.destroy());
        expect(ptrOf(IP)).toBe(BEFORE);
      });

      test("says it without one, since the new resource does not know", async () => {
        const engine = await set();
        const { lines } = clean(await engine.up(program, { replace }));
        expect(told(lines)).toEqual([
          `it: before this program set its PTR, the address resolved to ${BEFORE}; the resource that manages it now does not know that, and would not restore it`,
        ]);
      });
    });

    test("is not mentioned where it was nothing for both", async () => {
      world.simulator.patch({ kiwivm: { machines: { [VEID]: { ptr: { [IP]: null } } } } });
      const engine = await set();
      expect(told(clean(await engine.up({ renamed: it })).lines)).toEqual([]);
    });

    test("is handed on under a /64, too, and also from a resource that left after an error", async () => {
      world.simulator.patch({
        kiwivm: { switches: { ipv6PtrKey: "subnet" }, machines: { [VEID]: { ptr: { [PREFIX]: BEFORE } } } },
      });
      const { it } = ptr("2001:db8:1:2::5");
      const engine = world.engine();
      clean(await engine.up({ it }));
      world.simulator.fault({ hoster: "kiwivm", path: "/setPTR", kind: "reset-after", times: 1_000_000 });
      const renamed = ptr("2001:db8:1:2::5", "www.example.com").it;
      expect((await engine.up({ renamed }, { refresh: true })).errors).toHaveLength(1);
      world.simulator.clearFaults();
      expect(told(clean(await engine.up({ renamed })).lines)).toEqual([]);
      expect(engine.get("renamed").outputs.previousPtr).toBe(BEFORE);
      clean(await engine.destroy());
      expect(ptrOf(PREFIX)).toBe(BEFORE);
    });

    test("is said with less certainty where the run sees nothing of the resource that stays but that it holds the address", async () => {
      const engine = await set();
      const other = ptr("203.0.113.22").it;
      world.simulator.fault({ hoster: "kiwivm", path: "/setPTR", kind: "status", status: 400 });
      expect((await engine.up({ renamed: it, other: { ...other, after: ["renamed"] } })).errors).toHaveLength(1);
      const { lines } = clean(await engine.up({ renamed: it }));
      expect(told(lines)).toEqual([
        expect.stringContaining(`resolved to ${BEFORE}; the resource that manages it now may not know that`),
      ]);
    });
  });

  test("rDNS by API not available: refused before a write", async () => {
    world.simulator.patch({ kiwivm: { machines: { [VEID]: { rdns_api_available: false } } } });
    const engine = world.engine();
    const { result, requests } = await world.requestsDuring(() => engine.up(ptr("203.0.113.22")));
    expect(result.errors).toEqual([expect.stringContaining("rdns_api_available")]);
    expect(writes(requests)).toEqual([]);
    expect(engine.state).toEqual([]);
  });

  test("an address of somebody else: refused before a write", async () => {
    for (const ip of ["198.51.100.1", "2001:db8:1:3::1"]) {
      const { result, requests } = await world.requestsDuring(() => world.engine().up(ptr(ip)));
      expect(result.errors).toEqual([expect.stringContaining("is not an address of machine 111141")]);
      expect(writes(requests)).toEqual([]);
    }
  });

  describe.each(["address", "subnet"] as const)("an IPv6 PTR shown under its %s", (ipv6PtrKey) => {
    test.each(["bare", "with-length"] as const)("of a /64 listed %s", async (ipv6Form) => {
      world.simulator.patch({
        kiwivm: {
          switches: { ipv6PtrKey, ipv6Form },
          machines: { [VEID]: { ptr: { "2001:db8:1:2::": "old.example" } } },
        },
      });
      const engine = world.engine();
      clean(await engine.up(ptr("2001:DB8:1:2:0::5")));
      await expectSettled(world, engine, ptr("2001:db8:1:2::5"));
      clean(await engine.up(ptr("2001:db8:1:2::5", "www.example.com")));
      await expectSettled(world, engine, ptr("2001:db8:1:2::5", "WWW.example.com."));
      clean(await engine.destroy());
      expect(ptrOf("2001:db8:1:2::")).toBe("old.example");
    });
  });

  test("a write whose answer is lost is recorded, with what was there before", async () => {
    const engine = world.engine();
    world.simulator.fault({ hoster: "kiwivm", path: "/setPTR", kind: "reset-after", times: 1_000_000 });
    expect((await engine.up(ptr("203.0.113.21"))).errors).toHaveLength(1);
    world.simulator.clearFaults();
    expect(ptrOf("203.0.113.21")).toBe("mail.example.com");
    clean(await engine.up(ptr("203.0.113.21")));
    clean(await engine.destroy());
    expect(ptrOf("203.0.113.21")).toBe("ns1.my.server.com");
  });

  test("the PTRs of a machine share one question in a refresh", async () => {
    const engine = world.engine();
    const one = (ip: string) => ptr(ip).it;
    const both = { first: one("203.0.113.21"), second: one("203.0.113.22"), third: one("2001:db8:1:2::7") };
    clean(await engine.up(both));
    const { requests } = await world.requestsDuring(() => engine.refresh());
    expect(requests.map(({ path }) => path)).toEqual(["/getRateLimitStatus", "/getServiceInfo"]);
  });

  test("a machine that is locked is waited for, in KiwiVM's words", async () => {
    world.simulator.fault({ hoster: "kiwivm", kind: "lock", times: 3 });
    const { lines } = clean(await world.engine().up(ptr("203.0.113.22")));
    expect(lines.join("\n")).toMatch(/locked machine 111141: OS Reinstall: debian-13-x86_64, \d+ %, \w+/);
  });
});
