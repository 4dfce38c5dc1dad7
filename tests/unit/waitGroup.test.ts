import { WaitGroup } from "../../provider/waitGroup";

/** Work that ends when told to. */
function held<T>() {
  let end: (result: T) => void = () => {};
  let fail: (error: Error) => void = () => {};
  const promise = new Promise<T>((resolve, reject) => {
    end = resolve;
    fail = reject;
  });
  return { work: () => promise, end: (result: T) => end(result), fail: (error: Error) => fail(error) };
}

/** Whether the promise is settled once everything that can go on has waited on. */
async function isSettled(promise: Promise<unknown>): Promise<boolean> {
  let settled = false;
  const note = () => {
    settled = true;
  };
  promise.then(note, note);
  await new Promise((resolve) => setImmediate(resolve));
  return settled;
}

test("each gets the outcome of its own work", async () => {
  const group = new WaitGroup();
  const outcomes = await Promise.allSettled([
    group.run(async () => 1),
    group.run(() => Promise.reject(new Error("refused"))),
    group.run(async () => 3),
  ]);
  expect(outcomes).toMatchObject([{ value: 1 }, { reason: { message: "refused" } }, { value: 3 }]);
});

test("where nobody is at work, the wait is over at once", async () => {
  const group = new WaitGroup();
  expect(await isSettled(group.wait())).toBe(true);
  await group.run(async () => {});
  expect(await isSettled(group.wait())).toBe(true);
});

test("the wait is over when the last one is done, however it ended, also one that came meanwhile", async () => {
  const group = new WaitGroup();
  const [first, second, late] = [held(), held(), held()];
  const firstDone = group.run(first.work);
  const secondDone = group.run(second.work);
  const waited = group.wait();
  first.end(undefined);
  await firstDone;
  expect(await isSettled(waited)).toBe(false);
  const lateDone = group.run(late.work);
  second.fail(new Error("refused"));
  await expect(secondDone).rejects.toThrow("refused");
  expect(await isSettled(waited)).toBe(false);
  late.end(undefined);
  await lateDone;
  expect(await isSettled(waited)).toBe(true);
});

test("those that come after all have ended are waited for, too", async () => {
  const group = new WaitGroup();
  await group.run(async () => {});
  const again = held();
  const done = group.run(again.work);
  const waited = group.wait();
  expect(await isSettled(waited)).toBe(false);
  again.end(undefined);
  await done;
  expect(await isSettled(waited)).toBe(true);
});
