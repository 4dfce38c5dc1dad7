import type { VpsorgSwitches } from "../../simulator";
import { send, useSimulator } from "./support";

const world = useSimulator();
const { vpsorg } = world;

const WEB = { name: "web", plan_id: 1, os_id: 5, location: "us-west" };

const set = (switches: Partial<VpsorgSwitches>) => world.simulator.patch({ vpsorg: { switches } });
const create = async (fields: object = {}) => (await vpsorg("POST", "/servers/", { ...WEB, ...fields })).json;
const get = async (id: number | string) => (await vpsorg("GET", `/servers/${id}/`)).json;

async function listOf25(query: string) {
  const ids = Array.from({ length: 25 }, (_, index) => [String(index + 1), {}]);
  world.simulator.patch({ vpsorg: { servers: Object.fromEntries(ids) } });
  const { json, status } = await vpsorg("GET", `/servers/${query}`);
  return status === 200 ? { count: json.count, shown: json.results.length } : { status };
}

/** Asked for JSON, for any type, for text, and for HTML with all other types far behind. */
async function acceptedBy(path: string): Promise<number[]> {
  const { VPS_API_URL, VPS_API_TOKEN } = world.simulator.env;
  const statuses: number[] = [];
  for (const accept of ["application/json", "*/*", "text/plain", "text/html, */*;q=0.1"]) {
    const headers = { accept, authorization: `Bearer ${VPS_API_TOKEN}` };
    statuses.push((await send("GET", `${VPS_API_URL}${path}`, { headers })).status);
  }
  return statuses;
}

/** The type makes sure that no switch is forgotten. */
const checks: { [S in keyof Required<VpsorgSwitches>]: Record<string, () => Promise<void>> } = {
  lists: {
    "paged, the default": async () => {
      expect(await listOf25("")).toEqual({ count: 25, shown: 20 });
      expect(await listOf25("?page=2")).toEqual({ count: 25, shown: 5 });
      expect(await listOf25("?page_size=1000")).toEqual({ count: 25, shown: 25 });
      expect(await listOf25("?page=3")).toEqual({ status: 404 });
    },
    "paged-own-count": async () => {
      set({ lists: "paged-own-count" });
      expect(await listOf25("")).toEqual({ count: 20, shown: 20 });
      expect(await listOf25("?page=2")).toEqual({ count: 5, shown: 5 });
    },
    whole: async () => {
      set({ lists: "whole" });
      expect(await listOf25("?page=2&page_size=3")).toEqual({ count: 25, shown: 25 });
    },
  },
  uuidIds: {
    "off: integers": async () => expect(await create()).toMatchObject({ id: 12345 }),
    on: async () => {
      set({ uuidIds: true });
      const { id } = await create();
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f-]{27}$/);
      world.simulator.advance(300);
      expect(await get(id)).toMatchObject({ id, status: "active" });
    },
  },
  accept: {
    "strict, the default": async () => expect(await acceptedBy("/servers/")).toEqual([200, 200, 406, 200]),
    ignored: async () => {
      set({ accept: "ignored" });
      expect(await acceptedBy("/servers/")).toEqual([200, 200, 200, 200]);
    },
  },
  redirectWrites: {
    on: async () => {
      const { status, headers } = await vpsorg("POST", "/servers", WEB);
      expect([status, headers.get("location")]).toEqual([301, "/vpsorg/api/v1/servers/"]);
      expect(world.simulator.state().vpsorg.servers).toEqual({});
    },
    off: async () => {
      set({ redirectWrites: false });
      expect((await vpsorg("POST", "/servers", WEB)).status).toBe(404);
      expect((await vpsorg("GET", "/servers")).status).toBe(301);
      expect(world.simulator.state().vpsorg.servers).toEqual({});
    },
  },
  lingeringDelete: {
    "on: listed as deleting for a while": async () => {
      const { id } = await create();
      expect((await vpsorg("DELETE", `/servers/${id}/`)).status).toBe(204);
      expect(await get(id)).toMatchObject({ status: "deleting" });
      expect((await vpsorg("GET", "/servers/")).json.results).toMatchObject([{ id, status: "deleting" }]);
      expect((await vpsorg("DELETE", `/servers/${id}/`)).status).toBe(204);
      expect((await vpsorg("POST", `/servers/${id}/start/`)).status).toBe(400);
      world.simulator.advance(31);
      expect((await vpsorg("GET", "/servers/")).json).toEqual({ count: 0, results: [] });
      expect((await vpsorg("DELETE", `/servers/${id}/`)).status).toBe(404);
    },
    off: async () => {
      set({ lingeringDelete: false });
      const { id } = await create();
      expect((await vpsorg("DELETE", `/servers/${id}/`)).status).toBe(204);
      expect((await vpsorg("GET", `/servers/${id}/`)).status).toBe(404);
    },
  },
  updateAnswer: {
    "empty, the default": async () => {
      const { id } = await create();
      expect(await vpsorg("PATCH", `/servers/${id}/`, { name: "new" })).toMatchObject({ status: 200, text: "" });
    },
    server: async () => {
      set({ updateAnswer: "server" });
      const { id } = await create();
      const { json } = await vpsorg("PATCH", `/servers/${id}/`, { name: "new" });
      expect(json).toEqual(await get(id));
    },
  },
  uniqueNames: {
    off: async () => expect((await create()).id).not.toBe((await create()).id),
    on: async () => {
      set({ uniqueNames: true });
      await create();
      const { id } = await create({ name: "other" });
      expect(await create()).toEqual({ name: [expect.any(String)] });
      expect((await vpsorg("PATCH", `/servers/${id}/`, { name: "web" })).status).toBe(400);
      expect((await vpsorg("PATCH", `/servers/${id}/`, { name: "other" })).status).toBe(200);
    },
  },
  nameCase: {
    "lower, the default": async () => {
      set({ uniqueNames: true });
      const { id } = await create({ name: "Web-1", hostname: "Web-1.Example.com" });
      expect(await get(id)).toMatchObject({ name: "web-1", hostname: "web-1.example.com" });
      expect(await create({ name: "WEB-1" })).toEqual({ name: [expect.any(String)] });
      expect((await vpsorg("PATCH", `/servers/${id}/`, { name: "WEB-1" })).status).toBe(200);
      await vpsorg("PUT", `/servers/${id}/`, { name: "Web-2", hostname: "Web-2.Example.com", backups_enabled: false });
      expect(await get(id)).toMatchObject({ name: "web-2", hostname: "web-2.example.com" });
    },
    "as-sent": async () => {
      set({ nameCase: "as-sent", uniqueNames: true });
      const { id } = await create({ name: "Web-1", hostname: "Web-1.Example.com" });
      expect(await get(id)).toMatchObject({ name: "Web-1", hostname: "Web-1.Example.com" });
      expect(await create({ name: "WEB-1" })).toMatchObject({ name: "WEB-1" });
    },
  },
  suspendedRefusesStart: {
    on: async () => {
      world.simulator.patch({ vpsorg: { servers: { "1": { status: "suspended" } } } });
      expect((await vpsorg("POST", "/servers/1/start/")).status).toBe(400);
    },
    off: async () => {
      set({ suspendedRefusesStart: false });
      world.simulator.patch({ vpsorg: { servers: { "1": { status: "suspended" } } } });
      expect((await vpsorg("POST", "/servers/1/start/")).status).toBe(200);
    },
  },
  activeRefusesStart: {
    on: async () => {
      world.simulator.patch({ vpsorg: { servers: { "1": { status: "active" } } } });
      const { status, json } = await vpsorg("POST", "/servers/1/start/");
      expect([status, json]).toEqual([400, { detail: "Server is already running." }]);
    },
    off: async () => {
      set({ activeRefusesStart: false });
      world.simulator.patch({ vpsorg: { servers: { "1": { status: "active" } } } });
      expect((await vpsorg("POST", "/servers/1/start/")).json.server.status).toBe("starting");
    },
  },
  earlyAddress: {
    on: async () => {
      const { id } = await create();
      world.simulator.advance(115);
      expect(await get(id)).toMatchObject({ status: "provisioning", ip_address: expect.any(String) });
    },
    off: async () => {
      set({ earlyAddress: false });
      const { id } = await create();
      world.simulator.advance(115);
      expect(await get(id)).toMatchObject({ status: "provisioning", ip_address: null });
      world.simulator.advance(200);
      expect(await get(id)).toMatchObject({ status: "active", ip_address: expect.any(String) });
    },
  },
  omittedHostname: {
    "null, the default": async () => expect(await create()).toMatchObject({ hostname: null }),
    name: async () => {
      set({ omittedHostname: "name" });
      expect(await create()).toMatchObject({ hostname: "web" });
    },
  },
  neverReady: {
    off: async () => {
      const { id } = await create();
      world.simulator.advance(301);
      expect(await get(id)).toMatchObject({ status: "active" });
    },
    "on: only for servers created from then on": async () => {
      const before = await create();
      set({ neverReady: true });
      const after = await create();
      world.simulator.advance(100_000);
      expect([(await get(before.id)).status, (await get(after.id)).status]).toEqual(["active", "provisioning"]);
    },
  },
  settingsShown: {
    "at-once, the default": async () => {
      const { id } = await create();
      await vpsorg("PATCH", `/servers/${id}/`, { hostname: "a.example.com" });
      expect(await get(id)).toMatchObject({ hostname: "a.example.com" });
    },
    later: async () => {
      set({ settingsShown: "later", updateAnswer: "server" });
      const { id } = await create();
      const { status, json } = await vpsorg("PATCH", `/servers/${id}/`, { hostname: "a.example.com" });
      expect([status, json.hostname]).toEqual([200, null]);
      await vpsorg("PATCH", `/servers/${id}/`, { backups_enabled: true });
      expect(await get(id)).toMatchObject({ hostname: null, backups_enabled: false });
      world.simulator.advance(11);
      expect(await get(id)).toMatchObject({ name: "web", hostname: "a.example.com", backups_enabled: true });
    },
  },
  ignores: {
    "nothing, the default": async () => {
      const { id } = await create({ plan_id: 2, hostname: "a.example.com" });
      expect(await get(id)).toMatchObject({ plan: { id: 2 }, hostname: "a.example.com" });
    },
    "fields of a change": async () => {
      const { id } = await create({ hostname: "a.example.com" });
      set({ ignores: ["name", "hostname"], updateAnswer: "server" });
      const all = { name: "other", hostname: "b.example.com", backups_enabled: true };
      const put = await vpsorg("PUT", `/servers/${id}/`, all);
      expect(put.status).toBe(200);
      const kept = { name: "web", hostname: "a.example.com", backups_enabled: true };
      expect(put.json).toMatchObject(kept);
      expect((await vpsorg("PATCH", `/servers/${id}/`, { name: "other" })).status).toBe(200);
      expect(await get(id)).toMatchObject(kept);
    },
    "fields of an order": async () => {
      set({ ignores: ["plan_id", "os_id", "location", "hostname", "backups_enabled"] });
      const sent = { plan_id: 2, location: "us-east", hostname: "a.example.com", backups_enabled: true };
      const { id } = await create(sent);
      expect(await get(id)).toMatchObject({ plan: { id: 1 }, os: { id: 1 }, location: "us-west", hostname: null });
      expect(await get(id)).toMatchObject({ backups_enabled: false });
    },
    "power actions": async () => {
      set({ ignores: ["start", "stop"] });
      world.simulator.patch({ vpsorg: { servers: { "1": { status: "active" }, "2": { status: "stopped" } } } });
      expect((await vpsorg("POST", "/servers/1/stop/")).json).toMatchObject({ server: { status: "active" } });
      expect((await vpsorg("POST", "/servers/2/start/")).json).toMatchObject({ server: { status: "stopped" } });
      world.simulator.advance(100);
      expect([(await get(1)).status, (await get(2)).status]).toEqual(["active", "stopped"]);
    },
  },
};

for (const [name, positions] of Object.entries(checks)) {
  describe(`VPS.org switch ${name}`, () => {
    for (const [position, check] of Object.entries(positions)) test(position, check);
  });
}
