import { connect } from "node:net";
import type { Fault } from "../../simulator";
import { useSimulator } from "./support";

const world = useSimulator();
const { vpsorg, fornex, admin } = world;

const WEB = { name: "web", plan_id: 1, os_id: 5, location: "us-west" };
const create = () => vpsorg("POST", "/servers/", WEB);
const serverCount = () => Object.keys(world.simulator.state().vpsorg.servers).length;
const statuses = () => world.simulator.requests().map(({ status }) => status);

/** Everything the connection brings, and how it ends. */
function rawCreate(): Promise<{ received: string; ended: string }> {
  const body = JSON.stringify(WEB);
  const { hostname, port, pathname } = new URL(`${world.simulator.env.VPS_API_URL}/servers/`);
  const request = [
    `POST ${pathname} HTTP/1.1`,
    "Host: simulator",
    `Authorization: Bearer ${world.simulator.env.VPS_API_TOKEN}`,
    "Content-Type: application/json",
    `Content-Length: ${body.length}`,
    "",
    body,
  ].join("\r\n");
  return new Promise((resolve) => {
    let received = "";
    const socket = connect(Number(port), hostname, () => socket.write(request));
    socket.on("data", (data) => {
      received += data.toString();
    });
    socket.on("error", (error: NodeJS.ErrnoException) => resolve({ received, ended: error.code ?? "error" }));
    socket.on("end", () => resolve({ received, ended: "end" }));
  });
}

test("status: not carried out, with Retry-After, as often as asked", async () => {
  world.simulator.fault({ hoster: "vpsorg", times: 2, kind: "status", status: 429, retryAfter: 7 });
  for (const _ of [1, 2]) {
    const reply = await create();
    expect([reply.status, reply.headers.get("retry-after")]).toEqual([429, "7"]);
  }
  expect(serverCount()).toBe(0);
  expect((await create()).status).toBe(201);
  expect(statuses()).toEqual([429, 429, 201]);
});

test("status is 500 and once if nothing is said", async () => {
  world.simulator.fault({ hoster: "vpsorg", kind: "status" });
  const reply = await create();
  expect([reply.status, reply.headers.get("retry-after")]).toEqual([500, null]);
  expect((await create()).status).toBe(201);
});

test.each([undefined, 200, 403])("html with status %p: not carried out", async (status) => {
  world.simulator.fault({ hoster: "vpsorg", kind: "html", ...(status === undefined ? {} : { status }) });
  const reply = await create();
  expect(reply.status).toBe(status ?? 502);
  expect(reply.headers.get("content-type")).toContain("text/html");
  expect(reply.text).toMatch(/^<!DOCTYPE html>/);
  expect(serverCount()).toBe(0);
});

test("cut: carried out, half of the promised body", async () => {
  world.simulator.fault({ hoster: "vpsorg", kind: "cut" });
  const { received } = await rawCreate();
  const [head = "", body = ""] = received.split("\r\n\r\n");
  const promised = Number(/content-length: (\d+)/i.exec(head)?.[1]);
  expect(head).toMatch(/^HTTP\/1.1 201/);
  expect(body.length).toBe(Math.floor(promised / 2));
  expect(serverCount()).toBe(1);
  expect(statuses()).toEqual([201]);
});

test("cut is an error for a client", async () => {
  world.simulator.fault({ hoster: "vpsorg", kind: "cut" });
  await expect(vpsorg("GET", "/servers/")).rejects.toThrow();
});

test("cut without a body to cut: no answer", async () => {
  world.simulator.patch({ vpsorg: { servers: { "1": {} } } });
  world.simulator.fault({ hoster: "vpsorg", kind: "cut" });
  await expect(vpsorg("DELETE", "/servers/1/")).rejects.toThrow();
  expect(world.simulator.state().vpsorg.servers["1"]?.status).toBe("deleting");
  expect(statuses()).toEqual([0]);
});

test("slow: carried out at once, answered in full later", async () => {
  world.simulator.fault({ hoster: "vpsorg", kind: "slow", delayMs: 80 });
  const start = performance.now();
  const pending = create();
  expect((await pending).status).toBe(201);
  expect(performance.now() - start).toBeGreaterThanOrEqual(75);
});

test("slow: a client that gives up has its server nevertheless", async () => {
  world.simulator.fault({ hoster: "vpsorg", kind: "slow", delayMs: 60_000 });
  const abort = new AbortController();
  const pending = fetch(`${world.simulator.env.VPS_API_URL}/servers/`, {
    method: "POST",
    signal: abort.signal,
    body: JSON.stringify(WEB),
    headers: { authorization: `Bearer ${world.simulator.env.VPS_API_TOKEN}`, "content-type": "application/json" },
  });
  while (serverCount() === 0) await new Promise(setImmediate);
  abort.abort();
  await expect(pending).rejects.toThrow();
  expect((await vpsorg("GET", "/servers/")).json.count).toBe(1);
});

test.each([
  ["reset-before", 0],
  ["reset-after", 1],
] as const)("%s: no answer, %d servers", async (kind, servers) => {
  world.simulator.fault({ hoster: "vpsorg", kind });
  expect(await rawCreate()).toEqual({ received: "", ended: "ECONNRESET" });
  expect(serverCount()).toBe(servers);
  expect(statuses()).toEqual([0]);
});

test.each<[string, Partial<Fault>, boolean]>([
  ["any", {}, true],
  ["the method", { method: "POST" }, true],
  ["another method", { method: "GET" }, false],
  ["the method in lower case", { method: "post" }, true],
  ["the path", { path: "/dns/domain/" }, true],
  ["a part of the path", { path: "/dns/" }, false],
  ["a glob", { path: "/dns/*" }, true],
  ["a glob in the middle", { path: "/*/domain/" }, true],
  ["a dot is a dot", { path: "/dns.domain/" }, false],
  ["another hoster", { hoster: "vpsorg" }, false],
])("matching by %s", async (_, part, hit) => {
  world.simulator.fault({ hoster: "fornex", times: 1, kind: "status", status: 503, ...part });
  const { status } = await fornex("POST", "/dns/domain/", { name: "example.com", ip: "127.0.0.1" });
  expect(status).toBe(hit ? 503 : 201);
});

test("the oldest fault that matches comes first", async () => {
  world.simulator.fault({ hoster: "fornex", kind: "status", status: 503 });
  world.simulator.fault({ hoster: "fornex", kind: "status", status: 429 });
  expect((await fornex("GET", "/account/info")).status).toBe(503);
  expect((await fornex("GET", "/account/info")).status).toBe(429);
});

test("over HTTP: set, cleared", async () => {
  expect((await admin("POST", "/faults", { hoster: "fornex", times: 5, kind: "status", status: 503 })).status).toBe(
    204,
  );
  expect((await fornex("GET", "/account/info")).status).toBe(503);
  expect((await admin("DELETE", "/faults")).status).toBe(204);
  expect((await fornex("GET", "/account/info")).status).toBe(200);
});

test.each([
  ["hoster", { times: 1, kind: "status" }],
  ["hoster", { hoster: "acme", times: 1, kind: "status" }],
  ["kind", { hoster: "vpsorg", times: 1, kind: "explode" }],
  ["times", { hoster: "vpsorg", times: 0, kind: "status" }],
  ["path", { hoster: "vpsorg", times: 1, kind: "status", path: "servers" }],
  ["metod", { hoster: "vpsorg", times: 1, kind: "status", metod: "GET" }],
  ["kiwivm", { hoster: "vpsorg", times: 1, kind: "lock" }],
])("400 that names %s for %j", async (named, fault) => {
  const { status, json } = await admin("POST", "/faults", fault);
  expect(status).toBe(400);
  expect(json.error).toContain(named);
});

test("lock is KiwiVM's", async () => {
  expect((await admin("POST", "/faults", { hoster: "kiwivm", times: 1, kind: "lock" })).status).toBe(204);
});
