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
import { Journal } from "../../../provider/lifecycle/journal";

const BEGUN = "2026-03-01T12:00:00.000Z";
const LATER = "2026-03-01T12:05:00.000Z";
const NOW = "2026-03-01T13:00:00.000Z";
const OBJECT = ["https://example.com/v1", "1"];

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "pulumi-vps-journal-"));
});
afterEach(() => rmSync(home, { recursive: true }));

const folder = () => join(home, "pulumi-vps", "journal");
const files = () =>
  existsSync(folder())
    ? readdirSync(folder(), { recursive: true, encoding: "utf8" }).filter((name) => name.includes("/"))
    : [];
const page = (owner = "mine", object = OBJECT, work = "restore") => new Journal(home).page(object, work, owner);

test("what was begun is on disk at once, for every process; its name tells nothing of it", async () => {
  expect(await page().begun(NOW)).toBeUndefined();
  expect(await page().open(BEGUN)).toBeUndefined();
  expect(await page().begun(NOW)).toBe(BEGUN);
  await page().open(LATER);
  expect(await page().begun(NOW)).toBe(LATER);
  expect(files()).toEqual([expect.stringMatching(/^[0-9a-f]{32}\/[0-9a-f]{32}\.json$/)]);
  expect(JSON.parse(readFileSync(join(folder(), files()[0] as string), "utf8"))).toEqual({
    work: "restore",
    begun: LATER,
  });
});

test("a page is of one kind of work on one object", async () => {
  await page().open(BEGUN);
  for (const other of [
    page("mine", ["https://example.com/v1", "2"]),
    page("mine", ["https://example.org/v1", "1"]),
    page("mine", OBJECT, "reinstallation"),
  ]) {
    expect(await other.begun(NOW)).toBeUndefined();
    expect(await other.untold(NOW)).toBeUndefined();
  }
});

describe("resources of several stacks", () => {
  test("none changes what another one noted", async () => {
    await page("theirs").open(BEGUN);
    expect(await page().begun(NOW)).toBeUndefined();
    await page().takeBack();
    await page().open(LATER);
    expect(await page("theirs").begun(NOW)).toBe(BEGUN);
    await page().takeOver(NOW);
    await page().close(NOW);
    expect(await page("theirs").begun(NOW)).toBe(BEGUN);
  });

  test("a new one is told of what any of them began, and the next one is not", async () => {
    await page("theirs").open(BEGUN);
    await page("others").open(LATER);
    expect(await page().untold(NOW)).toBe(LATER);
    await page().takeOver(NOW);
    // Its own, until it leaves the stack: the end of this run may not reach its state.
    expect(await page("next").untold(NOW)).toBe(NOW);
    await page().close(NOW);
    expect(await page("next").untold(NOW)).toBeUndefined();
    expect(await page("next").left()).toBe(NOW);
  });

  test("one that leaves takes along only what its state knew of", async () => {
    await page().open(LATER);
    await page().close(BEGUN);
    expect(await page("next").untold(NOW)).toBe(LATER);
    expect(await page("next").left()).toBe(BEGUN);
    await page("theirs").close(LATER);
    await page("others").close(BEGUN);
    expect(await page("next").left()).toBe(LATER);
  });
});

test("taken back, it was not begun, and what was begun before counts again", async () => {
  const [first, second] = [page(), page()];
  await first.open(BEGUN);
  await second.open(LATER);
  await second.takeBack();
  expect(await page().begun(NOW)).toBe(BEGUN);
  await first.takeBack();
  await first.takeBack();
  expect(await page().begun(NOW)).toBeUndefined();
  expect(files()).toEqual([]);
});

test.each(["", '{"work":"rest', '{"begun":1}', '{"work":"restore","begun":""}', "[]"])(
  "a note that holds %j is one of now, and stays of then",
  async (text) => {
    await page().open(BEGUN);
    for (const ask of [() => page().begun(NOW), () => page("next").untold(NOW)]) {
      writeFileSync(join(folder(), files()[0] as string), text);
      expect(await ask()).toBe(NOW);
      expect(await page().begun("2026-04-01T00:00:00.000Z")).toBe(NOW);
    }
    writeFileSync(join(folder(), files()[0] as string), text);
    await page().close(NOW);
    expect(await page("next").untold(NOW)).toBe(NOW);
  },
);

test("what a killed process had not written to its end does not count, and hides nothing", async () => {
  await page().open(BEGUN);
  writeFileSync(join(folder(), `${files()[0]}.4711`), '{"work":"rest');
  expect(await page().begun(NOW)).toBe(BEGUN);
  expect(await page("next").untold(NOW)).toBe(BEGUN);
});

describe("what can be neither read nor replaced", () => {
  const CURE = /Nothing was begun\. Give the folder to the user who runs Pulumi; or remove it, if/;

  test("a note: every resource is refused, until the cure that is named, and nobody else notices", async () => {
    await page().open(BEGUN);
    const [file = ""] = files().map((name) => join(folder(), name));
    rmSync(file);
    mkdirSync(join(file, "something"), { recursive: true });
    for (const ask of [() => page().begun(NOW), () => page("next").untold(NOW)]) {
      await expect(ask()).rejects.toThrow(/cannot be read, and .*journal\/[0-9a-f]{32} cannot be written \(EISDIR\)/);
      await expect(ask()).rejects.toThrow(CURE);
    }
    await page("next").takeOver(NOW);
    await page().close(NOW);
    expect(await page("next").begun(NOW)).toBe(NOW);
    rmSync(join(file, ".."), { recursive: true });
    expect(await page().begun(NOW)).toBeUndefined();
    expect(await page("next").untold(NOW)).toBeUndefined();
  });

  test("the folder", async () => {
    mkdirSync(join(home, "pulumi-vps"));
    symlinkSync("journal", folder());
    for (const ask of [() => page().begun(NOW), () => page().untold(NOW)]) {
      await expect(ask()).rejects.toThrow(/ELOOP/);
      await expect(ask()).rejects.toThrow(CURE);
    }
    rmSync(folder());
    expect(await page().untold(NOW)).toBeUndefined();
  });
});

test("where nothing can be written, it says why, and nothing else fails", async () => {
  const nowhere = join(home, "file");
  writeFileSync(nowhere, "");
  for (const [place, why] of [
    [nowhere, /^.*file\/pulumi-vps\/journal\/[0-9a-f]{32} cannot be written \(ENOTDIR\)$/],
    [undefined, /^no home folder is known$/],
  ] as const) {
    const mine = new Journal(place).page(["1"], "restore", "mine");
    expect(await mine.open(BEGUN)).toMatch(why);
    expect(await mine.begun(NOW)).toBeUndefined();
    expect(await mine.untold(NOW)).toBeUndefined();
    await mine.takeOver(NOW);
    await mine.close(NOW);
    await mine.takeBack();
    expect(await mine.left()).toBeUndefined();
  }
  expect(readFileSync(nowhere, "utf8")).toBe("");
});
