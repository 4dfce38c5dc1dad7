import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Journal } from "../../../provider/lifecycle/journal";

const BEGUN = "2026-03-01T12:00:00.000Z";
const ENDED = "2026-03-01T12:05:00.000Z";

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "pulumi-vps-journal-"));
});
afterEach(() => rmSync(home, { recursive: true }));

const folder = () => join(home, "pulumi-vps", "journal");
const note = (object = ["https://example.com/v1", "1"], work = "restore") => new Journal(home).note(object, work);

test("is open from its opening on, for every process, until it is closed", async () => {
  expect(await note().read()).toBeUndefined();
  const mine = note();
  expect(await mine.open(BEGUN)).toBeUndefined();
  expect(await note().read()).toEqual({ work: "restore", begun: BEGUN });
  await mine.close(ENDED);
  expect(await note().read()).toEqual({ work: "restore", begun: BEGUN, ended: ENDED });
});

test("is of one kind of work on one object; its name tells neither", async () => {
  await note().open(BEGUN);
  expect(await note(["https://example.com/v1", "2"]).read()).toBeUndefined();
  expect(await note(["https://example.org/v1", "1"]).read()).toBeUndefined();
  expect(await note(undefined, "reinstallation").read()).toBeUndefined();
  expect(readdirSync(folder())).toEqual([expect.stringMatching(/^[0-9a-f]{32}\.json$/)]);
});

test("dropped, it is gone; one that was never opened here is neither dropped nor closed", async () => {
  const mine = note();
  await mine.open(BEGUN);
  await note().drop();
  await note().close(ENDED);
  expect(await note().read()).toEqual({ work: "restore", begun: BEGUN });
  await mine.drop();
  await mine.close(ENDED);
  expect(readdirSync(folder())).toEqual([]);
});

test.each(["", '{"work":"rest', '{"begun":1}', "[]"])("that holds %j says nothing", async (text) => {
  await note().open(BEGUN);
  const [name] = readdirSync(folder());
  writeFileSync(join(folder(), name as string), text);
  expect(await note().read()).toBeUndefined();
});

test("where nothing can be written, it says why, and nothing else fails", async () => {
  const nowhere = join(home, "file");
  writeFileSync(nowhere, "");
  for (const [place, why] of [
    [nowhere, `${join(nowhere, "pulumi-vps", "journal")} cannot be written (ENOTDIR)`],
    [undefined, "no home folder is known"],
  ] as const) {
    const mine = new Journal(place).note(["1"], "restore");
    expect(await mine.open(BEGUN)).toBe(why);
    expect(await mine.read()).toBeUndefined();
    await mine.close(ENDED);
    await mine.drop();
  }
  expect(readFileSync(nowhere, "utf8")).toBe("");
});
