import { z } from "zod";
import { shapeIssues } from "../../../../provider/lifecycle/validation/shape";
import { FUNCTIONS, RESOURCES } from "../../../../provider/registry";

const problems = (schema: z.ZodType, value: unknown) =>
  shapeIssues({ name: "Thing", schema: z.object({ it: schema }) }, { it: value }).map(
    ({ argument, problem }) => `${argument} ${problem}`,
  );

describe("a value of a wrong kind: what is allowed, and of which kind it is", () => {
  test.each<[string, z.ZodType, unknown]>([
    ["it must be a string, not a number", z.string(), 5],
    ["it must be a string, not a boolean", z.string(), false],
    ["it must be a list, not a string", z.array(z.string()), "m4rk3d"],
    ["it.1 must be a string, not a number", z.array(z.string()), ["a", 5]],
    ["it.0 must be a string, not null", z.array(z.string()), [null]],
    ["it must be a boolean, not a string", z.boolean(), "m4rk3d"],
    ["it must be a number, not a string", z.number(), "5"],
    ["it must be a number, not a list", z.int(), [5]],
    ["it must be a whole number", z.int(), 1.5],
    ["it must be at most 9007199254740991", z.int(), 1e20],
    ["it must be at least 1", z.number().min(1), 0],
    ["it must be a string, not a list", z.string().min(1, "must not be empty"), []],
    ["it must be a number", z.number(), Number.NaN],
    ["it must be an object, not a list", z.record(z.string(), z.string()), ["m4rk3d"]],
    ["it.one must be a string, not an object", z.record(z.string(), z.string()), { one: { two: "m4rk3d" } }],
    ['it must be "on" or "off"', z.enum(["on", "off"]), "m4rk3d"],
    ["it must be one of a, b, c", z.enum(["a", "b", "c"]), 5],
    ["it must be one of 120, 300, 600", z.literal([120, 300, 600]), 5],
    ["it must be the name of a cat", z.string("must be the name of a cat"), 5],
  ])("%s", (problem, schema, value) => {
    expect(problems(schema, value)).toEqual([problem]);
  });
});

/** Of every kind, inside the usual bounds and beyond. */
const WRONG: unknown[] = [
  "",
  " ",
  "m4rk3d\0",
  "m4rk3d".repeat(9_000),
  -987_654,
  1.25,
  987_654_321_987,
  Number.NaN,
  true,
  [],
  ["m4rk3d\0"],
  [[987_654]],
  {},
  { m4rk3d: "m4rk3d\0" },
  { "m4rk3d ": 987_654 },
];

describe.each([...RESOURCES, ...FUNCTIONS].map((one) => [one.name, one.schema] as const))(
  "%s",
  (name, schema: z.ZodObject) => {
    const argumentNames = Object.keys(schema.shape);

    test("every mistake in an argument is told in our own words, without the value", () => {
      const issues = argumentNames.flatMap((argument) =>
        WRONG.flatMap((value) => shapeIssues({ name, schema }, { [argument]: value })),
      );
      for (const { problem } of issues) {
        expect(problem).toMatch(/^(must|is|ends) /);
        expect(problem).not.toMatch(/invalid|too (small|big)|expected|received|documented form|m4rk3d|987/i);
      }
    });

    test("no argument takes all of that", () => {
      for (const argument of argumentNames) {
        const found = WRONG.flatMap((value) => shapeIssues({ name, schema }, { [argument]: value }));
        expect(found.map((issue) => issue.argument.split(".")[0])).toContain(argument);
      }
    });
  },
);
