import { AsyncResource } from "node:async_hooks";
import { clockTime, type Grant, Limit, namesRateLimit } from "../../../../provider/clients/http/limit";
import { HttpError, type HttpFailure } from "../../../../provider/errors/httpError";
import { useClock } from "../../support/clock";
import { telling } from "../../support/operation";

const clock = useClock();
let lines: string[];
beforeEach(() => {
  lines = [];
});

function limitOf(grant: Partial<Grant> = {}) {
  const ways = { pauseSeconds: 180, longestSeconds: () => 1200 };
  const limit = new Limit({ take: async () => {}, ...grant }, { who: "KiwiVM machine 1", ...ways });
  return telling(lines, () => bound(limit));
}

/** What is asked of it is part of the present operation. */
function bound(limit: Limit) {
  return {
    failed: AsyncResource.bind((error: unknown, attempt: number) => limit.failed(error, attempt)),
    admit: () => limit.admit(),
  };
}

const failure = (kind: HttpFailure, retryAfter?: number) => new HttpError(kind, "it failed", { retryAfter });

describe("a refusal", () => {
  test("nothing is sent for the pause, and that is said", async () => {
    const limit = limitOf();
    limit.failed(failure("rate-limited"), 1);
    await limit.admit();
    expect(clock.seconds).toBe(180);
    expect(lines).toEqual(["KiwiVM machine 1 refuses requests: rate limit reached; waiting until 00:03:00 UTC"]);
    await limit.admit();
    expect(clock.seconds).toBe(180);
  });

  test("the hoster's own pause counts, where it names one", async () => {
    const limit = limitOf();
    limit.failed(failure("rate-limited", 7), 1);
    await limit.admit();
    expect(clock.seconds).toBe(7);
  });

  test("of many at the same time is one", async () => {
    const limit = limitOf();
    for (const attempt of [1, 1, 2]) limit.failed(failure("rate-limited", 7), attempt);
    limit.failed(failure("rate-limited", 60), 1);
    await limit.admit();
    expect([clock.seconds, lines.length]).toEqual([7, 1]);
  });

  test("the next one is another", async () => {
    const limit = limitOf();
    for (let count = 0; count < 2; count++) {
      limit.failed(failure("rate-limited"), 1);
      await limit.admit();
    }
    expect([clock.seconds, lines.length]).toEqual([360, 2]);
  });

  test("those who are still waiting for their turn wait for the end of it, too", async () => {
    let isFirst = true;
    const limit = limitOf({
      take: async () => {
        if (isFirst) limit.failed(failure("rate-limited"), 1);
        isFirst = false;
      },
    });
    await limit.admit();
    expect(clock.seconds).toBe(180);
  });

  test.each([1201, 86_400, 99_999_999, 1e20])("one of %d s is waited for by nobody", async (seconds) => {
    const limit = limitOf();
    limit.failed(failure("rate-limited", seconds), 1);
    await expect(limit.admit()).rejects.toMatchObject({
      kind: "rate-limited",
      message: expect.stringMatching(/^KiwiVM machine 1 reached its rate limit .* Run again in \d+ minutes\./),
    });
    expect(clock.seconds).toBe(0);
    expect(lines).toEqual([expect.stringMatching(/; no more requests are sent$/)]);
  });

  test("what is granted is taken after the pause", async () => {
    const taken: number[] = [];
    const limit = limitOf({ take: async () => void taken.push(clock.seconds) });
    limit.failed(failure("rate-limited"), 1);
    await limit.admit();
    expect(taken).toEqual([180]);
  });
});

describe("no clear answer", () => {
  test.each(["broken", "server", "unreadable"] as const)(
    "%s: once is a mishap, twice in a row a pause",
    async (kind) => {
      const limit = limitOf();
      limit.failed(failure(kind), 1);
      await limit.admit();
      expect(clock.seconds).toBe(0);
      limit.failed(failure(kind), 2);
      await limit.admit();
      expect(clock.seconds).toBe(180);
      expect(lines).toEqual([
        expect.stringMatching(/^KiwiVM machine 1 does not answer, perhaps because its rate limit is reached;/),
      ]);
    },
  );

  test("is none for its limits where there is something left, so there is no pause", async () => {
    const limit = limitOf({ mayBeUsedUp: () => false });
    limit.failed(failure("broken"), 5);
    await limit.admit();
    expect([clock.seconds, lines]).toEqual([0, []]);
  });
});

test.each([
  failure("unsent"),
  failure("unauthorized"),
  failure("refused"),
  failure("locked"),
  failure("unexpected"),
  new Error("something else"),
])("%s says nothing of limits", async (error) => {
  const limit = limitOf();
  limit.failed(error, 5);
  await limit.admit();
  expect([clock.seconds, lines]).toEqual([0, []]);
});

test.each([
  ["error 7: API rate limit exceeded", true],
  ["Rate-limited", true],
  ["Too many requests.", true],
  ["Unlimited rates", false],
  ["VE is currently locked, try again in a few minutes", false],
])("%s: %j", (words, isNamed) => {
  expect(namesRateLimit(words)).toBe(isNamed);
});

test("a time is that of a clock, also past midnight", () => {
  expect([clockTime(0), clockTime(3723.9), clockTime(86_400)]).toEqual([
    "00:00:00 UTC",
    "01:02:03 UTC",
    "00:00:00 UTC",
  ]);
});
