import { z } from "zod";
import {
  lenientNumber,
  lenientPage,
  lenientText,
  lenientTexts,
  lenientThing,
  lenientThingBy,
  lenientThings,
} from "../../../provider/clients/lenient";

const thing = lenientThing({ name: lenientText, size: lenientNumber });
const known = lenientThingBy(["id"], { id: lenientText, name: lenientText });

const failing = (shape: z.ZodType, answer: unknown) =>
  z.prettifyError(shape.safeParse(answer).error ?? new z.ZodError([]));

describe("an answer about one thing", () => {
  test.each([
    [
      { name: "a", size: 5, more: true },
      { name: "a", size: 5 },
    ],
    [{ name: null }, { name: "", size: undefined }],
    [{ size: "5" }, { name: "", size: 5 }],
    [{ size: [] }, { name: "", size: undefined }],
  ])("%j has one of its fields, and is read as far as it goes", (answer, read) => {
    expect(thing.parse(answer)).toEqual(read);
  });

  test.each([
    [{}],
    [{ detail: "s3cret" }],
    [{ s3cret: 1 }],
    [[]],
    [[{ name: "a" }]],
    [null],
    [undefined],
    ["s3cret"],
    [5],
  ])("%j is none", (answer) => {
    expect(failing(thing, answer)).toMatch(/^✖ must (be an object|hold name or size)$/);
  });

  test("may be known by its id alone", () => {
    expect(known.parse({ id: 5 })).toEqual({ id: "5", name: "" });
    expect(failing(known, { name: "a" })).toBe("✖ must hold id");
  });
});

test.each([
  [
    ["a", 5, "", null, { id: "b" }, ["c"]],
    ["a", "5"],
  ],
  [{ "0": "a", "3": "b" }, ["a", "b"]], // how PHP writes one with gaps
  [null, []],
  [undefined, []],
  ["a", []],
])("%j, a list of text somewhere in an answer, is %j", (list, read) => {
  expect(lenientTexts.parse(list)).toEqual(read);
});

describe("an answer that is a list of things", () => {
  const list = lenientThings(known);

  test.each([
    [
      [{ id: 1 }, null, { id: 2 }],
      ["1", "2"],
    ],
    [{ "0": { id: 1 }, "3": { id: 2 } }, ["1", "2"]], // how PHP writes one with gaps
    [[], []],
    [{}, []],
    [null, []],
  ])("%j", (answer, ids) => {
    expect(list.parse(answer).map(({ id }) => id)).toEqual(ids);
  });

  test.each([
    [{ detail: "s3cret" }, "must be a list"],
    [{ count: 0, results: [] }, "must be a list"],
    ["s3cret", "must be a list"],
    [[1], "must be an object\n  → at [0]"],
    [[{ id: 1 }, { name: "s3cret" }], "must hold id\n  → at [1]"],
    [[[]], "must be an object\n  → at [0]"],
  ])("%j is none", (answer, problem) => {
    expect(failing(list, answer)).toBe(`✖ ${problem}`);
  });
});

describe("an answer that is a page of a list", () => {
  const page = lenientPage(known);
  const one = [{ id: "1", name: "" }];

  test.each([
    [
      { count: 1, next: null, results: [{ id: 1 }] },
      { count: 1, results: one },
    ],
    [
      { count: "1", results: [{ id: 1 }] },
      { count: 1, results: one },
    ],
    [[{ id: 1 }], { count: undefined, results: one }],
    [
      { count: null, results: null },
      { count: undefined, results: [] },
    ],
    [null, { count: undefined, results: [] }],
    [{}, { count: undefined, results: [] }],
  ])("%j", (answer, read) => {
    expect(page.parse(answer)).toEqual(read);
  });

  test.each([
    [{ detail: "s3cret" }, "must be a page of a list"],
    ["s3cret", "must be a page of a list"],
    [[1], "must be an object\n  → at results[0]"],
    [{ results: { detail: "s3cret" } }, "must be a list\n  → at results"],
  ])("%j is none", (answer, problem) => {
    expect(failing(page, answer)).toBe(`✖ ${problem}`);
  });
});
