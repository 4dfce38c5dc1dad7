import { z } from "zod";
import { PartialFailure } from "../../../provider/errors/partialFailure";
import { VpsError } from "../../../provider/errors/vpsError";
import type { Resource } from "../../../provider/lifecycle/contract";
import { create } from "../../../provider/lifecycle/create";
import { remove } from "../../../provider/lifecycle/delete";
import { diff } from "../../../provider/lifecycle/diff";
import { read } from "../../../provider/lifecycle/read";
import type { Recorded } from "../../../provider/lifecycle/record";
import type { Runtime } from "../../../provider/lifecycle/runtime/runtime";
import { update } from "../../../provider/lifecycle/update";
import { failureOf } from "../support/errors";
import { telling } from "../support/operation";
import { recorded } from "../support/record";
import { offlineRun } from "../support/run";

interface BoxArgs {
  name: string;
  color: string;
  size?: number;
  allowReplace?: boolean;
  adopt?: boolean | string;
}
interface BoxState extends BoxArgs {
  shownSize?: number;
}
interface Box {
  id: string;
  name: string;
  color: string;
  size?: number;
}

/** A hoster of boxes in memory: a color can be changed, another size takes a new box. */
let boxes: Map<string, Box>;
let asked: string[];
let fault: { sync?: Error; done?: boolean };

const box: Resource<BoxArgs, BoxState, Box> = {
  name: "Box",
  hoster: "fornex",
  noun: "box",
  schema: z.object({
    name: z.string(),
    color: z.string(),
    size: z.number().optional(),
    allowReplace: z.boolean().optional(),
    adopt: z.union([z.boolean(), z.string()]).optional(),
  }),
  arguments: {
    name: { role: "drift" },
    color: { role: "drift" },
    size: { role: "drift", replaces: true, live: (state) => state.shownSize },
    allowReplace: { role: "control", reason: "consent", createOnly: true },
    adopt: { role: "control", reason: "only create looks at it", createOnly: true },
  },
  outputs: { shownSize: {} },
  canonical: (args) => ({ ...args }),
  naturalKey: ({ name }) => name,
  identity: { within: [], by: ["name"] },
  costs: "money",
  idOf: ({ id }) => id,
  importId: { form: "a number", example: "7", parse: (text) => ({ id: text, args: {} }) },
  list: async () => [...boxes.values()],
  keysOf: ({ name }) => [name],
  create: async ({ name, color, size }) => {
    asked.push("create");
    const made: Box = { id: `${boxes.size + 1}`, name, color, ...(size === undefined ? {} : { size }) };
    boxes.set(made.id, made);
    return made;
  },
  find: async (id) => boxes.get(id),
  observe: ({ name, color, size }) => ({ name, color, ...(size === undefined ? {} : { shownSize: size }) }),
  isDone: () => fault.done ?? true,
  reconcile: async (reconciler) => {
    if (fault.sync) throw fault.sync;
    if (!reconciler.differs("name", "color")) return;
    asked.push(`change ${reconciler.id}`);
    const changed: Box = {
      ...boxes.get(reconciler.id),
      id: reconciler.id,
      name: reconciler.args.name,
      color: reconciler.args.color,
    };
    boxes.set(reconciler.id, changed);
    reconciler.observe(changed);
  },
  remove: async (id) => {
    asked.push(`remove ${id}`);
    boxes.delete(id);
  },
};

let runtime: Runtime;
let printed: string[];
const RED = { name: "box", color: "red" };

/** A new process with the same hoster. */
function newRun(account = "mine", known?: string): Runtime {
  runtime = offlineRun();
  runtime.hosters.fornex.account = Object.assign(async () => account, { known: () => known });
  return runtime;
}
beforeEach(() => {
  boxes = new Map();
  asked = [];
  printed = [];
  fault = {};
  newRun();
});

const exists = (...existing: Box[]) => {
  for (const one of existing) boxes.set(one.id, one);
};

describe("create", () => {
  test("records the account, what was given, and a mark of its own", async () => {
    const one = await create(box, runtime, { ...RED, size: 5 });
    const other = await create(box, runtime, { ...RED, name: "other" });
    expect(one).toMatchObject({
      id: "1",
      record: { properties: { ...RED, size: 5 }, internal: { account: "mine", specified: ["size"] } },
    });
    expect(one.record.internal.owner).not.toBe(other.record.internal.owner);
  });

  test("what exists stops it, with the id and how to adopt it; nothing is created", async () => {
    exists({ id: "7", ...RED });
    const error = await failureOf(create(box, runtime, RED), VpsError);
    expect(error.code).toBe("already-exists");
    expect(error.message).toContain("id 7");
    expect(error.message).toContain('adopt: "7"');
    expect(asked).toEqual([]);
  });

  test("two of the same thing at the same time: the second stops before anything is sent", async () => {
    const [one, other] = await Promise.allSettled([create(box, runtime, RED), create(box, runtime, RED)]);
    expect(one.status).toBe("fulfilled");
    expect(other).toMatchObject({ status: "rejected", reason: { code: "claimed" } });
    expect(asked).toEqual(["create"]);
  });

  test("a failure afterwards keeps id and state; that it is missing keeps nothing", async () => {
    fault.sync = new VpsError("timeout", "waited in vain");
    const failure = await failureOf(create(box, runtime, RED), PartialFailure);
    expect(failure).toMatchObject({
      id: "1",
      code: "timeout",
      record: { properties: RED, internal: { account: "mine", specified: [] } },
    });
    fault.sync = new VpsError("missing", "gone");
    const error = await failureOf(create(box, runtime, { ...RED, name: "other" }), VpsError);
    expect(error).not.toBeInstanceOf(PartialFailure);
  });
});

describe("adopt", () => {
  test("true takes the only match and changes what differs in place", async () => {
    exists({ id: "7", name: "box", color: "blue" });
    const { id, record } = await create(box, runtime, { ...RED, adopt: true });
    expect([id, record.properties.color, boxes.get("7")?.color]).toEqual(["7", "red", "red"]);
    expect(asked).toEqual(["change 7"]);
  });

  test("true without a match creates", async () => {
    expect((await create(box, runtime, { ...RED, adopt: true })).id).toBe("1");
  });

  test("several matches stop it with their ids; an id names one of them, also under another name", async () => {
    exists({ id: "7", ...RED }, { id: "8", ...RED }, { id: "9", name: "other", color: "red" });
    const error = await failureOf(create(box, runtime, { ...RED, adopt: true }), VpsError);
    expect(error.code).toBe("adopt-impossible");
    expect(error.message).toContain("ids 7, 8");
    expect((await create(box, runtime, { ...RED, adopt: "8" })).id).toBe("8");
    expect((await create(box, runtime, { ...RED, name: "renamed", adopt: "9" })).id).toBe("9");
    expect(asked).not.toContain("create");
  });

  test("an id that is not listed is an error, never a create", async () => {
    expect((await failureOf(create(box, runtime, { ...RED, adopt: "99" }), VpsError)).code).toBe("adopt-impossible");
    expect(asked).toEqual([]);
  });

  test("what would need a new object is an error that shows what is there", async () => {
    exists({ id: "7", ...RED, size: 3 });
    const error = await failureOf(create(box, runtime, { ...RED, size: 5, adopt: true }, { secrets: [] }), VpsError);
    expect(error.code).toBe("adopt-impossible");
    expect(error.message).toContain("size: 3");
    expect(asked).toEqual([]);
  });
});

describe("one owner per id", () => {
  test("a rename with adopt: create for the new name, delete for the old one, and the object lives", async () => {
    const old = await create(box, runtime, RED);
    newRun();
    await read(box, runtime, old.id, old.record);
    const renamed = await create(box, runtime, { ...RED, adopt: old.id });
    await telling(printed, () => remove(box, runtime, old.id, old.record));
    expect(boxes.has(old.id)).toBe(true);
    expect(printed.at(-1)).toContain("released without deleting");
    // The new one is now the only one that holds it.
    await remove(box, runtime, renamed.id, renamed.record);
    expect(boxes.has(old.id)).toBe(false);
  });

  test("two resources that update one object: the second is an error", async () => {
    const { id, record } = await create(box, runtime, RED);
    newRun();
    await update(box, runtime, id, record, { ...RED, color: "blue" });
    const other = { ...record, internal: { ...record.internal, owner: "another" } };
    expect((await failureOf(update(box, runtime, id, other, RED), VpsError)).code).toBe("claimed");
    expect(boxes.get(id)?.color).toBe("blue");
  });

  test("a replacement is not stopped by the object it replaces", async () => {
    const old = await create(box, runtime, { ...RED, size: 3 });
    newRun();
    const news = { ...RED, size: 5, allowReplace: true };
    expect(diff(box, runtime, old.id, old.record, news).changes).toEqual([
      { argument: "size", kind: "update", replaces: true, why: "program" },
    ]);
    const next = await create(box, runtime, news);
    await remove(box, runtime, old.id, old.record);
    expect([...boxes.keys()]).toEqual([next.id]);
  });
});

describe("gone means proved gone", () => {
  test("read: what is listed is ours, so the account's new name is recorded once it is known", async () => {
    const { id, record } = await create(box, runtime, RED);
    expect((await read(box, newRun("renamed"), id, record))?.record.internal.account).toBe("mine");
    expect((await read(box, newRun("renamed", "renamed"), id, record))?.record.internal.account).toBe("renamed");
  });

  test("read: of the same account; of another one nothing is concluded", async () => {
    const { id, record } = await create(box, runtime, RED);
    boxes.clear();
    expect(await read(box, newRun(), id, record)).toBeUndefined();
    expect((await failureOf(read(box, newRun("another"), id, record), VpsError)).code).toBe("other-account");
  });

  test("delete: the same", async () => {
    const { id, record } = await create(box, runtime, RED);
    boxes.clear();
    await remove(box, newRun(), id, record);
    expect((await failureOf(remove(box, newRun("another"), id, record), VpsError)).code).toBe("other-account");
    expect(asked).toEqual(["create"]);
  });

  test("what is only looked up by its id may be missing", async () => {
    const lookedUp = recorded<BoxState>({ name: "box", color: "red" }, { owner: "", account: "" });
    await expect(read(box, runtime, "99", lookedUp)).resolves.toBeUndefined();
  });
});

describe("pending work", () => {
  const pending = { kind: "paint", since: "2026-01-01T00:00:00Z", finished: { color: "blue" } };
  const unfinishedIn = (record: Recorded<BoxState>) => ({ ...record, internal: { ...record.internal, pending } });

  test("stays in what read returns until the hoster shows that it is done; then it counts as applied", async () => {
    const { id, record } = await create(box, runtime, RED);
    fault.done = false;
    const unfinished = await read(box, runtime, id, unfinishedIn(record));
    expect(unfinished?.record.internal.pending).toEqual(pending);
    expect(unfinished?.inputs).toEqual(RED);
    fault.done = true;
    const finished = await read(box, runtime, id, unfinishedIn(record));
    expect(finished?.record.internal).not.toHaveProperty("pending");
    expect(finished?.inputs).toEqual({ ...RED, color: "blue" });
  });

  test("an update that fails keeps the truth as far as it is known", async () => {
    const { id, record } = await create(box, runtime, RED);
    fault.sync = new VpsError("timeout", "cut");
    const failure = await failureOf(
      update(box, runtime, id, unfinishedIn(record), { ...RED, color: "blue" }),
      PartialFailure,
    );
    expect(failure).toMatchObject({
      id,
      message: "cut",
      record: { properties: { color: "red" }, internal: { pending } },
    });
  });
});

describe("drift never replaces", () => {
  const showingSize4 = ({ properties, internal }: Recorded<BoxState>) => ({
    properties: { ...properties, shownSize: 4 },
    internal,
  });

  test("an update refuses what only a new object could change back, and says what is shown", async () => {
    const { id, record } = await create(box, runtime, { ...RED, size: 3 });
    const error = await failureOf(update(box, runtime, id, showingSize4(record), { ...RED, size: 3 }), VpsError);
    expect(error.code).toBe("refused");
    expect(error.message).toContain("The hoster shows size: 4");
    expect(error.message).toContain("allowReplace: true; then nothing is replaced");
  });

  test("writing what is shown is accepted without a call", async () => {
    const { id, record } = await create(box, runtime, { ...RED, size: 3 });
    const accepted = await update(box, runtime, id, showingSize4(record), { ...RED, size: 4, allowReplace: true });
    expect(accepted.properties).toMatchObject({ size: 4, shownSize: 4 });
    expect(asked).toEqual(["create"]);
  });
});
