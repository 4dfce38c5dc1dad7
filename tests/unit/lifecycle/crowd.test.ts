import { Crowd } from "../../../provider/lifecycle/crowd";

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

/** Whether the promise is settled once everything that can go on has gone on. */
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
  const crowd = new Crowd();
  const outcomes = await Promise.allSettled([
    crowd.join(async () => 1),
    crowd.join(() => Promise.reject(new Error("refused"))),
    crowd.join(async () => 3),
  ]);
  expect(outcomes).toMatchObject([{ value: 1 }, { reason: { message: "refused" } }, { value: 3 }]);
});

test("where nobody is at work, it is gone at once", async () => {
  const crowd = new Crowd();
  expect(await isSettled(crowd.gone())).toBe(true);
  await crowd.join(async () => {});
  expect(await isSettled(crowd.gone())).toBe(true);
});

test("it is gone when the last one is, however it ended, also one that came meanwhile", async () => {
  const crowd = new Crowd();
  const [first, second, late] = [held(), held(), held()];
  const firstDone = crowd.join(first.work);
  const secondDone = crowd.join(second.work);
  const gone = crowd.gone();
  first.end(undefined);
  await firstDone;
  expect(await isSettled(gone)).toBe(false);
  const lateDone = crowd.join(late.work);
  second.fail(new Error("refused"));
  await expect(secondDone).rejects.toThrow("refused");
  expect(await isSettled(gone)).toBe(false);
  late.end(undefined);
  await lateDone;
  expect(await isSettled(gone)).toBe(true);
});
