import { PointBudget } from "../../../../provider/clients/kiwivm/budget";
import type { PointsLeft } from "../../../../provider/clients/kiwivm/schemas";
import { HttpError } from "../../../../provider/errors/httpError";
import { VpsError } from "../../../../provider/errors/vpsError";
import { inOneTry, operation } from "../../../../provider/operation";
import { waitFor } from "../../../../provider/wait";
import { useClock } from "../../support/clock";
import { failureOf } from "../../support/errors";

const clock = useClock();
const PLENTY = 20_000;
let lines: string[];
beforeEach(() => {
  lines = [];
});

/** A budget whose machine has so many points for 15 minutes left at each question; the last one stays. */
function budgetOf(told: (number | Partial<PointsLeft> | Error)[], timeoutSeconds?: number) {
  const ask = jest.fn(async (): Promise<PointsLeft> => {
    const next = told[Math.min(ask.mock.calls.length, told.length) - 1] ?? 0;
    if (next instanceof Error) throw next;
    return { quarterHour: PLENTY, day: PLENTY, ...(typeof next === "number" ? { quarterHour: next } : next) };
  });
  const pace = { pollSeconds: 5, timeoutSeconds };
  const budget = new PointBudget("123", {
    ask,
    waitFor: (wait) => waitFor(wait, pace, (line) => lines.push(line)),
    pauseSeconds: 180,
    timeoutSeconds: () => timeoutSeconds,
  });
  return { budget, ask };
}

async function take(budget: PointBudget, times: number): Promise<void> {
  for (let count = 0; count < times; count++) await budget.take();
}

test("asks before the first request, and again when half of what may be spent is spent", async () => {
  const { budget, ask } = budgetOf([110]);
  await take(budget, 50);
  expect(ask).toHaveBeenCalledTimes(1);
  await take(budget, 1);
  expect(ask).toHaveBeenCalledTimes(2);
  expect([clock.seconds, lines]).toEqual([0, []]);
});

test("many at the same time ask once, and none spends what another one has", async () => {
  const { budget, ask } = budgetOf([14, 1000]);
  await Promise.all([1, 2, 3].map(() => budget.take()));
  expect(ask).toHaveBeenCalledTimes(2);
});

test("is asked for without hurry, also by who has none to wait: what it tells counts for all", async () => {
  const hurries: unknown[] = [];
  const { budget, ask } = budgetOf([1000]);
  const told = ask.getMockImplementation() as () => Promise<PointsLeft>;
  ask.mockImplementation(() => {
    hurries.push(operation().isOneTry);
    return told();
  });
  await inOneTry(60, () => budget.take());
  expect(hurries).toEqual([false]);
});

test("the window with fewer points counts", async () => {
  const { budget, ask } = budgetOf([{ quarterHour: 1000, day: 14 }]);
  await take(budget, 2);
  expect(ask).toHaveBeenCalledTimes(1);
  await take(budget, 1);
  expect(ask).toHaveBeenCalledTimes(2);
});

test("ten points are never spent: it waits for new ones, and says so once", async () => {
  const { budget } = budgetOf([10, 9, 8, 1000]);
  await take(budget, 1);
  expect(clock.seconds).toBe(3 * 180);
  expect(lines).toEqual([
    "KiwiVM machine 123: its points for 15 minutes are used up; waiting for new ones, until 00:20:00 UTC at the latest",
  ]);
});

test("the eleventh may be spent", async () => {
  const { budget } = budgetOf([11]);
  await take(budget, 1);
  expect(clock.seconds).toBe(0);
});

test.each([
  ["20 minutes", undefined, 1200],
  ["what the user sets", 60, 60],
])("the wait for points ends after %s", async (_, timeoutSeconds, limit) => {
  const { budget } = budgetOf([10], timeoutSeconds);
  const error = await failureOf(budget.take(), VpsError);
  expect(error.code).toBe("timeout");
  expect(error.message).toContain(`Waited ${limit} s for KiwiVM to give machine 123 new points`);
  expect(lines).toEqual([expect.stringContaining(clockTimeOf(limit))]);
});

test("where the points of a day are used up, it does not wait", async () => {
  const { budget } = budgetOf([{ quarterHour: 1000, day: 10 }]);
  const error = await failureOf(budget.take(), VpsError);
  expect(error.message).toMatch(
    /machine 123: its points for 24 hours are used up \(10 left\), so no more requests are sent/,
  );
  expect(clock.seconds).toBe(0);
});

test("where KiwiVM does not tell, fifty requests are sent before it is asked again", async () => {
  const { budget, ask } = budgetOf([new HttpError("not-found", "no such call")]);
  await take(budget, 50);
  expect(ask).toHaveBeenCalledTimes(1);
  await take(budget, 1);
  expect(ask).toHaveBeenCalledTimes(2);
  expect(lines).toEqual([]);
});

test("an error that is no answer of KiwiVM's ends it, and the next request asks anew", async () => {
  const { budget, ask } = budgetOf([new TypeError("a bug"), 1000]);
  await failureOf(budget.take(), TypeError);
  await take(budget, 1);
  expect(ask).toHaveBeenCalledTimes(2);
});

test("silence is no refusal where KiwiVM has just told that there are points; it is asked anew all the same", async () => {
  const { budget, ask } = budgetOf([1000]);
  await take(budget, 1);
  expect(budget.mayBeUsedUp()).toBe(false);
  await take(budget, 1);
  expect(ask).toHaveBeenCalledTimes(2);
});

test("silence may be a refusal where KiwiVM tells nothing", async () => {
  const { budget } = budgetOf([new HttpError("broken", "no answer")]);
  expect(budget.mayBeUsedUp()).toBe(true);
  await take(budget, 1);
  expect(budget.mayBeUsedUp()).toBe(true);
});

const clockTimeOf = (seconds: number) => `until 00:${String(seconds / 60).padStart(2, "0")}:00 UTC`;
