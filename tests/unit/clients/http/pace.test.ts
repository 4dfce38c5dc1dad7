import { pace } from "../../../../provider/clients/http/pace";

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

// Node's own promises of timers are not faked.
jest.mock("node:timers/promises", () => ({
  setTimeout: (ms: number) => new Promise((resolve) => setTimeout(resolve, ms)),
}));

test("one after the other, in their order, a pause apart; after a long pause at once", async () => {
  const turn = pace(1);
  const begun: string[] = [];
  const take = (name: string) => void turn().then(() => begun.push(name));
  for (const name of ["a", "b", "c"]) take(name);
  await jest.advanceTimersByTimeAsync(0);
  expect(begun).toEqual(["a"]);
  await jest.advanceTimersByTimeAsync(999);
  expect(begun).toEqual(["a"]);
  await jest.advanceTimersByTimeAsync(1);
  expect(begun).toEqual(["a", "b"]);
  await jest.advanceTimersByTimeAsync(1000);
  expect(begun).toEqual(["a", "b", "c"]);
  await jest.advanceTimersByTimeAsync(5000);
  take("d");
  await jest.advanceTimersByTimeAsync(0);
  expect(begun).toEqual(["a", "b", "c", "d"]);
});
