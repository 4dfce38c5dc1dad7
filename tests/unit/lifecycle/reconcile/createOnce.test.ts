import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { HttpError, type HttpFailure } from "../../../../provider/errors/httpError";
import { VpsError } from "../../../../provider/errors/vpsError";
import type { Resource } from "../../../../provider/lifecycle/contract";
import { createOnce } from "../../../../provider/lifecycle/reconcile/createOnce";
import { Context } from "../../../../provider/lifecycle/runtime/context";
import { Listing } from "../../../../provider/lifecycle/runtime/listing";
import { failureOf } from "../../support/errors";
import { telling } from "../../support/operation";
import { offlineRun } from "../../support/run";

jest.mock("node:timers/promises", () => ({ setTimeout: jest.fn(async () => undefined) }));
beforeEach(() => jest.mocked(sleep).mockClear());

interface Thing {
  id: number;
  name: string;
}
interface ThingArgs {
  name: string;
  adopt?: boolean;
}
type Step = Thing | HttpFailure;

/** A hoster of things: what each create answers, and what each list after it shows. */
function hoster(costs: "money" | "nothing", creates: Step[], lists: (Thing[] | Error)[]) {
  const asked = { creates: 0, lists: 0 };
  const thing: Resource<ThingArgs, ThingArgs, Thing> = {
    name: "Thing",
    hoster: "fornex",
    noun: "thing",
    schema: z.object({ name: z.string(), adopt: z.boolean().optional() }),
    arguments: { name: { role: "drift" }, adopt: { role: "control", createOnly: true } },
    outputs: {},
    canonical: (args) => args,
    naturalKey: ({ name }) => name,
    costs,
    idOf: ({ id }) => String(id),
    list: async (_args, _cx, fresh) => {
      expect(fresh).toBe(true);
      const list = lists[Math.min(asked.lists++, lists.length - 1)] ?? [];
      if (list instanceof Error) throw list;
      return list;
    },
    keysOf: ({ name }) => [name],
    create: async () => {
      const step = creates[asked.creates++];
      if (typeof step === "object") return step;
      throw new HttpError(step ?? "rejected", "POST /things/ got no complete answer.");
    },
    find: async () => undefined,
    observe: ({ name }) => ({ name }),
    reconcile: async () => undefined,
    remove: async () => undefined,
  };
  const printed: string[] = [];
  const cx = new Context(offlineRun(), "new Thing");
  const before = new Listing([{ id: 1, name: "web" }], thing.idOf);
  return { asked, printed, create: () => telling(printed, () => createOnce(thing, { name: "web" }, before, cx, 5)) };
}

const OLD: Thing = { id: 1, name: "web" };
const NEW: Thing = { id: 2, name: "web" };

test("an answer is the object; nothing is looked up", async () => {
  const { asked, create } = hoster("money", [NEW], []);
  expect(await create()).toBe(NEW);
  expect(asked).toEqual({ creates: 1, lists: 0 });
});

test("a refusal is passed on; nothing is looked up", async () => {
  for (const kind of ["rejected", "payment", "forbidden", "unauthorized"] as const) {
    const { asked, create } = hoster("nothing", [kind], []);
    expect((await failureOf(create(), HttpError)).kind).toBe(kind);
    expect(asked).toEqual({ creates: 1, lists: 0 });
  }
});

describe.each(["broken", "server", "unreadable", "unexpected"] as const)("after an unclear answer (%s)", (kind) => {
  test("exactly one object that the earlier list lacked is ours", async () => {
    const { asked, create, printed } = hoster("money", [kind], [[OLD, NEW, { id: 3, name: "other" }]]);
    expect(await create()).toBe(NEW);
    expect(asked).toEqual({ creates: 1, lists: 1 });
    expect(printed).toEqual(["new Thing: no clear answer; checking whether it was created"]);
  });

  test("one that shows up late is found, within three looks", async () => {
    const { asked, create } = hoster("money", [kind], [[OLD], [OLD], [OLD, NEW]]);
    expect(await create()).toBe(NEW);
    expect(asked.lists).toBe(3);
    const pauses = jest.mocked(sleep).mock.calls.map(([milliseconds]) => Number(milliseconds));
    expect(pauses).toHaveLength(2);
    expect(pauses.reduce((sum, pause) => sum + pause)).toBeLessThanOrEqual(10_000);
  });

  test("several new ones stop it with their ids", async () => {
    const { asked, create } = hoster("nothing", [kind], [[OLD, NEW, { id: 9, name: "web" }]]);
    const error = await failureOf(create(), VpsError);
    expect(error.code).toBe("ambiguous-create");
    expect(error.message).toContain("ids 2, 9");
    expect(asked.creates).toBe(1);
  });

  test("none: what costs money is never sent again", async () => {
    const { asked, create } = hoster("money", [kind, NEW], [[OLD]]);
    const error = await failureOf(create(), VpsError);
    expect(error.code).toBe("ambiguous-create");
    expect(error.message).toContain("The request was not repeated, since it costs money.");
    expect(error.message).toContain('adopt: "<id>"');
    expect(asked).toEqual({ creates: 1, lists: 3 });
  });

  test("none: what costs nothing is sent once more", async () => {
    const { asked, create } = hoster("nothing", [kind, NEW], [[OLD]]);
    expect(await create()).toBe(NEW);
    expect(asked).toEqual({ creates: 2, lists: 3 });
  });

  test("none, twice: then it stops", async () => {
    const { asked, create } = hoster("nothing", [kind, kind, NEW], [[OLD]]);
    expect((await failureOf(create(), VpsError)).code).toBe("ambiguous-create");
    expect(asked.creates).toBe(2);
  });

  test("a list that fails proves nothing: nothing is sent again", async () => {
    const { asked, create } = hoster("nothing", [kind, NEW], [new HttpError("server", "GET /things/ answered 503.")]);
    const error = await failureOf(create(), VpsError);
    expect(error.code).toBe("ambiguous-create");
    expect(error.message).toContain("GET /things/ answered 503.");
    expect(asked.creates).toBe(1);
  });
});
