import type { KiwivmMachine } from "../../simulator";
import type { Engine, Program, Properties } from "./engine";
import { machineOf, OTHER_VEID, patchMachine, VEID } from "./rows/machines";
import { clean, expectSettled, forEachDoor } from "./scenario";
import { until, type World, writes } from "./world";

const SNAPSHOT = "snapshot-before.tar.gz";

/** One resource that loses what is on the machine, and how it is asked to. */
interface Kind {
  type: string;
  /** As errors call it. */
  task: string;
  /** Arguments under which nothing is to be done, and others under which something is. */
  rest: Properties;
  act: Properties;
  consent: Properties;
  call: string;
  /** What the simulator is asked by a run that is then killed. */
  form: Record<string, string>;
  /** Whether what the machine shows afterwards proves it, and not only the lock. */
  isShown: boolean;
  isDone: (machine: KiwivmMachine) => boolean;
}

const OS: Kind = {
  type: "KiwiServerOs",
  task: "reinstallation",
  rest: { veid: VEID, os: "debian-12-x86_64" },
  act: { veid: VEID, os: "debian-13-x86_64" },
  consent: { allowReinstall: true },
  call: "/reinstallOS",
  form: { os: "debian-13-x86_64" },
  isShown: true,
  isDone: ({ os, lock }) => lock === null && os === "debian-13-x86_64",
};

const LOCATION: Kind = {
  type: "KiwiServerLocation",
  task: "migration",
  rest: { veid: VEID, location: "USFL_1" },
  act: { veid: VEID, location: "USCA_2" },
  consent: { allowMigration: true },
  call: "/migrate/start",
  form: { location: "USCA_2" },
  isShown: true,
  isDone: ({ node_location_id, lock }) => lock === null && node_location_id === "USCA_2",
};

const SAME_OS: Kind = {
  ...OS,
  rest: { ...OS.rest, reinstallTrigger: "1" },
  act: { ...OS.rest, reinstallTrigger: "2" },
  form: { os: "debian-12-x86_64" },
  isShown: false,
  isDone: ({ power, lock }) => lock === null && power.boots > 1,
};

const RESTORE: Kind = {
  type: "KiwiSnapshotRestore",
  task: "restore",
  rest: { veid: VEID, snapshot: SNAPSHOT, trigger: "1" },
  act: { veid: VEID, snapshot: SNAPSHOT, trigger: "2" },
  consent: { allowRestore: true },
  call: "/snapshot/restore",
  form: { snapshot: SNAPSHOT },
  isShown: false,
  isDone: ({ power, lock }) => lock === null && power.boots > 2,
};

const KINDS = [
  ["another system", OS],
  ["the same system again", SAME_OS],
  ["another location", LOCATION],
  ["a restore", RESTORE],
] as const;

forEachDoor((world) => {
  const machine = () => machineOf(world.simulator, VEID);
  const settings = (values: Properties) => world.simulator.patch({ kiwivm: { settings: values } });
  const lasting = (seconds: number) =>
    settings({ reinstallSeconds: seconds, migrateSeconds: seconds, restoreSeconds: seconds });

  beforeEach(() => {
    for (const veid of [VEID, OTHER_VEID]) {
      patchMachine(world.simulator, veid, {
        snapshots: { [SNAPSHOT]: { os: "debian-12-x86_64", sticky: true }, "other.tar.gz": { sticky: true } },
      });
    }
  });

  describe.each(KINDS)("%s", (_title, kind) => {
    const program = (inputs: Properties): Program => ({ it: { type: kind.type, inputs } });
    const acting = program({ ...kind.act, ...kind.consent });
    const begun = (requests: Parameters<typeof writes>[0]) =>
      writes(requests).filter((one) => one === `POST ${kind.call}`).length;

    /** A stack under which nothing is to be done. */
    async function atRest(overrides: Parameters<World["engine"]>[0] = {}): Promise<Engine> {
      const engine = world.engine(overrides);
      clean(await engine.up(program({ ...kind.rest, ...kind.consent })));
      return engine;
    }

    /** A run that was killed has begun it. */
    async function beginBehindOurBack(): Promise<void> {
      const { KIWIVM_API_URL, KIWIVM_API_KEY } = world.simulator.env;
      const body = new URLSearchParams({ veid: VEID, api_key: KIWIVM_API_KEY as string, ...kind.form });
      await fetch(`${KIWIVM_API_URL}${kind.call}`, { method: "POST", body });
    }

    test("is refused without consent before anything is asked, saying what is lost", async () => {
      const engine = await atRest();
      const before = machine();
      const { result, requests } = await world.requestsDuring(async () => [
        await engine.preview(program(kind.act)),
        await engine.up(program(kind.act)),
      ]);
      for (const { errors } of result) {
        expect(errors).toEqual([expect.stringMatching(/All|all|everything/)]);
        expect(errors[0]).toContain(`${Object.keys(kind.consent)[0]}: true`);
      }
      expect(requests).toEqual([]);
      expect(machine()).toEqual(before);
    });

    test("is begun once, with KiwiVM's own words for how far it is", async () => {
      lasting(4_000);
      const engine = await atRest();
      const { result, requests } = await world.requestsDuring(() => engine.up(acting));
      const { lines } = clean(result);
      expect(begun(requests)).toBe(1);
      expect(kind.isDone(machine())).toBe(true);
      expect(lines.filter((line) => /, \d+ %, \w+/.test(line)).length).toBeGreaterThan(1);
      expect(engine.get("it").outputs).not.toHaveProperty("pending");
      await expectSettled(world, engine, acting);
      await expectSettled(world, engine, program(kind.act));
    });

    test("a machine that is busy with something else is waited for first", async () => {
      const engine = await atRest();
      world.simulator.fault({ hoster: "kiwivm", path: "/migrate/getLocations", kind: "lock", times: 3 });
      const { lines } = clean(await engine.up(acting));
      expect(lines.join("\n")).toContain("OS Reinstall: debian-13-x86_64");
    });

    test("a lock that comes in between is waited for, too", async () => {
      const engine = await atRest();
      world.simulator.fault({ hoster: "kiwivm", path: kind.call, kind: "lock", times: 2 });
      clean(await engine.up(acting));
      expect(kind.isDone(machine())).toBe(true);
    });

    test("with its answer lost is found by the lock, and followed to the end", async () => {
      const engine = await atRest();
      world.simulator.fault({ hoster: "kiwivm", path: kind.call, kind: "reset-after" });
      const { result, requests } = await world.requestsDuring(() => engine.up(acting));
      clean(result);
      expect(begun(requests)).toBe(1);
      expect(kind.isDone(machine())).toBe(true);
      await expectSettled(world, engine, acting);
    });

    describe.each([[false], [true]])("next run with refresh: %s", (refresh) => {
      test("lost on the way: what the machine shows decides; where nothing does, it is not asked for again", async () => {
        const engine = await atRest();
        world.simulator.fault({ hoster: "kiwivm", path: kind.call, kind: "reset-before" });
        const { result, requests } = await world.requestsDuring(async () => [
          await engine.up(acting),
          await engine.up(acting, { refresh }),
        ]);
        expect(result[0]?.errors).toEqual([expect.stringContaining(`no sign of the ${kind.task}`)]);
        expect(result[1]?.errors).toEqual([]);
        expect(begun(requests)).toBe(kind.isShown ? 2 : 1);
        expect(kind.isDone(machine())).toBe(kind.isShown);
        await expectSettled(world, engine, acting);
      });

      test("after a kill in the middle: what the machine shows decides; where only a lock does, the run stops", async () => {
        const engine = await atRest();
        lasting(1_000_000);
        await beginBehindOurBack();
        world.simulator.clearRequests();
        const { result, requests } = await world.requestsDuring(async () => {
          const running = engine.up(acting);
          await until(() => world.simulator.requests().some(({ path }) => path === "/migrate/getLocations"));
          world.simulator.advance(1_000_000);
          return running;
        });
        expect(begun(requests)).toBe(0);
        expect(kind.isDone(machine())).toBe(true);
        if (kind.isShown) clean(result);
        else
          expect(result.errors).toEqual([
            expect.stringMatching(/begun by a run that was killed.*change \w*[tT]rigger/s),
          ]);
        const next = await world.requestsDuring(() => engine.up(acting, { refresh }));
        clean(next.result);
        expect(begun(next.requests)).toBe(0);
        await expectSettled(world, engine, acting);
      });

      test("a lock that does not end: the wait does, and the next run goes on with it", async () => {
        const engine = await atRest();
        lasting(1_000_000);
        const hasty = world.engine({ timeoutSeconds: "0.1" });
        hasty.state = structuredClone(engine.state);
        const { result, requests } = await world.requestsDuring(async () => {
          const first = await hasty.up(acting);
          expect(hasty.get("it").outputs).toMatchObject({ pending: { kind: kind.task } });
          const second = await hasty.up(acting);
          world.simulator.advance(1_000_000);
          engine.state = hasty.state;
          return [first, second, await engine.up(acting, { refresh })];
        });
        for (const outcome of result.slice(0, 2)) {
          expect(outcome.errors).toEqual([
            expect.stringMatching(
              new RegExp(`Waited 0.1 s for KiwiVM to finish the ${kind.task}; last seen: .*\\d+ %`),
            ),
          ]);
        }
        expect(result[2]?.errors).toEqual([]);
        expect(begun(requests)).toBe(1);
        expect(kind.isDone(machine())).toBe(true);
        await expectSettled(world, engine, acting);
      });
    });

    test("destroy lets go without a call", async () => {
      const engine = await atRest();
      const before = machine();
      const { result, requests } = await world.requestsDuring(() => engine.destroy());
      expect(clean(result).operations).toEqual(["delete it"]);
      expect(requests).toEqual([]);
      expect(machine()).toEqual(before);
    });

    test("what a failed create has left to do still takes consent", async () => {
      const engine = world.engine();
      world.simulator.fault({ hoster: "kiwivm", path: kind.call, kind: "status", status: 400 });
      const first = kind === SAME_OS ? OS.act : kind.act;
      expect((await engine.up(program({ ...first, ...kind.consent }))).errors).toHaveLength(1);
      const { result, requests } = await world.requestsDuring(() => engine.up(program(first)));
      expect(result.errors).toEqual([expect.stringContaining(`${Object.keys(kind.consent)[0]}: must be true`)]);
      expect(begun(requests)).toBe(0);
    });
  });

  describe.each([
    ["another system", OS, "os"],
    ["another location", LOCATION, "location"],
  ] as const)("%s", (_title, kind, argument) => {
    const program = (inputs: Properties): Program => ({ it: { type: kind.type, inputs } });
    const consentName = Object.keys(kind.consent)[0] as string;

    test("the refusal names both values", async () => {
      const engine = world.engine();
      clean(await engine.up(program(kind.rest)));
      const { errors } = await engine.preview(program(kind.act));
      expect(errors[0]).toContain(`from ${kind.rest[argument]} to ${kind.act[argument]}`);
    });

    test("at create: without consent what KiwiVM shows is named, and nothing is begun", async () => {
      const engine = world.engine();
      const { result, requests } = await world.requestsDuring(() => engine.up(program(kind.act)));
      expect(result.errors).toEqual([expect.stringContaining(`${argument}: "${kind.rest[argument]}"`)]);
      expect(result.errors[0]).toContain(`${consentName}: true`);
      expect(writes(requests)).toEqual([]);
      expect(engine.state).toEqual([]);
    });

    test("at create: with consent it is done", async () => {
      const engine = world.engine();
      clean(await engine.up(program({ ...kind.act, ...kind.consent })));
      expect(kind.isDone(machine())).toBe(true);
      await expectSettled(world, engine, program(kind.act));
    });

    test("that is not offered: an error that lists what is", async () => {
      const engine = world.engine();
      clean(await engine.up(program(kind.rest)));
      const { result, requests } = await world.requestsDuring(() =>
        engine.up(program({ ...kind.rest, [argument]: "XX_9", ...kind.consent })),
      );
      expect(result.errors).toEqual([expect.stringContaining(`${kind.act[argument]}`)]);
      expect(writes(requests)).toEqual([]);
    });

    test("that comes to nothing is said, and asked for again", async () => {
      const engine = world.engine();
      clean(await engine.up(program(kind.rest)));
      lasting(1_000_000);
      const running = engine.up(program({ ...kind.act, ...kind.consent }));
      await until(() => world.simulator.requests().some(({ path }) => path === kind.call));
      await until(() => machine().lock !== null);
      patchMachine(world.simulator, VEID, { lock: null });
      const { errors } = await running;
      expect(errors).toEqual([expect.stringMatching(new RegExp(`come to nothing.*shows ${kind.rest[argument]}`))]);
      lasting(600);
      clean(await engine.up(program({ ...kind.act, ...kind.consent })));
      expect(kind.isDone(machine())).toBe(true);
    });

    test("that two stacks want at once is begun once", async () => {
      const engines = [world.engine(), world.engine()];
      const outcomes = await Promise.all(engines.map((engine) => engine.up(program({ ...kind.act, ...kind.consent }))));
      outcomes.forEach(clean);
      expect(kind.isDone(machine())).toBe(true);
      expect(machine().power.boots).toBe(2);
    });
  });

  describe("a reinstallation", () => {
    const program = (inputs: Properties): Program => ({
      it: { type: "KiwiServerOs", inputs: { ...OS.act, ...OS.consent, ...inputs } },
    });
    const password = () => machine().guest.rootPassword;

    test("tells the new root password, which is recorded before the waiting", async () => {
      lasting(1_000_000);
      const engine = world.engine({ timeoutSeconds: "0.1" });
      const { errors, lines } = await engine.up(program({}));
      expect(errors).toHaveLength(1);
      expect(engine.get("it").outputs).toMatchObject({ pending: { finished: { rootPassword: password() } } });
      expect([...errors, ...lines].join()).not.toContain(password());
      world.simulator.advance(1_000_000);
      clean(await engine.up(program({})));
      expect(engine.get("it").outputs).toMatchObject({
        rootPassword: password(),
        rootPasswordStatus: "set",
        sshPort: 27015,
        currentOs: "debian-13-x86_64",
      });
    });

    test.each([
      ["lost", () => world.simulator.fault({ hoster: "kiwivm", path: OS.call, kind: "reset-after" })],
      ["not told by an old edition", () => world.simulator.patch({ kiwivm: { switches: { nodeAge: "old" } } })],
    ])("whose password is %s says so", async (_how, arrange) => {
      const engine = world.engine();
      arrange();
      const { lines } = clean(await engine.up(program({})));
      expect(lines.join()).toContain("warning: KiwiVM has not told the new root password");
      expect(engine.get("it").outputs).toMatchObject({ rootPasswordStatus: "unknown" });
      expect(engine.get("it").outputs).not.toHaveProperty("rootPassword");
    });

    test("that was proved not to have begun leaves what is known of the password", async () => {
      const engine = world.engine();
      clean(await engine.up(program({})));
      const known = password();
      world.simulator.fault({ hoster: "kiwivm", path: OS.call, kind: "reset-before" });
      expect((await engine.up(program({ os: "centos-6-x86_64" }))).errors).toHaveLength(1);
      expect(password()).toBe(known);
      expect(engine.get("it").outputs).toMatchObject({ rootPassword: known, rootPasswordStatus: "set" });
      expect(engine.get("it").outputs).not.toHaveProperty("pending");
    });

    test("a trigger that is given later for the first time is only recorded", async () => {
      const engine = world.engine();
      clean(await engine.up(program({})));
      const { requests } = await world.requestsDuring(async () => {
        clean(await engine.up(program({ reinstallTrigger: "1", allowReinstall: false })));
      });
      expect(writes(requests)).toEqual([]);
    });

    test("by somebody else is undone by the trigger only", async () => {
      const engine = world.engine();
      clean(await engine.up(program({ reinstallTrigger: "1" })));
      patchMachine(world.simulator, VEID, { os: "centos-6-x86_64" });
      expect((await engine.up(program({ reinstallTrigger: "1" }), { refresh: true })).errors).toHaveLength(1);
      clean(await engine.up(program({ reinstallTrigger: "2" })));
      expect(machine().os).toBe("debian-13-x86_64");
      await expectSettled(world, engine, program({ reinstallTrigger: "2" }));
    });

    test("is not begun where KiwiVM does not tell the present system", async () => {
      patchMachine(world.simulator, VEID, { os: "" });
      const { result, requests } = await world.requestsDuring(() => world.engine().up(program({})));
      expect(result.errors).toEqual([expect.stringContaining("nothing is concluded")]);
      expect(writes(requests)).toEqual([]);
    });
  });

  describe("a migration", () => {
    const program: Program = { it: { type: "KiwiServerLocation", inputs: { ...LOCATION.act, ...LOCATION.consent } } };

    test.each(["new", "old"] as const)("shows the new addresses, with an API of %s edition", async (nodeAge) => {
      world.simulator.patch({ kiwivm: { switches: { nodeAge } } });
      const engine = world.engine();
      const { lines } = clean(await engine.up(program));
      const { ip_addresses } = machine();
      expect(ip_addresses).toHaveLength(2);
      expect(engine.get("it").outputs).toMatchObject({ newIps: ip_addresses, ipAddresses: ip_addresses });
      expect(lines.join()).toContain("all its IPv4 addresses change, and its IPv6 ones are lost");
    });

    test.each([[false], [true]])("shows them also where an earlier run began it (refresh: %s)", async (refresh) => {
      lasting(1_000_000);
      const engine = world.engine({ timeoutSeconds: "0.1" });
      expect((await engine.up(program)).errors).toHaveLength(1);
      world.simulator.advance(1_000_000);
      clean(await engine.up(program, { refresh }));
      expect(engine.get("it").outputs).toMatchObject({ newIps: machine().ip_addresses });
    });
  });

  describe("a restore", () => {
    const program = (inputs: Properties = {}): Program => ({
      it: { type: "KiwiSnapshotRestore", inputs: { ...RESTORE.rest, ...inputs } },
    });
    const agreed = (inputs: Properties = {}) => program({ ...RESTORE.consent, ...inputs });
    const restores = async (work: () => Promise<unknown>) =>
      writes((await world.requestsDuring(work)).requests).filter((one) => one === "POST /snapshot/restore").length;

    test("acts at create, which takes consent, and never on a refresh", async () => {
      const engine = world.engine();
      expect((await engine.up(program())).errors).toEqual([expect.stringContaining("allowRestore: must be true")]);
      expect(await restores(async () => clean(await engine.up(agreed())))).toBe(1);
      expect(engine.get("it").outputs).toMatchObject({ restoredSnapshot: SNAPSHOT });
      expect(await restores(() => engine.refresh())).toBe(0);
      await expectSettled(world, engine, program());
    });

    test("of another snapshot waits for another trigger", async () => {
      const engine = world.engine();
      clean(await engine.up(agreed()));
      const other = { snapshot: "other.tar.gz" };
      expect(await restores(async () => clean(await engine.up(agreed(other))))).toBe(0);
      expect(engine.get("it").outputs).toMatchObject({ restoredSnapshot: SNAPSHOT });
      expect(await restores(async () => clean(await engine.up(agreed({ ...other, trigger: "2" }))))).toBe(1);
      expect(engine.get("it").outputs).toMatchObject({ restoredSnapshot: "other.tar.gz" });
    });

    test("after a rename of the resource, or of another machine, takes consent again", async () => {
      const engine = world.engine();
      clean(await engine.up(agreed()));
      const { it } = program() as { it: Program[string] };
      for (const changed of [{ renamed: it }, program({ veid: OTHER_VEID })]) {
        expect((await engine.up(changed)).errors).toEqual([expect.stringContaining("allowRestore: must be true")]);
      }
      expect(engine.get("it").id).toBe(VEID);
    });

    test("of a snapshot that is not listed: an error that lists those that are", async () => {
      const { errors } = await world.engine().up(agreed({ snapshot: "gone.tar.gz" }));
      expect(errors).toEqual([expect.stringContaining(SNAPSHOT)]);
    });

    test("goes on meaning the machine when its snapshot is purged afterwards", async () => {
      const engine = world.engine();
      clean(await engine.up(agreed()));
      patchMachine(world.simulator, VEID, { snapshots: { [SNAPSHOT]: null } });
      await expectSettled(world, engine, program());
    });

    test("beside a snapshot and a reinstallation of the machine: one after the other, each once", async () => {
      const engine = world.engine();
      const all: Program = {
        ...agreed(),
        os: { type: "KiwiServerOs", inputs: { ...OS.act, ...OS.consent }, after: ["it"] },
        nightly: { type: "KiwiSnapshot", inputs: { veid: VEID, description: "nightly" } },
      };
      const { result, requests } = await world.requestsDuring(() => engine.up(all));
      clean(result);
      expect(writes(requests).filter((one) => !one.endsWith("toggleSticky"))).toHaveLength(3);
    });
  });
});
