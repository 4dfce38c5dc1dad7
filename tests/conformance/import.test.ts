import type { VpsError } from "../../provider/errors/vpsError";
import { holding, imported, listed, textOf } from "./importing";
import { type Operation, quietly } from "./provider";
import { type ApiVersion, full, leftOf, type Row, rowOf } from "./rows";
import { clean, declare, expectSettled, forEachAdapter, forEachRow, isMade, made } from "./scenario";
import type { Properties } from "./stack";
import { until, writes } from "./world";

/** Required arguments that the hoster does not show, so that whoever imports has to say them. */
const NOT_SHOWN: Record<string, Record<ApiVersion, string[]>> = {
  FornexNameservers: { "2": ["nameservers"], "0.1": ["nameservers"] },
  // Where no title is known, API version 0.1 shows the comment of the key or nothing.
  SshKey: { "2": [], "0.1": ["title"] },
};

forEachRow((row, world) => {
  const { name, importId } = row.subject;

  if (importId === undefined) {
    test("there is nothing to import, and it says so", async () => {
      await made(row, world, row.required);
      await expect(imported(row, world, "123456")).rejects.toThrow(`${name} leaves no object at the hoster`);
      await expect(listed(row, world)).resolves.toEqual([]);
    });
    return;
  }

  test("its id alone gives every argument that the hoster shows, and then nothing differs", async () => {
    const { id } = await made(row, world, full(row));
    const found = await imported(row, world, textOf(row, id));
    expect(found?.id).toBe(id);
    expect(found?.notShown).toEqual(NOT_SHOWN[name]?.[world.apiVersion] ?? []);
    const said = Object.fromEntries(found?.notShown.map((one) => [one, row.required[one]]) ?? []);
    const shown = Object.keys(full(row)).filter((one) => row.subject.arguments[one]?.role === "drift");
    const wanted = Object.keys(row.required).filter((one) => row.subject.arguments[one]?.role !== "writeOnly");
    expect(Object.keys({ ...found?.inputs, ...said })).toEqual(expect.arrayContaining([...shown, ...wanted]));

    const engine = holding(row, world, found);
    const program = declare(row, { ...found?.inputs, ...said });
    if (found?.notShown.length === 0) await expectSettled(world, engine, program);
    else clean(await engine.up(program));
    // Who wrote the program before it was imported finds it as it was, too.
    const { result, requests } = await world.requestsDuring(() => engine.up(declare(row, shownOf(row, full(row)))));
    expect(result.errors).toEqual([]);
    expect(writes(requests)).toEqual([]);
  });

  test("it is the stack's own then: a destroy deletes it", async () => {
    const { id } = await made(row, world, row.required);
    // A setting has none: settings.test.ts tells what becomes of it.
    if (row.setting) return;
    const found = await imported(row, world, textOf(row, id));
    const engine = holding(row, world, found);
    // Whose the other records of an imported zone are, nobody can tell.
    if (name === "FornexDnsDomain") clean(await engine.up(declare(row, { ...found?.inputs, forceDestroy: true })));
    clean(await engine.destroy());
    expect(row.ids(world.simulator)).toEqual(leftOf(row, id));
  });

  test("an import that no stack took in keeps nothing from being deleted", async () => {
    if (row.setting || !isMade(row)) return;
    const { id } = await made(row, world, row.required);
    const runtime = world.runtime();
    await row.subject.imported(runtime, textOf(row, id));
    const { outputs } = holding(row, world, await row.subject.imported(runtime, textOf(row, id))).get("it");
    // Whose the other records of an imported zone are, nobody can tell.
    await row.subject.open.dynamic(runtime, quietly).delete(id, { ...outputs, forceDestroy: true });
    expect(row.ids(world.simulator)).toEqual(leftOf(row, id));
  });

  test("what a stack took in outlives the resource that held it before", async () => {
    if (row.setting || !isMade(row)) return;
    const { engine, id } = await made(row, world, row.required);
    const runtime = world.runtime();
    const found = await row.subject.imported(runtime, textOf(row, id));
    const { inputs, outputs } = holding(row, world, found).get("it");
    const adapter = row.subject.open.dynamic(runtime, quietly);
    await adapter.diff(id, outputs, inputs);
    await adapter.delete(id, engine.get("it").outputs);
    expect(row.ids(world.simulator)).toEqual([id]);
  });

  test("one that is missing is an answer, and no error", async () => {
    if (row.neverGone || row.everlasting) return;
    const { id } = await made(row, world, row.required);
    row.erase(world.simulator, id);
    await expect(imported(row, world, textOf(row, id))).resolves.toBeUndefined();
  });

  test("what is no id is refused, with the form that one has", async () => {
    const { requests } = await world.requestsDuring(() =>
      expect(imported(row, world, "no id/of any kind")).rejects.toThrow(
        `This is not an id of ${name}. Write it as ${importId.form}, such as ${importId.example}.`,
      ),
    );
    expect(requests).toEqual([]);
  });

  test("a walk over the account finds it, and each that it finds can be imported", async () => {
    const { id } = await made(row, world, full(row));
    const found = await listed(row, world);
    expect(new Set(found).size).toBe(found.length);
    if (name === "FornexNameservers") expect(found).toEqual([]);
    else expect(found).toContain(textOf(row, id));
    for (const text of found) await expect(imported(row, world, text)).resolves.toBeDefined();
  });

  test.each<[string, (id: string, begin: () => Operation) => Promise<unknown>]>([
    ["an import", (id, begin) => row.subject.imported(world.runtime(), textOf(row, id), begin)],
    ["a walk over the account", (_id, begin) => row.subject.listed(world.runtime(), begin)],
  ])("%s ends as soon as it is cancelled", async (what, ask) => {
    if (name === "FornexNameservers" && what !== "an import") return;
    const { id } = await made(row, world, row.required);
    world.simulator.fault({ hoster: row.subject.hoster, kind: "slow", delayMs: 600_000, times: 100 });
    const controller = new AbortController();
    const before = world.simulator.requests().length;
    const asking = ask(id, () => ({ ...quietly(), signal: controller.signal })).catch((error: VpsError) => error.code);
    await until(() => world.simulator.requests().length > before);
    const start = performance.now();
    controller.abort();
    expect(await asking).toBe("cancelled");
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

forEachAdapter((world) => {
  test("what only a new object could change, and no hoster shows, is recorded when it is first said of an imported one", async () => {
    const row = rowOf("VpsOrgServer");
    row.arrange(world.simulator);
    const { id } = await made(row, world, row.required);
    const found = await imported(row, world, id);
    const engine = holding(row, world, found);
    const program = declare(row, { ...found?.inputs, sshKeyId: 7, allowReplace: true });
    const { result, requests } = await world.requestsDuring(() => engine.up(program));
    expect(clean(result).operations).toEqual(["update it"]);
    expect(writes(requests)).toEqual([]);
    await expectSettled(world, engine, program);
    const other = clean(await engine.preview(declare(row, { ...found?.inputs, sshKeyId: 8, allowReplace: true })));
    expect(other.operations).toEqual(["replace it"]);
  });
});

/** Of the arguments, those that can be known of an object that was there before. */
function shownOf({ subject }: Row, values: Properties): Properties {
  const isKnown = (name: string) => !subject.isOptional(name) || subject.arguments[name]?.role === "drift";
  return Object.fromEntries(Object.entries(values).filter(([name]) => isKnown(name)));
}

forEachAdapter((world) => {
  /** What an import makes of what a program could not have asked for. */
  const inputsOf = async (name: string, text: string) => {
    const row = rowOf(name);
    const found = await imported(row, world, text);
    const said = Object.fromEntries(found?.notShown.map((one) => [one, row.required[one]]) ?? []);
    const stack = world.engine();
    // A check of all of it, as an engine does next.
    const { errors } = await stack.preview(declare(row, { ...found?.inputs, ...said }));
    expect(errors).toEqual([]);
    return { inputs: found?.inputs ?? {}, notShown: found?.notShown };
  };

  test("what may be left out, and stands there as no program may write it, is not managed", async () => {
    world.simulator.patch({
      vpsorg: { servers: { 7: { name: "web", hostname: "web" } } },
      fornex: {
        domains: { "example.com": { entries: { 7: { host: "a", ttl: 3601 } } } },
        orders: { "34-7": { name: "" } },
      },
      kiwivm: { machines: { 111141: { hostname: "" } } },
    });
    for (const [name, text, argument] of [
      ["VpsOrgServer", "7", "hostname"],
      ["FornexDnsRecord", "example.com/7", "ttl"],
      ["FornexVps", "34-7", "name"],
      ["KiwiServer", "111141", "hostname"],
    ] as const) {
      const { inputs, notShown } = await inputsOf(name, text);
      expect([name, argument in inputs, notShown]).toEqual([name, false, []]);
    }
  });

  test("what must be given, and stands there as no program may write it, the program has to say", async () => {
    world.simulator.patch({
      vpsorg: { servers: { 8: { name: "My server" } } },
      fornex: {
        domains: {
          "example.com": {
            entries: { 8: { type: "MX", value: "mail.example.net" }, 9: { host: "a b", value: "192.0.2.1" } },
          },
        },
        sshKeys: { 8: { title: "", key: String(rowOf("SshKey").required.key) } },
      },
    });
    for (const [name, text, argument] of [
      ["VpsOrgServer", "8", "name"],
      ["FornexDnsRecord", "example.com/8", "prio"],
      ["FornexDnsRecord", "example.com/9", "host"],
      ["SshKey", "8", "title"],
    ] as const) {
      const { inputs, notShown } = await inputsOf(name, text);
      expect([name, argument in inputs, notShown]).toEqual([name, false, [argument]]);
      // It may leave the stack again before the program says it.
      const row = rowOf(name);
      const { errors } = await holding(row, world, await imported(row, world, text)).up({});
      expect(errors.filter((error) => !/records? that did not come with it/.test(error))).toEqual([]);
    }
  });

  test("what must be given, and no hoster shows, has a stand-in, with which nothing differs", async () => {
    world.simulator.patch({ fornex: { domains: { "bare.example": { entries: {} } } } });
    const row = rowOf("FornexDnsDomain");
    const found = await imported(row, world, "bare.example");
    expect(found).toMatchObject({ notShown: [], inputs: { ip: "192.0.2.1" } });
    await expectSettled(world, holding(row, world, found), declare(row, { ...found?.inputs }));
  });
});
