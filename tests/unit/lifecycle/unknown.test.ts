import { isUnknown, UNKNOWN } from "../../../provider/lifecycle/unknown";

test.each([
  ["itself", UNKNOWN, true],
  ["in a list", ["a", UNKNOWN], true],
  ["in an object", { a: { b: [{ c: UNKNOWN }] } }, true],
  ["an object like it", {}, false],
  ["nothing", undefined, false],
  ["null", null, false],
  ["a number", 5, false],
  ["an empty list", [], false],
])("%s", (_, value, expected) => {
  expect(isUnknown(value)).toBe(expected);
});
