/** Whether the request log knows what was done and what was refused: most hosters here refuse with status 200. */
import type { Fault } from "../../simulator";
import { useSimulator } from "./support";

const world = useSimulator();
const { vpsorg, fornex, legacy, kiwivm, airvpn } = world;
/** Status and verdict of each request. */
const log = () => world.simulator.requests().map(({ status, carriedOut }) => [status, carriedOut]);

test.each<[string, () => Promise<unknown>, () => Promise<unknown>, number]>([
  ["VPS.org", () => vpsorg("GET", "/servers/"), () => vpsorg("GET", "/servers/1/"), 404],
  ["Fornex", () => fornex("GET", "/dns/domain/"), () => fornex("GET", "/dns/domain/a.example/entry_set/"), 404],
  ["Fornex 0.1", () => legacy("GET", "/ssh_keys/"), () => legacy("GET", "/vps/status/34-0/"), 200],
  ["KiwiVM", () => kiwivm("getServiceInfo"), () => kiwivm("snapshot/delete", { snapshot: "none" }), 200],
  ["KiwiVM's key", () => kiwivm("getServiceInfo"), () => kiwivm("getServiceInfo", { api_key: "wrong" }), 200],
  ["AirVPN", () => airvpn("userinfo"), () => airvpn("userinfo", { key: "wrong" }), 200],
  ["AirVPN in XML", () => airvpn("userinfo", { format: "xml" }), () => airvpn("nothing", { format: "xml" }), 200],
])("%s", async (_hoster, done, refused, status) => {
  await done();
  await refused();
  expect(log()).toEqual([
    [200, true],
    [status, false],
  ]);
});

test("a command that fails on the machine was carried out", async () => {
  expect(await kiwivm("basicShell/exec", { command: "exit 3" })).toMatchObject({ error: 3 });
  expect(log()).toEqual([[200, true]]);
});

test("a machine that is locked refuses", async () => {
  world.simulator.fault({ hoster: "kiwivm", kind: "lock" });
  await kiwivm("getServiceInfo");
  expect(log()).toEqual([[200, false]]);
});

test.each<[Fault["kind"], number, boolean]>([
  ["status", 200, false],
  ["html", 200, false],
  ["reset-before", 0, false],
  ["reset-after", 0, true],
])("a fault: %s", async (kind, status, carriedOut) => {
  world.simulator.fault({ hoster: "vpsorg", kind, ...(status > 0 ? { status } : {}) });
  await vpsorg("GET", "/servers/").catch(() => {});
  expect(log()).toEqual([[status, carriedOut]]);
});
