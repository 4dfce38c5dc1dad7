import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Fault } from "../../simulator";
import type { Engine } from "./engine";
import { deletable, full, leftOf, type Row, THINGS } from "./rows";
import { clean, declare, expectSettled, forEachRow, impatient, isMade, made } from "./scenario";
import { restore, sceneOf } from "./story";
import type { World } from "./world";

/** What a hoster, or something that poses as it, may answer to everything without anything being gone. */
const FAULTS: [string, Omit<Fault, "hoster">][] = [
  ["401", { kind: "status", status: 401 }],
  ["403", { kind: "status", status: 403 }],
  ["404", { kind: "status", status: 404 }],
  ["429", { kind: "status", status: 429, retryAfter: 0.001 }],
  ["500", { kind: "status", status: 500 }],
  ["503", { kind: "status", status: 503, retryAfter: 0.001 }],
  ["an HTML page with 200", { kind: "html", status: 200 }],
  ["an HTML page with 403", { kind: "html", status: 403 }],
  ["an HTML page with 404", { kind: "html", status: 404 }],
  ["an HTML page with 502", { kind: "html", status: 502 }],
  ["answers that are cut off", { kind: "cut" }],
  ["no answers", { kind: "reset-before" }],
];

/** Bodies that something at a wrong address may answer with 200. */
const IMPOSTORS: [string, unknown][] = [
  ["an empty list", []],
  ["an empty object", {}],
  ["an empty page", { count: 0, next: null, previous: null, results: [] }],
  ["a page that is shorter than its count", { count: 7, next: null, previous: null, results: [] }],
  ["null", null],
];

/** The stack and the object both survive a refresh, an `up --refresh` and a destroy; each says why. */
async function expectNothingConcluded(row: Row, world: World, engine: Engine): Promise<void> {
  const ids = row.ids(world.simulator);
  const before = structuredClone(engine.state);
  const outcomes = [
    await engine.refresh(),
    await engine.up(declare(row, full(row)), { refresh: true }),
    // A release asks nobody.
    ...(isMade(row) ? [await engine.destroy()] : []),
    await engine.destroy({ refresh: true }),
  ];
  for (const { errors, operations } of outcomes) {
    expect(errors).toHaveLength(1);
    expect(operations).not.toContain("gone it");
    expect(operations).not.toContain("create it");
  }
  expect(engine.state).toEqual(before);
  expect(row.ids(world.simulator)).toEqual(ids);
}

forEachRow((row, world) => {
  const { hoster } = row.subject;
  const urlSetting = `${hoster}Url` as const;
  const wrongUrl = () => `${world.settings()[urlSetting]}/wrong`;
  const changeAccount = () => world.simulator.patch({ [hoster]: { account: { email: "somebody.else@example.net" } } });

  const objectTest = row.setting || row.neverGone ? noTest : test;
  // What a refresh, and then an `up`, say of an object that is gone.
  const gone = row.purges || row.everlasting ? "drift it" : "gone it";
  const madeAgain = row.purges ? "replace it" : "create it";
  const accountTest = row.ownCredential ? noTest : test;

  objectTest("the last object deleted by hand is gone, and made again", async () => {
    const { engine, id } = await made(row, world, full(row));
    row.erase(world.simulator, id);
    const preview = clean(await engine.preview(declare(row, full(row)), { refresh: true }));
    expect(preview.operations).toEqual([gone, madeAgain]);
    expect(clean(await engine.refresh()).operations).toEqual([gone]);
    expect(engine.state.map(({ outputs }) => outputs.missing)).toEqual(row.purges ? [true] : []);
    if (!isMade(row)) return;
    const again = clean(await engine.up(declare(row, full(row))));
    expect(again.operations).toEqual(row.purges ? [madeAgain, "delete it"] : [madeAgain]);
    expect(row.ids(world.simulator)).toHaveLength(1);
    await expectSettled(world, engine, declare(row, full(row)));
  });

  objectTest("the last object deleted by hand is made again by up --refresh, which knows of one holder", async () => {
    if (!isMade(row) || row.purges) return;
    const { engine, id } = await made(row, world, full(row));
    row.erase(world.simulator, id);
    const { operations, lines } = clean(await engine.up(declare(row, full(row)), { refresh: true }));
    expect(operations).toEqual([gone, madeAgain]);
    expect(lines.join()).not.toContain("two resources of this stack");
    await expectSettled(world, engine, declare(row, full(row)));
  });

  objectTest("gone while others of its kind are there", async () => {
    if (!isMade(row)) return;
    const { engine, id } = await made(row, world, full(row));
    const other = { type: row.subject.name, inputs: { ...full(row), ...row.others[row.naturalKey[0] as string] } };
    const program = { ...declare(row, full(row)), other };
    clean(await engine.up(program));
    row.erase(world.simulator, id);
    const outcome = clean(await engine.up(program, { refresh: true }));
    expect(outcome.operations).toEqual(expect.arrayContaining([madeAgain, gone, "same other"]));
    expect(row.ids(world.simulator)).toHaveLength(2);
  });

  test("deleting what is gone succeeds", async () => {
    const { engine, id } = await made(row, world, full(row));
    row.erase(world.simulator, id);
    expect(clean(await engine.destroy()).operations).toEqual(["delete it"]);
    expect(engine.state).toEqual([]);
  });

  objectTest("an update of what is gone is an error that leaves the stack as it is", async () => {
    const { engine, id } = await made(row, world, full(row));
    row.erase(world.simulator, id);
    for (const change of Object.keys(row.others).filter((name) => row.subject.arguments[name]?.role === "drift")) {
      if (row.subject.arguments[change]?.replaces) continue;
      const outcome = await engine.up(declare(row, { ...full(row), ...row.others[change] }));
      expect(outcome.errors).toHaveLength(1);
      expect(engine.get("it").id).toBe(id);
    }
    if (!isMade(row)) return;
    clean(await engine.up(declare(row, full(row)), { refresh: true }));
    expect(row.ids(world.simulator)).toHaveLength(1);
  });

  test.each(FAULTS)("%s to everything: never gone", async (_what, fault) => {
    const { engine } = await made(row, world, full(row));
    world.simulator.fault({ hoster, times: 1_000_000, ...fault } as Fault);
    await expectNothingConcluded(row, world, impatient(world, engine));
    world.simulator.clearFaults();
    await expectSettled(world, engine, declare(row, full(row)));
  });

  test.each(FAULTS)("%s to everything, with the object deleted: not gone either", async (_what, fault) => {
    const { engine, id } = await made(row, world, full(row));
    row.erase(world.simulator, id);
    world.simulator.fault({ hoster, times: 1_000_000, ...fault } as Fault);
    await expectNothingConcluded(row, world, impatient(world, engine));
    world.simulator.clearFaults();
    if (row.neverGone) await expectNothingConcluded(row, world, engine);
    else expect(clean(await engine.refresh()).operations).toEqual([gone]);
  });

  const presences: [string, boolean][] = [
    ["listed", false],
    ["deleted", true],
  ];
  describe.each(row.neverGone ? presences.slice(0, 1) : presences)("with the object %s", (_what, erased) => {
    test.each([
      ["404", { kind: "status", status: 404 }],
      ["403", { kind: "status", status: 403 }],
      ["500", { kind: "status", status: 500 }],
      ["cut-off answers", { kind: "cut" }],
    ] as const)("%s to any one call that a refresh makes: never gone without that call", async (_fault, fault) => {
      const { engine, id } = await made(row, world, full(row));
      if (erased) row.erase(world.simulator, id);
      const scene = sceneOf(world, engine);
      const { result, requests } = await world.requestsDuring(() => engine.refresh());
      expect(clean(result).operations).toEqual(erased ? [gone] : []);
      const paths = new Set(requests.map(({ path }) => path));
      // What KiwiVM says of its points proves nothing: without it a refresh goes on.
      paths.delete("/getRateLimitStatus");
      for (const path of paths) {
        const again = restore(world, scene);
        world.simulator.fault({ hoster, path, times: 1_000_000, ...fault });
        const { errors, operations } = await again.refresh();
        // A single object that is not found is what a list has to confirm: where it does, that is proof.
        const confirmed = erased && fault.kind === "status" && fault.status === 404 && path.endsWith(`/${id}/`);
        expect({ path, operations }).toEqual({ path, operations: confirmed ? [gone] : [] });
        expect(errors).toHaveLength(confirmed ? 0 : 1);
        expect(again.has("it")).toBe(!confirmed);
      }
    });
  });

  test("a wrong base URL: never gone", async () => {
    const { engine } = await made(row, world, full(row));
    const elsewhere = world.engine({ [urlSetting]: wrongUrl() });
    elsewhere.state = engine.state;
    await expectNothingConcluded(row, world, elsewhere);
  });

  test.each(IMPOSTORS)("something that answers %s to everything: never gone", async (_what, body) => {
    const { engine } = await made(row, world, full(row));
    const { url, close } = await serveEverywhere(body);
    try {
      const elsewhere = world.engine({ [urlSetting]: url });
      elsewhere.state = engine.state;
      await expectNothingConcluded(row, world, elsewhere);
    } finally {
      await close();
    }
  });

  accountTest("another account that lacks the id: never gone", async () => {
    const { engine, id } = await made(row, world, full(row));
    row.erase(world.simulator, id);
    changeAccount();
    await expectNothingConcluded(row, world, engine);
    expect((await engine.refresh()).errors[0]).toContain("another account");
  });

  accountTest("another name of the account is no matter while the id is listed", async () => {
    const { engine, id } = await made(row, world, full(row));
    changeAccount();
    await expectSettled(world, engine, declare(row, full(row)));
    clean(await engine.destroy());
    expect(row.ids(world.simulator)).toEqual(leftOf(row, id));
  });

  test("what nobody documented is shown, and no error", async () => {
    const inputs = deletable(row);
    const { engine, id } = await made(row, world, inputs);
    row.oddity(world.simulator, id);
    clean(await engine.refresh());
    expect(engine.get("it").id).toBe(id);
    clean(await engine.preview(declare(row, inputs)));
    clean(await engine.destroy({ refresh: true }));
    expect(row.ids(world.simulator)).toEqual(leftOf(row, id));
  });
}, THINGS);

/** Where a column does not hold: the row says why. */
function noTest(_name: string, _work: () => Promise<void>): void {}

async function serveEverywhere(body: unknown): Promise<{ url: string; close: () => Promise<void> }> {
  const server: Server = createServer((_request, response) => {
    response.writeHead(200, { "content-type": "application/json" });
    response.end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
