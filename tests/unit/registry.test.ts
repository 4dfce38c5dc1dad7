import { CONNECTIONS } from "../../provider/hosters";
import { mergedOf } from "../../provider/merged";
import { HOSTERS } from "../../provider/registry";

test("every hoster that can be reached says what it offers", () => {
  expect(Object.keys(HOSTERS)).toEqual(Object.keys(CONNECTIONS));
});

test.each(Object.entries(HOSTERS))("what %s offers is asked of it, and listed by its own name", (name, hoster) => {
  for (const [key, resource] of Object.entries(hoster.resources)) {
    expect([resource.hoster, resource.name]).toEqual([name, key.charAt(0).toUpperCase() + key.slice(1)]);
  }
  for (const [key, definition] of Object.entries(hoster.functions)) {
    expect([definition.hoster, definition.name]).toEqual([name, key]);
  }
});

test("no name stands for two things", () => {
  expect(mergedOf([{ a: 1 }, { b: 2 }])).toEqual({ a: 1, b: 2 });
  expect(() => mergedOf([{ a: 1 }, { a: 2 }])).toThrow(TypeError);
});
