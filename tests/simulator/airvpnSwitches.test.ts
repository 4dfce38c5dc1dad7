import type { AirvpnSwitches } from "../../simulator";
import { send, useSimulator } from "./support";

const world = useSimulator();
const { airvpn } = world;

const set = (switches: Partial<AirvpnSwitches>) => world.simulator.patch({ airvpn: { switches } });
const disconnected = () => world.simulator.patch({ airvpn: { sessions: null } });

async function types(value: AirvpnSwitches["types"]) {
  set({ types: value });
  const { user, sessions } = await airvpn("userinfo");
  const { servers } = await airvpn("status");
  return [user.posts, user.premium, user.register_unix, sessions[0].bytes_read, servers[0].bw].map(
    (field) => typeof field,
  );
}

async function connection(value: AirvpnSwitches["noConnection"]) {
  set({ noConnection: value });
  disconnected();
  const answer = await airvpn("userinfo");
  expect([answer.sessions, answer.user.connected]).toEqual([[], false]);
  return "connection" in answer ? answer.connection : "missing";
}

async function unauthorized(value: AirvpnSwitches["errors"]) {
  set({ errors: value });
  return airvpn("userinfo", { key: "wrong" });
}

async function entry(value: boolean) {
  set({ entryFields: value });
  return "entry_ip" in (await airvpn("userinfo")).connection;
}

async function lastAttempt(value: AirvpnSwitches["noDate"]) {
  set({ noDate: value });
  world.simulator.patch({ airvpn: { user: { lastAttempt: null } } });
  const { user } = await airvpn("userinfo");
  return [user.last_attempt_unix, user.last_attempt_date];
}

async function emptyFilter(value: AirvpnSwitches["emptyFilter"]) {
  set({ emptyFilter: value });
  return (await airvpn("disconnect", { server: "", device: "" })).sessions_disconnected;
}

async function banned(value: AirvpnSwitches["banned"]) {
  set({ banned: value });
  world.simulator.patch({ airvpn: { limit: { bannedUntil: "2100-01-01T00:00:00Z" } } });
  return send("GET", `${world.simulator.env.AIRVPN_API_URL}/status/`);
}

const NOT = "Not authorized";

/** The type makes sure that no switch is forgotten. */
const checks: { [S in keyof AirvpnSwitches]: Record<string, () => Promise<void>> } = {
  types: {
    ints: async () => expect(await types("ints")).toEqual(["number", "boolean", "number", "number", "number"]),
    texts: async () => expect(await types("texts")).toEqual(["string", "boolean", "number", "string", "number"]),
    loose: async () => expect(await types("loose")).toEqual(["string", "number", "string", "string", "string"]),
  },
  noConnection: {
    "[]": async () => expect(await connection("[]")).toEqual([]),
    null: async () => expect(await connection("null")).toBeNull(),
    "{}": async () => expect(await connection("{}")).toEqual({}),
    missing: async () => expect(await connection("missing")).toBe("missing"),
  },
  noDate: {
    null: async () => expect(await lastAttempt("null")).toEqual([null, null]),
    zero: async () => expect(await lastAttempt("zero")).toEqual([0, "0000-00-00 00:00:00"]),
  },
  entryFields: {
    on: async () => expect(await entry(true)).toBe(true),
    off: async () => expect(await entry(false)).toBe(false),
  },
  errors: {
    error: async () => expect(await unauthorized("error")).toEqual({ error: NOT }),
    result: async () => expect(await unauthorized("result")).toEqual({ result: NOT }),
    both: async () => expect(await unauthorized("both")).toEqual({ error: NOT, result: NOT }),
  },
  emptyFilter: {
    all: async () => expect(await emptyFilter("all")).toBe(2),
    none: async () => expect(await emptyFilter("none")).toBe(0),
  },
  banned: {
    reset: async () => expect(banned("reset")).rejects.toThrow(),
    hang: async () => {
      set({ banned: "hang" });
      world.simulator.patch({ airvpn: { limit: { bannedUntil: "2100-01-01T00:00:00Z" } } });
      const abort = new AbortController();
      const answer = fetch(`${world.simulator.env.AIRVPN_API_URL}/status/`, { signal: abort.signal });
      while (world.simulator.requests().length === 0) await new Promise(setImmediate);
      abort.abort();
      await expect(answer).rejects.toThrow();
    },
    "429": async () => expect((await banned("429")).status).toBe(429),
    error: async () =>
      expect(await banned("error")).toMatchObject({ status: 200, json: { error: expect.any(String) } }),
  },
};

describe.each(Object.entries(checks))("%s", (_, positions) => {
  test.each(Object.entries(positions))("%s", (__, check) => check());
});
