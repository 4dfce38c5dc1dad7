import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Notes, UNREADABLE } from "../../../../provider/lifecycle/runtime/notes";

const WORK = ["https://example.com/v1", "1", "restore"];
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const EARLY = "2026-01-01T00:00:00.000Z";
const LATE = "9999-01-01T00:00:00.000Z";

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "pulumi-vps-notes-"));
});
afterEach(() => rmSync(home, { recursive: true }));

const folder = () => join(home, "pulumi-vps", "journal");
const files = () =>
  existsSync(folder())
    ? readdirSync(folder(), { recursive: true, encoding: "utf8" }).filter((name) => name.includes("/"))
    : [];
const path = () => join(folder(), files()[0] as string);
const note = (request = ["a.tar.gz", "first"], work = WORK) => new Notes(home).of(work, request);

test("what was sent is on disk at once, for every process; neither its name nor its text tells of it", async () => {
  expect(await note().sent()).toBeUndefined();
  expect(await note().write()).toBe("written");
  expect(await note().sent()).toMatch(TIME);
  expect(files()).toEqual([expect.stringMatching(/^[0-9a-f]{32}\/[0-9a-f]{32}\.json$/)]);
  expect(JSON.parse(readFileSync(path(), "utf8"))).toEqual({ sent: expect.stringMatching(TIME) });
});

test("it is of one request for one kind of work on one object", async () => {
  await note().write();
  for (const other of [
    note(["b.tar.gz", "first"]),
    note(["a.tar.gz", "second"]),
    note(["a.tar.gzfirst", ""]),
    note(undefined, ["https://example.com/v1", "2", "restore"]),
    note(undefined, ["https://example.org/v1", "1", "restore"]),
    note(undefined, ["https://example.com/v1", "1", "reinstallation"]),
  ]) {
    expect(await other.sent()).toBeUndefined();
  }
});

test("of several that write it at once, one does; the others find it, and leave it as it is", async () => {
  const outcomes = await Promise.all([note().write(), note(["b.tar.gz", "first"]).write(), note().write()]);
  expect(outcomes.filter((one) => one === "written")).toHaveLength(2);
  expect(outcomes.filter((one) => one === "found")).toHaveLength(1);
  const before = await note().sent();
  expect(await note().write()).toBe("found");
  expect(await note().sent()).toBe(before);
  expect(files()).toHaveLength(2);
});

test("all that were sent for the same work are told together", async () => {
  expect(await note().allSent()).toEqual([]);
  await note().write();
  await note(["b.tar.gz", "second"]).write();
  await note(undefined, ["other work"]).write();
  expect(await note(["c.tar.gz", "third"]).allSent()).toEqual([
    expect.stringMatching(TIME),
    expect.stringMatching(TIME),
  ]);
});

test("it ends with a state that learnt of it, and not with one from before", async () => {
  await note().write();
  note().end(EARLY);
  expect(await note().sent()).toMatch(TIME);
  note(["b.tar.gz", "first"]).end(LATE);
  expect(await note().sent()).toMatch(TIME);
  note().end((await note().sent()) as string);
  expect(await note().sent()).toBeUndefined();
  note().end(LATE);
});

test("it is taken back, also where there is none", async () => {
  await note().write();
  await note().remove();
  expect(await note().sent()).toBeUndefined();
  await note().remove();
});

test.each(["", "{", '{"sent":7}', '{"sent":"yesterday"}'])(
  "text that cannot be read is of a request sent some time: %s",
  async (text) => {
    await note().write();
    writeFileSync(path(), text);
    expect(await note().sent()).toBe(UNREADABLE);
    expect(await note().write()).toBe("found");
    note().end(EARLY);
    expect(await note().sent()).toBeUndefined();
  },
);

test("a file that cannot be opened stops: it says where, and what to do", async () => {
  await note().write();
  const file = path();
  rmSync(file);
  mkdirSync(file);
  await expect(note().sent()).rejects.toThrow(/cannot be read: .*\.json \(EISDIR\)\. Nothing was sent\. Give /);
  expect(await note().allSent()).toEqual([]);
  expect(() => note().end(LATE)).not.toThrow();
});

test.each([
  ["is no folder", () => writeFileSync(join(home, "pulumi-vps"), "")],
  ["leads nowhere", () => symlinkSync(join(home, "missing", "missing"), join(home, "pulumi-vps"))],
])("a place that %s: nothing is noted, and the reason is told", async (_what, spoil) => {
  spoil();
  expect(await note().sent()).toBeUndefined();
  expect(await note().write()).toEqual({ problem: expect.stringMatching(/cannot be written \(E[A-Z]+\)/) });
  await note().remove();
});

test("without a home nothing is noted, and that is told", async () => {
  const homeless = new Notes(undefined).of(WORK, []);
  expect(await homeless.write()).toEqual({ problem: "the home folder is not known" });
  expect(await homeless.sent()).toBeUndefined();
  expect(await homeless.allSent()).toEqual([]);
  homeless.end(LATE);
  await homeless.remove();
});
