import { VpsError } from "../../provider/errors/vpsError";
import { AnswerCache } from "../../provider/lifecycle/runtime/answerCache";
import { ListCache } from "../../provider/lifecycle/runtime/listCache";
import { once } from "../../provider/once";
import { inOneTry, operation, report } from "../../provider/operation";
import { failureOf } from "./support/errors";
import { startOperation } from "./support/operation";

const turn = () => new Promise((resolve) => setImmediate(resolve));

/** Questions that are answered when told to, each with the operation under which it was asked. */
function questions() {
  const asked: { signal: AbortSignal; answer: (text: string) => void; fail: (error: Error) => void }[] = [];
  const ask = () => {
    const { promise, resolve, reject } = Promise.withResolvers<string>();
    asked.push({ signal: operation().signal, answer: resolve, fail: reject });
    return promise;
  };
  return { ask, asked };
}

describe.each<[string, (ask: () => Promise<string>) => () => Promise<string>]>([
  ["a question", once],
  [
    "a cached answer",
    (ask) => {
      const cache = new AnswerCache<string>();
      return () => cache.get("key", ask);
    },
  ],
])("%s that several wait for", (_what, of) => {
  test("goes on when one of them is cancelled, who leaves at once", async () => {
    const { ask, asked } = questions();
    const question = of(ask);
    const [one, other] = [startOperation(), startOperation()];
    const leaving = failureOf(one.run(question), VpsError);
    const staying = other.run(question);
    await turn();
    one.cancel();
    expect((await leaving).code).toBe("cancelled");
    expect(asked[0]?.signal.aborted).toBe(false);
    const late = other.run(question);
    asked[0]?.answer("there");
    expect(await Promise.all([staying, late])).toEqual(["there", "there"]);
    expect(asked).toHaveLength(1);
  });

  test("ends when none of them is left, and is asked anew by who comes later", async () => {
    const { ask, asked } = questions();
    const question = of(ask);
    const waiting = [startOperation(), startOperation()];
    const leaving = waiting.map(({ run }) => failureOf(run(question), VpsError));
    await turn();
    for (const { cancel } of waiting) cancel();
    for (const error of await Promise.all(leaving)) expect(error.code).toBe("cancelled");
    expect(asked[0]?.signal.aborted).toBe(true);
    const anew = question();
    asked[1]?.answer("there");
    expect(await anew).toBe("there");
    expect(asked).toHaveLength(2);
  });

  test("is not given to who is cancelled already", async () => {
    const { ask, asked } = questions();
    const { run, cancel } = startOperation();
    cancel();
    expect((await failureOf(run(of(ask)), VpsError)).code).toBe("cancelled");
    expect(asked).toEqual([]);
  });

  test("is asked anew after a failure, which all of them get", async () => {
    const { ask, asked } = questions();
    const question = of(ask);
    const all = [question(), question()].map((waiting) => failureOf(waiting, Error));
    asked[0]?.fail(new Error("down"));
    for (const { message } of await Promise.all(all)) expect(message).toBe("down");
    const anew = question();
    asked[1]?.answer("there");
    expect(await anew).toBe("there");
  });
});

test("what is learnt while one leaves reaches the others", async () => {
  const { promise, resolve } = Promise.withResolvers<string[]>();
  const cache = new ListCache<string>((one) => one);
  const { run, cancel } = startOperation();
  const leaving = failureOf(
    run(() => cache.get("key", () => promise)),
    VpsError,
  );
  const staying = cache.get("key", () => promise);
  await turn();
  cancel();
  await leaving;
  cache.learn("key", (list) => list.put("more"));
  resolve(["some"]);
  expect([...(await staying)]).toEqual(["some", "more"]);
});

test("what is told while several wait is told once, and not to who has left", async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const question = once(async () => {
    await promise;
    report({ level: "info", text: "still asking" });
  });
  const [one, other] = [startOperation(), startOperation()];
  const leaving = failureOf(one.run(question), VpsError);
  const staying = other.run(question);
  one.cancel();
  await leaving;
  resolve();
  await staying;
  expect([one.lines, other.lines]).toEqual([[], ["still asking"]]);
});

describe("an answer that somebody in a hurry waits for, too", () => {
  const down = async () => {
    throw new Error("down");
  };

  test("is asked for again by who has time, where the one try failed", async () => {
    const cache = new AnswerCache<string>();
    let asked = 0;
    const ask = async () => {
      asked += 1;
      if (operation().isOneTry) throw new Error("down");
      await turn();
      return "answer";
    };
    const look = inOneTry(60, () => cache.get("key", ask));
    const create = cache.get("key", ask);
    await expect(look).rejects.toThrow("down");
    expect(await create).toBe("answer");
    expect(asked).toBe(2);
  });

  test("is not waited for by who is cancelled", async () => {
    const cache = new AnswerCache<string>();
    const get = () => cache.get("key", async () => "answer");
    await inOneTry(60, get);
    const { run, cancel } = startOperation();
    cancel();
    expect((await failureOf(run(get), VpsError)).code).toBe("cancelled");
  });

  test("is asked for patiently as soon as somebody has time", async () => {
    const question = once(async () => {
      await turn();
      return operation().isOneTry;
    });
    const look = inOneTry(60, question);
    const create = question();
    expect(await Promise.all([look, create])).toEqual([false, false]);
  });

  test("fails for all where nobody was in a hurry", async () => {
    const cache = new AnswerCache<string>();
    const all = [cache.get("key", down), cache.get("key", down)];
    for (const { status } of await Promise.allSettled(all)) expect(status).toBe("rejected");
  });

  test("goes by the longest limit of those who wait", async () => {
    const limits: unknown[] = [];
    const question = once(async () => {
      await turn();
      limits.push(operation().timeoutSeconds);
    });
    const all = [{ timeoutSeconds: 60 }, {}, { timeoutSeconds: 600 }].map((more) => startOperation(more).run(question));
    await Promise.all(all);
    expect(limits).toEqual([600]);
  });
});
