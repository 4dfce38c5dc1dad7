import { ListCache } from "../../../../provider/lifecycle/runtime/listCache";
import type { Listing } from "../../../../provider/lifecycle/runtime/listing";

let now: number;
let cache: ListCache<string>;
/** What the kept list of a zone holds. */
const listed = async (zone: string, ask: () => Promise<readonly string[]>) => [...(await cache.get(zone, ask))];
beforeEach(() => {
  now = 1_000_000;
  cache = new ListCache<string>(
    (text) => text,
    () => now,
  );
});

/** A list that is answered when the test says so. */
function pendingList() {
  let answer: (items: string[]) => void = () => undefined;
  let fail: (error: Error) => void = () => undefined;
  const ask = jest.fn(
    () =>
      new Promise<readonly string[]>((resolve, reject) => {
        answer = resolve;
        fail = reject;
      }),
  );
  return { ask, answer: (items: string[]) => answer(items), fail: (error: Error) => fail(error) };
}

const add = (item: string) => (list: Listing<string>) => list.put(item);

test("many that need a list at the same time ask once", async () => {
  const { ask, answer } = pendingList();
  const gets = [listed("zone", ask), listed("zone", ask), listed("zone", ask)];
  answer(["a"]);
  expect(await Promise.all(gets)).toEqual([["a"], ["a"], ["a"]]);
  expect(ask).toHaveBeenCalledTimes(1);
});

test("each key is a list of its own", async () => {
  expect(await listed("one", async () => ["a"])).toEqual(["a"]);
  expect(await listed("two", async () => ["b"])).toEqual(["b"]);
  cache.learn("one", add("c"));
  expect(await listed("one", async () => [])).toEqual(["a", "c"]);
  expect(await listed("two", async () => [])).toEqual(["b"]);
});

test("a list lives 30 seconds from when it was asked for", async () => {
  const ask = jest.fn(async () => ["a"]);
  await cache.get("zone", ask);
  now += 30_000;
  await cache.get("zone", ask);
  expect(ask).toHaveBeenCalledTimes(1);
  now += 1;
  await cache.get("zone", ask);
  expect(ask).toHaveBeenCalledTimes(2);
});

test("our own writes are learnt without a new list", async () => {
  const ask = jest.fn(async () => ["a", "b"]);
  await cache.get("zone", ask);
  cache.learn("zone", add("c"));
  cache.learn("zone", (list) => list.remove("a"));
  expect(await listed("zone", ask)).toEqual(["b", "c"]);
  expect(ask).toHaveBeenCalledTimes(1);
});

test("a write that succeeds while the list is under way is learnt, whether the list already had it or not", async () => {
  for (const items of [["a"], ["a", "b"]]) {
    const { ask, answer } = pendingList();
    cache.drop("zone");
    const answered = listed("zone", ask);
    cache.learn("zone", add("b"));
    answer(items);
    expect(await answered).toEqual(["a", "b"]);
    expect(await listed("zone", ask)).toEqual(["a", "b"]);
  }
});

test("what is learnt ends with the list it was learnt for", async () => {
  await cache.get("zone", async () => ["a"]);
  cache.learn("zone", add("b"));
  now += 30_001;
  expect(await listed("zone", async () => ["a"])).toEqual(["a"]);
});

test("learning without a list is nothing", async () => {
  cache.learn("zone", add("b"));
  expect(await listed("zone", async () => ["a"])).toEqual(["a"]);
});

test("a dropped list is asked for again", async () => {
  const ask = jest.fn(async () => ["a"]);
  await cache.get("zone", ask);
  cache.drop("zone");
  await cache.get("zone", ask);
  expect(ask).toHaveBeenCalledTimes(2);
});

test("an error reaches everybody who waits and is not kept", async () => {
  const { ask, fail } = pendingList();
  const gets = [cache.get("zone", ask), cache.get("zone", ask)];
  fail(new Error("503"));
  for (const result of await Promise.allSettled(gets)) expect(result).toMatchObject({ reason: new Error("503") });
  expect(await listed("zone", async () => ["a"])).toEqual(["a"]);
});

test("the late error of a dropped list does not drop its successor", async () => {
  const first = pendingList();
  const failed = cache.get("zone", first.ask);
  cache.drop("zone");
  const ask = jest.fn(async () => ["a"]);
  await cache.get("zone", ask);
  first.fail(new Error("503"));
  await expect(failed).rejects.toThrow("503");
  await cache.get("zone", ask);
  expect(ask).toHaveBeenCalledTimes(1);
});

test("what the list was made of is not what is kept", async () => {
  const mine = ["a"];
  await cache.get("zone", async () => mine);
  mine.push("b");
  expect(await listed("zone", async () => [])).toEqual(["a"]);
});

test("who holds a list sees what is learnt, and only of that list", async () => {
  const held = await cache.get("zone", async () => ["a"]);
  cache.learn("zone", add("b"));
  await cache.get("zone", async () => []);
  expect([...held]).toEqual(["a", "b"]);
  cache.drop("zone");
  await cache.get("zone", async () => ["a"]);
  cache.learn("zone", add("c"));
  expect(await listed("zone", async () => [])).toEqual(["a", "c"]);
  expect([...held]).toEqual(["a", "b"]);
});
