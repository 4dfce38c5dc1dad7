import { Comparison } from "../../../../provider/lifecycle/reconcile/comparison";
import { ignoredIn, withIgnored } from "../../../../provider/lifecycle/reconcile/ignored";
import { vpsOrgServer } from "../../../../provider/resources/vpsorg/server";
import type { VpsOrgServerArgs, VpsOrgServerState } from "../../../../provider/resources/vpsorg/serverModel";
import { recorded } from "../../support/record";

const SERVER = { name: "web", planId: 1, osId: 5, location: "us-west" };
const STATE = { ...SERVER, plan: { id: 2 }, os: { id: 5 }, currentLocation: "us-west" } as VpsOrgServerState;

const names = (...paths: string[]) => [...ignoredIn<VpsOrgServerArgs>(vpsOrgServer, paths)];
const compared = (args: VpsOrgServerArgs, paths?: string[], applied?: string[]) =>
  new Comparison(vpsOrgServer, recorded(STATE, { ignoreChanges: applied }), args, paths);

describe("what ignoreChanges names", () => {
  test("are arguments, by the first name of each path", () => {
    expect(names()).toEqual([]);
    expect(names("planId", "osId[0].x", "location.y")).toEqual(["planId", "osId", "location"]);
    expect(names('["hostname"]', '["osId"][0]')).toEqual(["osId", "hostname"]);
    expect(names("plan", "nothing", "")).toEqual([]);
  });

  test("is every argument with *", () => {
    expect(names("*")).toEqual(Object.keys(vpsOrgServer.arguments));
  });

  test("has neither changed nor drifted, and is no hindrance to adoption", () => {
    const other = { ...SERVER, planId: 3 };
    expect(compared(other)).toMatchObject({ changed: ["planId"], drifted: ["planId"], otherThanShown: ["planId"] });
    expect(compared(other, ["planId"])).toMatchObject({ changed: [], drifted: [], impossible: [], otherThanShown: [] });
  });
});

test("another list is told apart from the one applied; none is the same as an empty one", () => {
  expect(compared(SERVER, ["planId"]).ignoresOthers).toBe(true);
  expect(compared(SERVER, ["planId"], ["planId"]).ignoresOthers).toBe(false);
  expect(compared(SERVER, undefined, ["planId"]).ignoresOthers).toBe(true);
  expect(compared(SERVER, [], undefined).ignoresOthers).toBe(false);
});

test("what is ignored stays what there is; what the program leaves out stays left out", () => {
  const args: VpsOrgServerArgs = { ...SERVER, planId: 3, hostname: "b.example.com" };
  const state = { ...STATE, hostname: "a.example.com", backupsEnabled: true };
  const ignored = ignoredIn<VpsOrgServerArgs>(vpsOrgServer, ["planId", "hostname", "backupsEnabled"]);
  expect(withIgnored(args, state, ignored)).toEqual({ ...SERVER, hostname: "a.example.com" });
});
