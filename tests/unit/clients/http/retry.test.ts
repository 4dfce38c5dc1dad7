import { setTimeout as sleep } from "node:timers/promises";
import type { Effect } from "../../../../provider/clients/http/call";
import { type RetryPolicy, retrying } from "../../../../provider/clients/http/retry";
import { HttpError, type HttpFailure } from "../../../../provider/errors/httpError";

// Pauses are recorded, not spent.
jest.mock("node:timers/promises", () => ({ setTimeout: jest.fn(async () => undefined) }));
const pauses = () => jest.mocked(sleep).mock.calls.map(([milliseconds]) => milliseconds);
beforeEach(() => jest.mocked(sleep).mockClear());

const POLICY: RetryPolicy = { firstPauseSeconds: 0.5, retries: 4 };

/** How often an attempt that always fails with `error` is made. */
async function attempts(effect: Effect, error: Error, policy = POLICY): Promise<number> {
  const attempt = jest.fn(async () => {
    throw error;
  });
  await expect(retrying(effect, policy, attempt)).rejects.toBe(error);
  return attempt.mock.calls.length;
}

const AGAIN = 1 + POLICY.retries;

describe("which failure is tried again is a matter of the call's effect", () => {
  test.each<[HttpFailure, Record<Effect, number>]>([
    // provably not carried out: harmless for every effect
    ["unsent", { read: AGAIN, repeatable: AGAIN, once: AGAIN }],
    ["rate-limited", { read: AGAIN, repeatable: AGAIN, once: AGAIN }],
    // perhaps carried out: never a second time for `once`
    ["broken", { read: AGAIN, repeatable: AGAIN, once: 1 }],
    ["server", { read: AGAIN, repeatable: AGAIN, once: 1 }],
    ["unreadable", { read: AGAIN, repeatable: AGAIN, once: 1 }],
    // an answer: asking again changes nothing
    ["unexpected", { read: 1, repeatable: 1, once: 1 }],
    ["unauthorized", { read: 1, repeatable: 1, once: 1 }],
    ["forbidden", { read: 1, repeatable: 1, once: 1 }],
    ["blocked", { read: 1, repeatable: 1, once: 1 }],
    ["payment", { read: 1, repeatable: 1, once: 1 }],
    ["not-found", { read: 1, repeatable: 1, once: 1 }],
    ["rejected", { read: 1, repeatable: 1, once: 1 }],
  ])("%s: %o", async (kind, expected) => {
    for (const effect of ["read", "repeatable", "once"] as const) {
      expect([effect, await attempts(effect, new HttpError(kind, "said the hoster"))]).toEqual([
        effect,
        expected[effect],
      ]);
    }
  });

  test("a hoster that says it is down, or cannot be reached, is not waited for as long as one whose rate limit is reached", async () => {
    const policy = { ...POLICY, retriesWhenDown: 2 };
    const tries = (kind: HttpFailure) => attempts("read", new HttpError(kind, "said the hoster"), policy);
    expect([await tries("rate-limited"), await tries("broken")]).toEqual([AGAIN, AGAIN]);
    expect([await tries("server"), await tries("unreadable"), await tries("unsent")]).toEqual([3, 3, 3]);
  });

  test("a mishap after long refusals is tried again like any other", async () => {
    const kinds: HttpFailure[] = ["rate-limited", "rate-limited", "rate-limited", "server"];
    const attempt = async () => {
      const kind = kinds.shift();
      if (kind) throw new HttpError(kind, "said the hoster");
      return "there";
    };
    expect(await retrying("read", { ...POLICY, retriesWhenDown: 1 }, attempt)).toBe("there");
  });

  test("an attempt that a limit holds back for longer than anybody waits is not made", async () => {
    const attempt = jest.fn(async () => {
      throw new HttpError("rate-limited", "said the hoster");
    });
    const policy = { ...POLICY, longestInAllSeconds: () => 30 };
    await expect(retrying("read", policy, attempt, () => 180)).rejects.toThrow("said the hoster");
    expect(attempt).toHaveBeenCalledTimes(1);
  });

  test("an error of our own is never tried again", async () => {
    expect(await attempts("read", new Error("a bug"))).toBe(1);
    expect(await attempts("read", new TypeError("fetch failed"))).toBe(1);
  });

  test("an attempt that succeeds ends it", async () => {
    let count = 0;
    const answer = await retrying("read", POLICY, async () => {
      if (++count < 3) throw new HttpError("server", "not now");
      return "there";
    });
    expect([answer, count, pauses().length]).toEqual(["there", 3, 2]);
  });
});

describe("Retry-After", () => {
  test("is kept to the second, without jitter", async () => {
    await attempts("read", new HttpError("rate-limited", "slow down", { retryAfter: 7 }));
    expect(pauses()).toEqual([7000, 7000, 7000, 7000]);
  });

  test("wins over our own pauses also when it is shorter", async () => {
    await attempts("once", new HttpError("rate-limited", "slow down", { retryAfter: 0 }));
    expect(pauses()).toEqual([0, 0, 0, 0]);
  });

  test("counts for 503, too", async () => {
    await attempts("read", new HttpError("server", "maintenance", { retryAfter: 30 }));
    expect(pauses()[0]).toBe(30_000);
  });

  test("up to two minutes is waited for, longer ends the run at once", async () => {
    expect(await attempts("read", new HttpError("rate-limited", "slow down", { retryAfter: 120 }))).toBe(AGAIN);
    jest.mocked(sleep).mockClear();
    expect(await attempts("read", new HttpError("rate-limited", "slow down", { retryAfter: 121 }))).toBe(1);
    expect(pauses()).toEqual([]);
    const policy = { ...POLICY, longestRetryAfterSeconds: 600, longestInAllSeconds: () => 1200 };
    expect(await attempts("read", new HttpError("rate-limited", "slow down", { retryAfter: 600 }), policy)).toBe(AGAIN);
    expect(await attempts("read", new HttpError("rate-limited", "slow down", { retryAfter: 601 }), policy)).toBe(1);
  });
});

test("our own pauses double, vary between half and whole, and stay below ten seconds", async () => {
  await attempts("read", new HttpError("server", "not now"), { firstPauseSeconds: 2, retries: 6 });
  expect(pauses()).toHaveLength(6);
  for (const [index, full] of [2000, 4000, 8000, 10_000, 10_000, 10_000].entries()) {
    expect(pauses()[index]).toBeGreaterThanOrEqual(full / 2);
    expect(pauses()[index]).toBeLessThanOrEqual(full);
  }
});
