import type { Program } from "./engine";
import { ADOPTED, argumentsWhere, deletable, full, OBJECTS, type Row, SETTINGS } from "./rows";
import { clean, declare, describeEach, forEachApiVersion, forEachRow, made } from "./scenario";
import { writes } from "./world";

const isPlain = (row: Row, argument: string) => row.subject.arguments[argument]?.nonSecret !== undefined;
/** Arguments that adopting changes in place. */
const changeable = (row: Row) => argumentsWhere(row, ({ role, replaces }) => role === "drift" && !replaces);

/** What a preview says of a resource that is new in the program. */
forEachRow((row, world) => {
  const stranger = async (program: ReturnType<typeof declare>) =>
    world.requestsDuring(() => world.engine().preview(program));

  test("that adopts what is as described: so it says, and writes nothing", async () => {
    const { id } = await made(row, world, full(row));
    for (const adopt of [true, id]) {
      const { result, requests } = await stranger(declare(row, { ...full(row), adopt }));
      expect(clean(result).lines).toEqual([`it: adopts ${row.subject.noun} ${id} as it is`]);
      expect(writes(requests)).toEqual([]);
    }
    const { lines } = clean(await world.engine().up(declare(row, { ...full(row), adopt: true })));
    expect(lines).toContain(`it: adopted ${row.subject.noun} ${id}`);
  });

  describeEach(changeable(row), "that adopts what has another %s", (argument) => {
    async function outlook(secrets: string[]) {
      const { id } = await made(row, world, full(row));
      row.poke(world.simulator, id, row.others[argument] ?? {});
      const { it } = declare(row, { ...full(row), adopt: id });
      const { result } = await stranger({ it: { ...it, type: row.subject.name, inputs: it?.inputs ?? {}, secrets } });
      return clean(result).lines;
    }
    const value = full(row)[argument];
    const shown = typeof value === "string" && /^[\x21-\x7e]+$/.test(value) ? value : JSON.stringify(value);

    test("says from what to what", async () => {
      const [line, ...others] = await outlook([]);
      expect(others).toEqual([]);
      expect(line).toMatch(/^it: adopts .*; /);
      expect(line).toContain(` → ${shown}`);
      expect(line).toContain(`${argument} `);
    });

    test("names it only, where the program passes it as a secret", async () => {
      if (isPlain(row, argument)) return;
      const [line] = await outlook(Object.keys(row.subject.arguments));
      expect(line).toContain(`${argument} (secret)`);
      expect(line).not.toContain("→");
    });
  });

  test("that exists already: a warning with its id, no failure; the create refuses", async () => {
    const { id } = await made(row, world, full(row));
    const { result, requests } = await stranger(declare(row, full(row)));
    expect(clean(result).operations).toEqual(["create it"]);
    expect(result.lines).toEqual([expect.stringMatching(new RegExp(`^it: warning: .*${id}.*exists already`))]);
    expect(writes(requests)).toEqual([]);
    expect((await world.engine().up(declare(row, full(row)))).errors).toHaveLength(1);
  });

  test("that is to adopt what is not there: a warning", async () => {
    const { result } = await stranger(declare(row, { ...full(row), adopt: "987654" }));
    expect(clean(result).lines).toEqual([expect.stringMatching(/^it: warning: adopt: /)]);
  });

  test("that another resource of the program describes, too: refused, with both names", async () => {
    const one = { type: row.subject.name, inputs: full(row) };
    const program: Program = { it: one, twin: one };
    const { result, requests } = await stranger(program);
    expect(result.errors).toEqual([
      expect.stringMatching(/^check (it|twin): Two resources.*"(it|twin)" and "(it|twin)"/),
    ]);
    expect(writes(requests)).toEqual([]);
  });

  test("where there is nothing: not a word", async () => {
    const { result, requests } = await stranger(declare(row, full(row)));
    expect(clean(result).lines).toEqual([]);
    expect(writes(requests)).toEqual([]);
  });

  test("and nothing any more once it exists: nobody is asked", async () => {
    const { engine } = await made(row, world, deletable(row));
    const { result, requests } = await world.requestsDuring(() => engine.preview(declare(row, deletable(row))));
    expect(clean(result).lines).toEqual([]);
    expect(requests).toEqual([]);
  });

  test("of a hoster that does not answer: one warning, one try, and the preview goes on", async () => {
    world.simulator.fault({ hoster: row.subject.hoster, kind: "status", status: 500, times: 100 });
    // Told apart by what they adopt, so that they are no two of one object; Pulumi checks one after the other.
    const one = (adopt: string, ...after: string[]) => ({
      type: row.subject.name,
      inputs: { ...full(row), adopt },
      after,
    });
    const program = { first: one("1"), second: one("2", "first"), third: one("3", "second") };
    const { result, requests } = await stranger(program);
    expect(clean(result).operations).toHaveLength(3);
    expect(result.lines).toEqual([expect.stringMatching(/^warning: The objects at .* could not be listed/)]);
    // KiwiVM is asked for its points once before anything else.
    expect(requests.filter(({ path }) => path !== "/getRateLimitStatus")).toHaveLength(1);
  });
}, ADOPTED);

forEachRow((row, world) => {
  test("that is not known by the time of the preview: nobody is asked, and nothing is said", async () => {
    const inputs = Object.fromEntries(Object.keys(full(row)).map((name) => [name, { resource: "other", output: "x" }]));
    const program = {
      other: { type: "AirVpnDisconnect", inputs: { all: true } },
      it: { type: row.subject.name, inputs: row.consent ?? {}, from: inputs },
    };
    const { result, requests } = await world.requestsDuring(() => world.engine().preview(program));
    expect(clean(result).operations).toEqual(["create other", "create it"]);
    expect(requests).toEqual([]);
  });
}, OBJECTS);

forEachRow((row, world) => {
  test("that overwrites a setting: the preview says what it is now", async () => {
    const { result, requests } = await world.requestsDuring(() => world.engine().preview(declare(row, full(row))));
    const lines = clean(result).lines.filter((line) => line.startsWith("it: overwrites "));
    expect(lines).toEqual([expect.stringContaining(" → ")]);
    expect(writes(requests)).toEqual([]);
    await made(row, world, full(row));
    const again = clean(await world.engine().preview(declare(row, full(row))));
    expect(again.lines).toEqual([]);
  });
}, SETTINGS);

forEachApiVersion((world) => {
  const ZONE = "example.com";
  const record = (inputs: object) => ({
    type: "FornexDnsRecord",
    inputs: { domain: ZONE, host: "www", type: "A", value: "192.0.2.1", ...inputs },
  });
  const zone = { type: "FornexDnsDomain", inputs: { name: ZONE, ip: "192.0.2.10" } };
  const server = {
    type: "VpsOrgServer",
    inputs: { name: "web", planId: 1, osId: 5, location: "us-west" },
  };
  const there = () =>
    world.simulator.patch({
      fornex: {
        domains: {
          [ZONE]: { entries: { 71: { host: "www", value: "192.0.2.1" }, 72: { host: "api", value: "192.0.2.2" } } },
        },
      },
    });

  test("records of a zone that does not exist yet are looked for once in all", async () => {
    const many = Object.fromEntries(
      Array.from({ length: 20 }, (_, i) => [`r${i}`, record({ host: `h${i}`, domain: "example.org" })]),
    );
    // Pulumi checks one after the other.
    for (let i = 1; i < 20; i++) Object.assign(many[`r${i}`] as object, { after: [`r${i - 1}`] });
    const { result, requests } = await world.requestsDuring(() => world.engine().preview(many));
    expect(clean(result).lines).toEqual([]);
    expect(requests).toHaveLength(3);
  });

  describe("machines of KiwiVM", () => {
    const server = (veid: string, ...after: string[]) => ({
      type: "KiwiServer",
      inputs: { veid, hostname: "a.example" },
      after,
    });
    const servers = { one: server("500001"), two: server("500002", "one") };
    beforeEach(() => world.simulator.patch({ kiwivm: { machines: { 500001: {}, 500002: {} } } }));
    const warnings = (lines: string[]) => lines.filter((line) => line.startsWith("warning:"));

    test("that do not answer: one warning for all", async () => {
      world.simulator.fault({ hoster: "kiwivm", kind: "status", status: 500, times: 100 });
      expect(warnings(clean(await world.engine().preview(servers)).lines)).toHaveLength(1);
    });

    test("one of which rejects its key: the others are looked at", async () => {
      const kiwivmKeys = JSON.stringify({ ...JSON.parse(world.settings().kiwivmKeys ?? ""), 500001: "wrong" });
      const { lines } = clean(await world.engine({ kiwivmKeys }).preview(servers));
      expect(warnings(lines)).toHaveLength(1);
      expect(lines).toContainEqual(expect.stringMatching(/^two: changes machine 500002; hostname /));
    });
  });

  test("a preview shows every conflict, not only the first", async () => {
    there();
    const program = { zone, www: record({}), api: record({ host: "api", value: "192.0.2.2", adopt: "999" }) };
    const { lines } = clean(await world.engine().preview(program));
    expect(lines.sort()).toEqual([
      expect.stringMatching(/^api: warning: adopt: /),
      expect.stringMatching(/^www: warning: record 71 exists already/),
      expect.stringMatching(/^zone: warning: zone example\.com exists already/),
    ]);
  });

  test("where several fit, the advice is to adopt one by its id", async () => {
    const twin = { host: "www", value: "192.0.2.1" };
    world.simulator.patch({ fornex: { domains: { [ZONE]: { entries: { 71: twin, 72: twin } } } } });
    const { lines, errors } = await world.engine().up({ www: record({}) });
    for (const text of [...lines, ...errors]) {
      expect(text).toContain('et adopt: "71"');
      expect(text).not.toContain("adopt: true");
    }
    expect([lines, errors].map(({ length }) => length)).toEqual([1, 1]);
  });

  test("a preview warns of what a CNAME cannot stand beside, though the hoster may take it", async () => {
    there();
    const cname = record({ type: "CNAME", value: "example.net" });
    const { lines } = clean(await world.engine().preview({ cname, fine: record({ host: "new" }) }));
    expect(lines).toEqual([
      expect.stringMatching(/^cname: warning: a CNAME must be alone at its host.*beside record 71 \(A\)\..*aliases/),
    ]);
  });

  test("nothing is ordered while something stands in the way of the program", async () => {
    there();
    for (const program of [
      { zone, server },
      { server, zone },
    ]) {
      const { result, requests } = await world.requestsDuring(() => world.engine().up(program));
      expect(result.errors.sort()).toEqual(
        [
          expect.stringMatching(/No server was created.*zone: zone example\.com exists already/),
          expect.stringMatching(/FornexDnsDomain exists already/),
        ].sort(),
      );
      expect(writes(requests)).toEqual([]);
    }
    clean(await world.engine().up({ zone: { ...zone, inputs: { ...zone.inputs, adopt: true } }, server }));
  });

  test("seeds of an adopted zone are not removed, and a preview says so", async () => {
    there();
    const inputs = { ...zone.inputs, adopt: true, seededRecords: "remove" };
    const { lines } = clean(await world.engine().preview({ zone: { ...zone, inputs } }));
    expect(lines).toContainEqual(expect.stringMatching(/^zone: seededRecords: has no effect/));
  });

  describe("a record beside one that no resource describes", () => {
    const program = { www: record({ value: "192.0.2.7" }), other: record({ host: "new", value: "192.0.2.8" }) };
    const told = (lines: string[]) => lines.filter((line) => line.includes("no resource of this run describes"));

    test("is told of once, after the last create, and not by a refresh", async () => {
      there();
      const engine = world.engine();
      const { lines } = clean(await engine.up(program));
      expect(told(lines)).toEqual([expect.stringMatching(/: record 71 \(A\) beside "www"\. /)]);
      expect(told((await engine.refresh()).lines)).toEqual([]);
      expect(told((await engine.up(program, { refresh: true })).lines)).toEqual([]);
    });

    test("is not told of where this program describes it, too", async () => {
      there();
      const engine = world.engine();
      clean(await engine.up({ old: record({ adopt: true }) }));
      const { lines } = clean(await engine.up({ old: record({ adopt: true }), ...program }));
      expect(told(lines)).toEqual([]);
    });

    test("is told of in one line, which names ten of many", async () => {
      const entries = Object.fromEntries(
        Array.from({ length: 12 }, (_, i) => [80 + i, { host: "www", value: `192.0.2.${80 + i}` }]),
      );
      world.simulator.patch({ fornex: { domains: { [ZONE]: { entries } } } });
      const [line, ...others] = told(clean(await world.engine().up(program)).lines);
      expect(others).toEqual([]);
      expect(line?.match(/record \d+ \(A\)/g)).toHaveLength(10);
      expect(line).toContain("and 2 more");
    });

    test("of another type is none, but beside a CNAME", async () => {
      world.simulator.patch({
        fornex: {
          switches: { acceptRecordsBesideCname: true },
          domains: { [ZONE]: { entries: { 71: { host: "www", type: "TXT", value: "x" } } } },
        },
      });
      const engine = world.engine();
      expect(told(clean(await engine.up({ www: record({}) })).lines)).toEqual([]);
      const cname = record({ type: "CNAME", value: "example.net" });
      expect(told(clean(await engine.up({ www: record({}), cname })).lines)).toHaveLength(1);
    });
  });
});
