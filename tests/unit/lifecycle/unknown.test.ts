import { isUnknown, UNKNOWN } from "../../../provider/lifecycle/unknown";

test("the engine's word for a value not known yet", () => {
  expect(UNKNOWN).toBe("04da6b54-80e4-46f7-96ec-b56ff0331ba9");
});

test.each([
  ["itself", UNKNOWN, true],
  ["in a list", ["a", UNKNOWN], true],
  ["in an object", { a: { b: [{ c: UNKNOWN }] } }, true],
  ["as part of a text", `x${UNKNOWN}`, false],
  ["nothing", undefined, false],
  ["null", null, false],
  ["a number", 5, false],
  ["an empty list", [], false],
])("%s", (_, value, expected) => {
  expect(isUnknown(value)).toBe(expected);
});
