/** What is special about KiwiVM's functions. */
import { VpsError } from "../../../provider/errors/vpsError";
import { functions } from "../../../provider/functions";
import { callFunction } from "../../../provider/functions/call";
import type { VpsFunction } from "../../../provider/functions/contract";
import { failureOf } from "../../unit/support/errors";
import { telling } from "../../unit/support/operation";
import { useWorld } from "../world";

const VEID = "111141";
const ALL = Object.values(functions).filter(({ hoster }) => hoster === "kiwivm");

const world = useWorld("dynamic");
const run = () => world.runtime();
const patch = (machine: object) => world.simulator.patch({ kiwivm: { machines: { [VEID]: machine } } });
const switched = (switches: object) => world.simulator.patch({ kiwivm: { switches } });

test.each(ALL.map((definition) => [definition.name, definition] as const))(
  "%s waits for a machine that is locked, in KiwiVM's words",
  async (name, definition) => {
    const lines: string[] = [];
    world.simulator.fault({ hoster: "kiwivm", kind: "lock", times: 3 });
    await telling(lines, () => callFunction(definition as VpsFunction<object, object>, run(), { veid: VEID }));
    expect(lines.join("\n")).toMatch(new RegExp(`${name}: KiwiVM has locked machine 111141: OS Reinstall`));
  },
);

test("a machine without a key is said to lack one, before anything is asked", async () => {
  const { requests } = await world.requestsDuring(async () => {
    const error = await failureOf(callFunction(functions.getKiwiServer, run(), { veid: "999" }), VpsError);
    expect(error.message).toContain("kiwivmKeys");
  });
  expect(requests).toEqual([]);
});

test.each(["base64", "plain"])("descriptions of snapshots are read in %s; links are left out", async (descriptions) => {
  switched({ descriptions });
  patch({ snapshots: { "one.tar.gz": { description: "before the upgrade" }, "two.tar.gz": {} } });
  const { snapshots } = await callFunction(functions.getKiwiSnapshots, run(), { veid: VEID });
  expect(snapshots.map(({ description }) => description)).toEqual(["before the upgrade", ""]);
  expect(JSON.stringify(snapshots)).not.toMatch(/https?:/);
});

test("an old node shows its address, and neither kind nor multipliers", async () => {
  switched({ nodeAge: "old" });
  expect(await callFunction(functions.getKiwiServer, run(), { veid: VEID })).toMatchObject({
    vmType: "",
    nodeIp: expect.stringMatching(/\./),
  });
  const { locations } = await callFunction(functions.getKiwiLocations, run(), { veid: VEID });
  for (const location of locations) expect(location).not.toHaveProperty("dataTransferMultiplier");
});

test("a machine that does not run has no SSH port", async () => {
  switched({ veStatus: "capital" });
  patch({ power: { status: "stopped" } });
  const live = await callFunction(functions.getKiwiServerLive, run(), { veid: VEID });
  expect(live).toMatchObject({ status: "stopped", loadAverage: "" });
  expect(live.sshPort).toBeUndefined();
});
