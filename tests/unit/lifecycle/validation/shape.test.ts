import { z } from "zod";
import { rootOf, shapeIssues } from "../../../../provider/lifecycle/validation/shape";

const box = {
  name: "Box",
  schema: z.object({
    name: z.string("must be a text"),
    tags: z.array(z.string("must be a text")).optional(),
    size: z.object({ width: z.number("must be a number") }).optional(),
  }),
};

test.each<[Record<string, unknown>, [string, string][]]>([
  [{ name: "a", tags: ["b"], size: { width: 1 } }, []],
  [{}, [["name", "is required"]]],
  [{ name: undefined }, [["name", "is required"]]],
  [{ name: 1 }, [["name", "must be a text"]]],
  [{ name: "a", tags: ["b", 2] }, [["tags.1", "must be a text"]]],
  [{ name: "a", size: {} }, [["size.width", "must be a number"]]],
  [
    { name: "a", color: "red", weight: 1 },
    [
      ["color", "is not an argument of Box, which has name, tags, size"],
      ["weight", "is not an argument of Box, which has name, tags, size"],
    ],
  ],
])("%j", (values, issues) => {
  expect(shapeIssues(box, values).map(({ argument, problem }) => [argument, problem])).toEqual(issues);
});

test("what takes no arguments says so", () => {
  expect(shapeIssues({ name: "getBoxes", schema: z.object({}) }, { size: 1 })).toEqual([
    { argument: "size", problem: "is not an argument of getBoxes, which has none" },
  ]);
});

test.each([
  ["name", "name"],
  ["tags.1", "tags"],
])("%s belongs to %s", (argument, root) => {
  expect(rootOf(argument)).toBe(root);
});

test("a schema that refuses what it does not know is made once, since zod compiles each", () => {
  const schema = z.object({ name: z.string() });
  const strict = jest.spyOn(schema, "strict");
  for (const name of ["a", "b"]) expect(shapeIssues({ name: "Box", schema }, { name, color: "red" })).toHaveLength(1);
  expect(strict).toHaveBeenCalledTimes(1);
});
