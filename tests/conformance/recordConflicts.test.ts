import type { FornexEntry } from "../../simulator";
import type { Engine, Program, Properties } from "./engine";
import { dnsCalls, written } from "./fornexDns";
import { clean, expectSettled, forEachApiVersion } from "./scenario";
import { writes } from "./world";

const ZONE = "example.com";
const at = (type: string, value: string, host = "www") => ({ domain: ZONE, host, type, value });
const A = at("A", "192.0.2.1");
const CNAME = at("CNAME", "web.example.net");
const TXT = at("TXT", "v=spf1 -all");

const record = (inputs: Properties) => ({ type: "FornexDnsRecord", inputs });
const ALIASES = 'aliases: [{ name: "<old name>" }]';

forEachApiVersion((world) => {
  const calls = dnsCalls(world.apiVersion, ZONE);
  const entries = () => world.simulator.state().fornex.domains[ZONE]?.entries ?? {};
  const hold = (held: Record<number, FornexEntry>) =>
    world.simulator.patch({ fornex: { domains: { [ZONE]: { entries: held } } } });

  beforeEach(() => world.simulator.patch({ fornex: { domains: { [ZONE]: {} } } }));

  async function made(program: Program) {
    const engine = world.engine();
    clean(await engine.up(program));
    return engine;
  }

  /** What the option `aliases` does: the engine knows the resource by its new name. */
  const renamed = (engine: Engine, from: string, to: string) => {
    engine.get(from).name = to;
    return engine;
  };

  describe.each([
    ["an A becomes a CNAME", A, CNAME, "A"],
    ["a CNAME becomes an A", CNAME, A, "CNAME"],
    ["a CNAME gets another target", CNAME, { ...CNAME, value: "other.example.net" }, "CNAME"],
  ])("%s under another name in the program", (_what, before, after, type) => {
    const old = { old: record(before) };
    const program = (more: Properties = {}) => ({ new: record({ ...after, ...more }) });

    test("is refused, run after run, and each time told what is in the way and how to go on", async () => {
      const engine = await made(old);
      const { id } = engine.get("old");
      for (const refresh of [false, true]) {
        const { result, requests } = await world.requestsDuring(() => engine.up(program(), { refresh }));
        const [error = "", ...others] = result.errors;
        expect(others).toEqual([]);
        expect(error).toContain(`record ${id} (${type})`);
        expect(error).toContain("Запись CNAME не может существовать");
        expect(error).toContain(ALIASES);
        expect(error).toContain(`adopt: "${id}"`);
        for (const { value } of [before, after]) expect(error).not.toContain(value);
        expect(writes(requests)).toEqual([written(calls.addEntry)]);
        expect(entries()).toMatchObject({ [id]: { type, value: before.value } });
      }
    });

    test("with an alias it changes in place", async () => {
      const engine = await made(old);
      const { id } = engine.get("old");
      const { requests } = await world.requestsDuring(async () =>
        clean(await renamed(engine, "old", "new").up(program())),
      );
      expect(writes(requests)).toEqual([written(calls.changeEntry(id))]);
      expect(entries()).toEqual({ [id]: expect.objectContaining({ type: after.type, value: after.value }) });
      await expectSettled(world, engine, program());
    });

    test("with adopt it changes in place, too", async () => {
      const engine = await made(old);
      const { id } = engine.get("old");
      const { requests } = await world.requestsDuring(async () => clean(await engine.up(program({ adopt: id }))));
      expect(writes(requests)).toEqual([written(calls.changeEntry(id))]);
      expect(entries()).toEqual({ [id]: expect.objectContaining({ type: after.type, value: after.value }) });
      await expectSettled(world, engine, program({ adopt: id }));
    });

    test("a hoster that takes both gets both, then loses the old one", async () => {
      world.simulator.patch({ fornex: { switches: { acceptRecordsBesideCname: true } } });
      const engine = await made(old);
      expect(clean(await engine.up(program())).operations).toEqual(["create new", "delete old"]);
      await expectSettled(world, engine, program());
    });
  });

  test("several in the way are all named, in whatever spelling they are listed; those elsewhere are not", async () => {
    const entry = { prio: null, ttl: null };
    world.simulator.patch({ fornex: { switches: { hostSpelling: "fqdn.", caseSpelling: "upper" } } });
    hold({
      71: { ...entry, host: "www", type: "A", value: "192.0.2.1" },
      72: { ...entry, host: "www", type: "TXT", value: "private" },
      73: { ...entry, host: "other", type: "A", value: "192.0.2.1" },
    });
    const { errors } = await world.engine().up({ it: record(CNAME) });
    expect(errors).toEqual([expect.stringContaining("record 71 (A), record 72 (TXT).")]);
    expect(errors[0]).toContain("Delete all but one first");
    expect(errors[0]).toMatch(new RegExp(`${ALIASES.replaceAll(/[[\]{}]/g, "\\$&")}.*adopt: "<its id>"`));
    expect(errors[0]).not.toMatch(/73|private|192/);
  });

  test("beside a CNAME, an A and a TXT are told of it", async () => {
    const engine = await made({ alias: record(CNAME) });
    const { id } = engine.get("alias");
    for (const inputs of [A, TXT]) {
      const { errors } = await engine.up({ alias: record(CNAME), it: record(inputs) });
      expect(errors).toEqual([expect.stringContaining(`record ${id} (CNAME)`)]);
    }
  });

  test("a change in place is told what must go first; once that is gone, it is done", async () => {
    const text = { text: record(TXT) };
    const engine = await made({ it: record(A), ...text });
    const { id } = engine.get("text");
    const changed = { it: record(CNAME) };
    for (const program of [{ ...changed, ...text }, changed]) {
      const { errors } = await engine.up(program);
      expect(errors).toEqual([expect.stringContaining(`record ${id} (TXT)`)]);
      expect(errors[0]).toContain("in a separate run");
      expect(errors[0]).not.toContain("aliases");
    }
    clean(await engine.up({ it: record(A) }));
    clean(await engine.up(changed));
    await expectSettled(world, engine, changed);
  });

  test.each([undefined, "@"])("a CNAME for the zone itself (%s) is told that none can be there", async (host) => {
    const { errors } = await world.engine().up({ it: record({ ...CNAME, host: host ?? "" }) });
    expect(errors).toEqual([expect.stringContaining("The zone itself always holds other records")]);
    expect(errors[0]).not.toContain("aliases");
  });

  test("what was refused for another reason is told in the hoster's words alone", async () => {
    const engine = await made({ alias: record(CNAME), a: record({ ...A, host: "a" }) });
    world.simulator.fault({ hoster: "fornex", ...calls.addEntry, kind: "status", status: 400 });
    const { errors } = await engine.up({
      alias: record(CNAME),
      a: record({ ...A, host: "a" }),
      it: record({ ...TXT, host: "a" }),
    });
    expect(errors).toEqual([expect.stringContaining("answered 400")]);
    expect(errors[0]).not.toMatch(/In the way|RFC/);
  });

  test("where the zone cannot be looked at after the refusal, that is told alone, too", async () => {
    const engine = await made({ old: record(A) });
    // The look before the create gets its list, those after it do not.
    world.simulator.fault({ hoster: "fornex", ...calls.listEntries, kind: "slow", delayMs: 0 });
    world.simulator.fault({ hoster: "fornex", ...calls.listEntries, kind: "status", status: 403, times: 1_000 });
    const { errors } = await engine.up({ new: record(CNAME) });
    expect(errors).toEqual([expect.stringContaining("Запись CNAME")]);
    expect(errors[0]).not.toContain("In the way");
  });
});
