import { useSimulator } from "./support";

const world = useSimulator();
const { fornex } = world;

const KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIExample me@home";
const list = async () => (await fornex("GET", "/ssh_keys/")).json;
const add = (fields: object = {}) => fornex("POST", "/ssh_keys/", { title: "laptop", key: KEY, ...fields });
const linked = async (order = "34-177054") =>
  (await fornex("GET", `/vps/${order}/ssh_keys/`)).json.map(({ id }: { id: number }) => id);

test("a bare array; the account begins with one key", async () => {
  expect(await list()).toEqual([
    {
      id: 67,
      key: expect.stringMatching(/^ssh-rsa \S+ test@test$/),
      title: "test@test",
      date: "2017-12-19T09:30:00",
      default: false,
    },
  ]);
});

test("created, listed, deleted; no other way to read or change one", async () => {
  const made = await add({ default: true });
  expect(made.status).toBe(201);
  expect(made.json).toEqual({
    id: expect.any(Number),
    key: KEY,
    title: "laptop",
    date: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/),
    default: true,
  });
  expect((await list())[1]).toEqual(made.json);

  const path = `/ssh_keys/${made.json.id}/`;
  for (const method of ["GET", "PUT", "PATCH"]) expect((await fornex(method, path)).status).toBe(405);
  expect(await fornex("DELETE", path)).toMatchObject({ status: 204, text: "" });
  expect((await fornex("DELETE", path)).status).toBe(404);
  expect(await list()).toHaveLength(1);
});

test("an id is never given twice", async () => {
  const { id } = (await add()).json;
  await fornex("DELETE", `/ssh_keys/${id}/`);
  expect((await add()).json.id).toBeGreaterThan(id);
});

test("a new key links itself to every server, a deleted one unlinks itself", async () => {
  const { id } = (await add()).json;
  expect([await linked(), await linked("34-1234")]).toEqual([
    [67, id],
    [67, id],
  ]);
  await fornex("DELETE", `/ssh_keys/${id}/`);
  expect(await linked()).toEqual([67]);
});

test("linked and unlinked by hand", async () => {
  const unlink = await fornex("POST", "/vps/34-177054/ssh_keys/delete/", { key_pk: 67 });
  expect([unlink.status, unlink.text]).toEqual([200, ""]);
  expect([await linked(), await linked("34-1234")]).toEqual([[], [67]]);
  const link = await fornex("POST", "/vps/34-177054/ssh_keys/add/", undefined, { key_pk: "67" });
  expect([link.status, link.text]).toEqual([200, ""]);
  expect(await linked()).toEqual([67]);

  for (const key_pk of [999, "x", undefined]) {
    const { status, json } = await fornex("POST", "/vps/34-177054/ssh_keys/add/", { key_pk });
    expect([status, Object.keys(json)]).toEqual([400, ["key_pk"]]);
  }
});

test.each([
  ["key", { key: undefined }],
  ["key", { key: "  " }],
  ["key", { key: "x".repeat(16385) }],
  ["title", { title: "" }],
  ["title", { title: "x".repeat(129) }],
  ["default", { default: "maybe" }],
])("400 that names %s for %j", async (field, fields) => {
  const { status, json } = await add(fields);
  expect([status, Object.keys(json)]).toEqual([400, [field]]);
});

test("the three body types", async () => {
  const body = new FormData();
  body.set("title", "multi");
  body.set("key", KEY);
  const { FORNEX_API_KEY, FORNEX_BASE_URL } = world.simulator.env;
  const headers = { authorization: `Api-Key ${FORNEX_API_KEY}` };
  expect((await fetch(`${FORNEX_BASE_URL}/ssh_keys/`, { method: "POST", headers, body })).status).toBe(201);
  expect((await fornex("POST", "/ssh_keys/", undefined, { title: "form", key: KEY, default: "true" })).status).toBe(
    201,
  );
  expect((await list()).slice(1)).toMatchObject([{ title: "multi" }, { title: "form", default: true }]);
});
