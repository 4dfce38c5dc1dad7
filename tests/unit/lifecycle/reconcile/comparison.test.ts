import { Comparison } from "../../../../provider/lifecycle/reconcile/comparison";
import type { Internal } from "../../../../provider/lifecycle/record";
import { fornexDnsRecord } from "../../../../provider/resources/fornex/dnsRecord";
import type { FornexDnsRecordArgs } from "../../../../provider/resources/fornex/dnsRecordModel";
import { vpsOrgServer } from "../../../../provider/resources/vpsorg/server";
import type { VpsOrgServerArgs, VpsOrgServerState } from "../../../../provider/resources/vpsorg/serverModel";
import { recorded } from "../../support/record";

const RECORD = { domain: "Example.com.", host: "@", type: "MX" as const, value: "MX.Example.net.", prio: 10 };
const SERVER = { name: "web", planId: 1, osId: 5, location: "us-west" };
const SERVER_STATE = { ...SERVER, plan: { id: 1 }, os: { id: 5 }, currentLocation: "us-west" };

const record = (args: Partial<FornexDnsRecordArgs>, state: object = {}) =>
  new Comparison(fornexDnsRecord, recorded({ ...RECORD, ttl: 300 as const, recordId: 7, ...state }), args);
const server = (args: Partial<VpsOrgServerArgs>, state: object = {}, internal: Partial<Internal> = {}) => {
  // Only what is compared.
  const properties = { ...SERVER_STATE, ...state } as VpsOrgServerState;
  return new Comparison(vpsOrgServer, recorded(properties, internal), args);
};

describe("changed", () => {
  test("is what is required, given or has a meaning when left out, compared by meaning", () => {
    const respelled = { domain: "example.com", type: "MX", value: "mx.example.net", prio: 10 } as const;
    expect(record(respelled).changed).toEqual([]);
    expect(record({ ...respelled, host: "www", prio: 20 }).changed).toEqual(["host", "prio"]);
    expect(record(respelled, { host: "www" }).changed).toEqual(["host"]);
  });

  test("is not what the program left out", () => {
    expect(server(SERVER, { hostname: "a.example.com", backupsEnabled: true }).changed).toEqual([]);
  });
});

describe("what the hoster shows beside what was applied", () => {
  test("is drift where it is something else, in what is managed only", () => {
    expect(server(SERVER).drifted).toEqual([]);
    expect(server(SERVER, { plan: { id: 2 } }).drifted).toEqual(["planId"]);
    expect(server(SERVER, { plan: undefined }).drifted).toEqual([]);
  });

  test("makes a change possible that asks for just that", () => {
    expect(server({ ...SERVER, planId: 2 })).toMatchObject({ changed: ["planId"], impossible: ["planId"] });
    expect(server({ ...SERVER, planId: 2 }, { plan: { id: 2 } })).toMatchObject({
      changed: ["planId"],
      impossible: [],
    });
    expect(server({ ...SERVER, sshKeyId: 3 }).impossible).toEqual(["sshKeyId"]);
  });

  test("is what an adopted object must be", () => {
    const adopted = server({ ...SERVER, planId: "1" }, { plan: { id: 2 }, currentLocation: "eu" });
    expect(adopted.otherThanShown).toEqual(["planId", "location"]);
    expect(adopted.shown(["planId", "location"])).toBe('planId: 2, location: "eu"');
  });
});

test("what is managed from now on, and what no longer is; but not what means the same left out", () => {
  const args = { ...SERVER, powerState: "on" as const, allowReplace: true };
  const compared = server(args, {}, { specified: ["backupsEnabled"] });
  expect(compared).toMatchObject({ nowManaged: ["powerState"], noLongerManaged: ["backupsEnabled"] });
  expect(record(RECORD)).toMatchObject({ nowManaged: ["prio"], noLongerManaged: [] });
});
