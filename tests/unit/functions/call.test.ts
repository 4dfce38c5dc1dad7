import { z } from "zod";
import { HttpError } from "../../../provider/errors/httpError";
import { VpsError } from "../../../provider/errors/vpsError";
import { callFunction } from "../../../provider/functions/call";
import { defineFunction } from "../../../provider/functions/contract";
import { failureOf } from "../support/errors";
import { offlineRun } from "../support/run";

interface Args {
  name: string;
  list?: string[];
}

/** A function that counts how often it asks. */
function counting(get: (args: Args) => Promise<object> = async ({ name }) => ({ name })) {
  const asked: Args[] = [];
  const definition = defineFunction<Args, object>({
    name: "getThing",
    hoster: "vpsorg",
    schema: z.object({ name: z.string("must be a string"), list: z.array(z.string()).exactOptional() }),
    get: async (args) => {
      asked.push(args);
      return get(args);
    },
  });
  const runtime = offlineRun();
  return { asked, call: (values: object) => callFunction(definition, runtime, values) };
}

test("the same arguments ask once, at the same time and later; in any order, and with null for what is left out", async () => {
  const { asked, call } = counting();
  await Promise.all([call({ name: "a", list: ["b"] }), call({ list: ["b"], name: "a" })]);
  await call({ name: "a", list: ["b"] });
  expect(asked).toEqual([{ name: "a", list: ["b"] }]);
  await call({ name: "a" });
  await call({ name: "a", list: null });
  expect(asked).toHaveLength(2);
});

test("other arguments, and another run, ask anew", async () => {
  const one = counting();
  await one.call({ name: "a" });
  await one.call({ name: "b" });
  const other = counting();
  await other.call({ name: "a" });
  expect([one.asked.length, other.asked.length]).toEqual([2, 1]);
});

test("an answer is remembered for 30 seconds", async () => {
  const now = jest.spyOn(performance, "now").mockReturnValue(1_000);
  const { asked, call } = counting();
  await call({ name: "a" });
  now.mockReturnValue(31_000);
  await call({ name: "a" });
  expect(asked).toHaveLength(1);
  now.mockReturnValue(31_001);
  await call({ name: "a" });
  expect(asked).toHaveLength(2);
  now.mockRestore();
});

test("a failure is not remembered", async () => {
  const failures: Error[] = [new HttpError("server", "503")];
  const { asked, call } = counting(async () => {
    const failure = failures.pop();
    if (failure) throw failure;
    return { ok: true };
  });
  const [first, second] = await Promise.allSettled([call({ name: "a" }), call({ name: "a" })]);
  expect([first.status, second.status]).toEqual(["rejected", "rejected"]);
  expect(await call({ name: "a" })).toEqual({ ok: true });
  expect(asked).toHaveLength(2);
});

test("what a program does to its answer is not the next caller's", async () => {
  const { call } = counting(async () => ({ list: ["a"] }));
  const mine = (await call({ name: "a" })) as { list: string[] };
  mine.list.push("b");
  expect(await call({ name: "a" })).toEqual({ list: ["a"] });
});

test.each([
  [{}, "name: is required"],
  [{ name: null }, "name: is required"],
  [{ name: { s3cret: "s3cret" } }, "name: must be a string"],
  [{ name: "a", nmae: "s3cret" }, "nmae: is not an argument of getThing, which has name, list"],
  [{ list: ["a", 5] }, "name: is required; list.1: must be a string, not a number"],
])("%j: %s", async (values, message) => {
  const { asked, call } = counting();
  const error = await failureOf(call(values), VpsError);
  expect([error.code, error.message]).toEqual(["invalid-arguments", message]);
  expect(asked).toEqual([]);
});
