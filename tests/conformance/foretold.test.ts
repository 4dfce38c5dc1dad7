import type { Properties } from "./engine";
import { ADOPTED, deletable, full, ROWS, type Row } from "./rows";
import { kiwiServerLocationRow } from "./rows/kiwiServerLocation";
import { kiwiServerOsRow } from "./rows/kiwiServerOs";
import { kiwiSnapshotRestoreRow } from "./rows/kiwiSnapshotRestore";
import { VEID } from "./rows/machines";
import { clean, declare, forEachRow, isMade, made } from "./scenario";

/** Changes in place that restart, reset, overwrite or lose something, and a word of what each says. */
const LOSING: Record<string, Record<string, RegExp>> = {
  VpsOrgServer: { restartTrigger: /restarts the machine/ },
  FornexVps: { restartTrigger: /restarts the machine/, rootPasswordVersion: /sets a new root password/ },
  KiwiServer: { restartTrigger: /restarts the machine/, rootPasswordVersion: /sets a new root password/ },
  KiwiServerOs: { os: /deletes everything on the machine's disk/, reinstallTrigger: /deletes everything/ },
  KiwiServerLocation: { location: /replaces all IPv4 addresses/ },
  KiwiSnapshotRestore: { trigger: /overwrites everything on the machine/ },
};
const losing = (row: Row) => Object.entries(LOSING[row.subject.name] ?? {});

forEachRow(
  (row, world) => {
    describe.each(losing(row))("a change of %s", (argument, words) => {
      const changed = declare(row, { ...full(row), ...row.others[argument] });
      const said = (lines: string[]) => lines.filter((line) => line.startsWith(`it: ${argument}: `));

      test("is said once in the preview, with what is lost, and not by a refresh", async () => {
        const { engine } = await made(row, world, full(row));
        for (const refresh of [false, true]) {
          const { lines } = clean(await engine.preview(changed, { refresh }));
          expect(said(lines)).toEqual([expect.stringMatching(words)]);
        }
        expect(said((await engine.refresh()).lines)).toEqual([]);
        expect(said(clean(await engine.preview(declare(row, full(row)))).lines)).toEqual([]);
      });

      test("that is given for the first time says that nothing happens", async () => {
        if (row.subject.isOptional(argument) === false) return;
        const { [argument]: _left, ...without } = full(row);
        const engine = world.engine();
        clean(await engine.up(declare(row, without)));
        const { lines } = clean(await engine.preview(declare(row, full(row))));
        expect(said(lines)).toEqual([expect.stringContaining("is only recorded")]);
      });
    });

    test("what a create does at once is said in its preview", async () => {
      const atOnce = { KiwiSnapshotRestore: /overwrites everything/, KiwiServer: /sets a new root password/ } as Record<
        string,
        RegExp
      >;
      const words = atOnce[row.subject.name];
      if (words === undefined) return;
      const { lines } = clean(await world.engine().preview(declare(row, full(row))));
      expect(lines).toContainEqual(expect.stringMatching(words));
    });
  },
  ROWS.filter((row) => losing(row).length > 0),
);

/** What KiwiVM's own lists lack is refused where it is new or changes. */
forEachRow(
  (row, world) => {
    const [argument, missing] = {
      KiwiServerOs: ["os", "plan9-x86_64"],
      KiwiServerLocation: ["location", "MOON_1"],
      KiwiSnapshotRestore: ["snapshot", "snapshot-none.tar.gz"],
    }[row.subject.name] as [string, string];
    const wrong = (inputs: Properties = {}) => declare(row, { ...full(row), ...inputs, [argument]: missing });
    const refused = expect.stringMatching(new RegExp(`check it: ${argument}: KiwiVM does not offer this`));

    test("of a new resource, in the preview", async () => {
      expect((await world.engine().preview(wrong())).errors).toEqual([refused]);
    });

    test("of one that changes, in the preview", async () => {
      const { engine } = await made(row, world, full(row));
      expect((await engine.preview(wrong())).errors).toEqual([refused]);
    });

    test("not while the machine is locked, since its lists may say something else later", async () => {
      world.simulator.fault({ hoster: "kiwivm", kind: "lock", times: 20 });
      expect((await world.engine().preview(wrong())).errors).toEqual([]);
    });
  },
  [kiwiServerOsRow, kiwiServerLocationRow, kiwiSnapshotRestoreRow],
);

forEachRow(
  (row, world) => {
    test("a system that is there already need not be on offer", async () => {
      world.simulator.patch({ kiwivm: { machines: { [VEID]: { os: "plan9-x86_64" } } } });
      clean(await world.engine().preview(declare(row, { ...full(row), os: "plan9-x86_64" })));
    });
  },
  [kiwiServerOsRow],
);

forEachRow((row, world) => {
  test("adopt that leaves the program leaves the inputs, too: a refresh shows nothing of it", async () => {
    await made(row, world, deletable(row));
    const engine = world.engine();
    clean(await engine.up(declare(row, { ...deletable(row), adopt: true })));
    clean(await engine.up(declare(row, deletable(row))));
    const before = engine.get("it").inputs;
    expect(before).not.toHaveProperty("adopt");
    expect(clean(await engine.refresh()).operations).toEqual([]);
    expect(engine.get("it").inputs).toEqual(before);
  });
}, ADOPTED.filter(isMade));
