import { CONNECTIONS } from "../../provider/hosters";
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

test("no name stands for two things, whose ever they are", () => {
  for (const part of ["resources", "functions", "settings"] as const) {
    const names = Object.values(HOSTERS).flatMap((hoster) => Object.keys(hoster[part]));
    expect(new Set(names).size).toBe(names.length);
  }
});
