import type { Program, Properties } from "./engine";
import { OTHER_VEID, patchMachine, VEID } from "./rows/machines";
import { clean, expectSettled, forEachAdapter } from "./scenario";
import { OS, RESTORE, SNAPSHOT, useMachine } from "./tasks";
import { writes } from "./world";

forEachAdapter((world) => {
  useMachine(world);

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
