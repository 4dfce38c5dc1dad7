import { HttpError } from "../../provider/errors/httpError";
import { VpsError } from "../../provider/errors/vpsError";
import { Conflicts } from "../../provider/lifecycle/runtime/conflicts";
import { Mutex } from "../../provider/mutex";
import { inOneTry, operation, pause, printed, report, unlessOver, withRetries } from "../../provider/operation";
import { WaitGroup } from "../../provider/waitGroup";
import { failureOf } from "./support/errors";
import { startOperation } from "./support/operation";

const CANCELLED = { code: "cancelled", message: expect.stringContaining("Run `pulumi up` again") };
const turn = () => new Promise((resolve) => setImmediate(resolve));
const never = () => new Promise<never>(() => {});

describe("an operation", () => {
  test("hears what is told, also after a pause; where there is none, nobody does", async () => {
    const { lines, run } = startOperation();
    await run(async () => {
      await turn();
      report({ level: "info", text: "waiting", about: "web" });
    });
    report({ level: "info", text: "nobody hears this" });
    expect(lines).toEqual(["web: waiting"]);
  });

  test.each([
    [{ level: "info", text: "waiting" } as const, "waiting"],
    [{ level: "warning", text: "it is gone" } as const, "warning: it is gone"],
    [{ level: "warning", text: "it is gone", about: "web" } as const, "web: warning: it is gone"],
  ])("its lines name the object first: %j", (line, text) => {
    expect(printed(line)).toBe(text);
  });
});

describe.each<[string, () => Promise<unknown>]>([
  ["a pause", () => pause(600)],
  ["what never ends", () => unlessOver(never())],
  [
    "a place in the queue",
    async () => {
      const mutex = new Mutex();
      mutex.run(never).catch(() => {});
      await mutex.run(async () => {});
    },
  ],
  [
    "the wait for a wait group",
    async () => {
      const group = new WaitGroup();
      void group.run(never);
      await group.wait();
    },
  ],
  [
    "the wait for a conflict to fall",
    async () => {
      const conflicts = new Conflicts();
      conflicts.stands("it exists already", "box");
      await conflicts.requireNone("box", 600);
    },
  ],
])("%s", (_what, wait) => {
  test("ends with its operation", async () => {
    const { run, cancel } = startOperation();
    const waiting = failureOf(run(wait), VpsError);
    await turn();
    cancel();
    expect(await waiting).toMatchObject(CANCELLED);
  });

  test("does not begin after that", async () => {
    const { run, cancel } = startOperation();
    cancel();
    expect(await failureOf(run(wait), VpsError)).toMatchObject(CANCELLED);
  });
});

test("who leaves the queue lets the next one come to its turn, and not before", async () => {
  const mutex = new Mutex();
  const begun: string[] = [];
  const first = Promise.withResolvers<void>();
  const holding = mutex.run(() => first.promise);
  const { run, cancel } = startOperation();
  const leaving = failureOf(
    run(() => mutex.run(async () => begun.push("second"))),
    VpsError,
  );
  const third = mutex.run(async () => begun.push("third"));
  await turn();
  cancel();
  expect(await leaving).toMatchObject(CANCELLED);
  await turn();
  expect(begun).toEqual([]);
  first.resolve();
  await Promise.all([holding, third]);
  expect(begun).toEqual(["third"]);
});

describe("one try", () => {
  test("is known to its work, also after a pause; other work is in none", async () => {
    const seen = await inOneTry(60, async () => {
      await turn();
      return [operation().isOneTry, await withRetries(async () => operation().isOneTry)];
    });
    expect(seen).toEqual([true, false]);
    expect(operation().isOneTry).toBeUndefined();
  });

  test("ends in time, whatever becomes of its work, as an answer that did not come", async () => {
    const error = await failureOf(inOneTry(0.001, never), HttpError);
    expect([error.kind, error.message]).toEqual(["broken", "It did not answer in time."]);
  });

  test("ends with its operation, too", async () => {
    const { run, cancel } = startOperation();
    const trying = failureOf(
      run(() => inOneTry(600, () => pause(600))),
      VpsError,
    );
    await turn();
    cancel();
    expect(await trying).toMatchObject(CANCELLED);
  });
});
