import { AnswerCache } from "../../provider/lifecycle/answerCache";
import { endOfTry, inOneTry } from "../../provider/oneTry";

test("work in one try knows of its end, also after a pause; other work does not", async () => {
  const seen = await inOneTry(60, async () => {
    await new Promise((resolve) => setImmediate(resolve));
    return endOfTry();
  });
  expect(seen).toBeInstanceOf(AbortSignal);
  expect(endOfTry()).toBeUndefined();
});

test("a try ends in time, whatever becomes of its work", async () => {
  await expect(inOneTry(0.001, () => new Promise(() => {}))).rejects.toThrow(/timeout/i);
});

describe("an answer that several wait for", () => {
  const down = async () => {
    throw new Error("down");
  };

  test("is asked for again by who has time, where the one try failed", async () => {
    const cache = new AnswerCache<string>();
    let asked = 0;
    const ask = async () => {
      asked += 1;
      await new Promise((resolve) => setImmediate(resolve));
      if (endOfTry() !== undefined) throw new Error("down");
      return "answer";
    };
    const look = inOneTry(60, () => cache.get("key", ask));
    const create = cache.get("key", ask);
    await expect(look).rejects.toThrow("down");
    expect(await create).toBe("answer");
    expect(asked).toBe(2);
  });

  test("fails for all where nobody was in a hurry", async () => {
    const cache = new AnswerCache<string>();
    const all = [cache.get("key", down), cache.get("key", down)];
    for (const { status } of await Promise.allSettled(all)) expect(status).toBe("rejected");
  });
});
