import { z } from "zod";
import { VpsError } from "../../../../provider/errors/vpsError";
import { check } from "../../../../provider/lifecycle/check";
import type { Resource } from "../../../../provider/lifecycle/contract";
import { failureOf } from "../../support/errors";
import { startOperation, telling } from "../../support/operation";
import { offlineRun } from "../../support/run";

interface BoxArgs {
  name: string;
  size?: string;
  adopt?: boolean | string;
}
type Box = Required<Pick<BoxArgs, "name" | "size">> & { id: string };

const adopt = z.union([z.boolean(), z.string()]).optional();

/** A hoster of boxes, whose list is given by a test. Another size takes a new box. */
const boxesListed = (list: () => Promise<readonly Box[]>): Resource<BoxArgs, BoxArgs, Box> => ({
  name: "Box",
  hoster: "fornex",
  noun: "box",
  schema: z.object({ name: z.string(), size: z.string().optional(), adopt }),
  arguments: {
    name: { role: "drift" },
    size: { role: "drift", replaces: true, live: ({ size }) => size },
    adopt: { role: "control", reason: "only create looks at it", createOnly: true },
  },
  outputs: {},
  canonical: (args) => args,
  naturalKey: ({ name }) => name,
  identity: { within: [], by: ["name"] },
  costs: "nothing",
  idOf: ({ id }) => id,
  list,
  keysOf: ({ name }) => [name],
  create: () => Promise.reject(new Error("no create here")),
  find: async (id) => (await list()).find((one) => one.id === id),
  observe: ({ name, size }) => ({ name, size }),
  reconcile: async () => {},
  remove: async () => {},
});
const there = { id: "7", name: "a", size: "classified" };

let lines: string[];
beforeEach(() => {
  lines = [];
});
const run = () => offlineRun();

test("a look that was given up says nothing later, and stands in nobody's way", async () => {
  jest.useFakeTimers({ doNotFake: ["setImmediate", "nextTick", "queueMicrotask", "performance"] });
  let answer: (boxes: Box[]) => void = () => {};
  const list = new Promise<Box[]>((resolve) => {
    answer = resolve;
  });
  const late = run();
  const boxes = boxesListed(() => list);
  const checked = telling(lines, () => check(boxes, late, {}, { name: "a" }, { name: "it" }));
  await new Promise((resolve) => setImmediate(resolve));
  jest.advanceTimersByTime(10_000);
  await checked;
  expect(lines).toEqual([expect.stringMatching(/^warning: .*did not answer in time/)]);
  // By now a create of this run may have made it.
  answer([there]);
  await new Promise((resolve) => setImmediate(resolve));
  expect(lines).toHaveLength(1);
  await late.conflicts.requireNone("server");
  jest.useRealTimers();
});

test("a look that is cancelled ends the check, and is no news of the hoster", async () => {
  const { lines: told, run: inOperation, cancel } = startOperation();
  const boxes = boxesListed(() => new Promise<Box[]>(() => {}));
  const checked = failureOf(
    inOperation(() => check(boxes, run(), {}, { name: "a" }, { name: "it" })),
    VpsError,
  );
  await new Promise((resolve) => setImmediate(resolve));
  cancel();
  expect([(await checked).code, told]).toEqual(["cancelled", []]);
});

test.each([
  [["size"], false],
  [[], true],
])("what an adopted object holds is not shown where the program passes a secret (%j)", async (secrets, isShown) => {
  const resource = boxesListed(async () => [there]);
  const news = { name: "a", size: "another", adopt: true };
  await telling(lines, () => check(resource, run(), {}, news, { name: "it", secrets }));
  expect(lines).toEqual([
    expect.stringMatching(/^it: warning: adopt: Box 7 cannot become .*: size can be changed only/),
  ]);
  expect(lines[0]?.includes("classified")).toBe(isShown);
});
