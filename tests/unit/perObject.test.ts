import { perObject } from "../../provider/perObject";

test("what is worked out of an object is worked out once, also where nothing comes of it", () => {
  const workOut = jest.fn(({ size }: { size?: number }) => size);
  const sizeOf = perObject(workOut);
  const [some, none] = [{ size: 3 }, {}];
  expect([some, none, some, none].map(sizeOf)).toEqual([3, undefined, 3, undefined]);
  expect(workOut.mock.calls).toEqual([[some], [none]]);
});
