/**
 * How to test a stack that uses this package, without CLI, hoster or account: Pulumi's mocks stand in for the engine,
 * and the tests look at what the program asks for. In a program of your own, import from "pulumi-vps".
 */
import * as pulumi from "@pulumi/pulumi";
import { FornexDnsDomain, FornexDnsRecord, VpsOrgServer } from "../../../sdk";
import { known, type Registered, secret, useMocks } from "./support";

/** The program under test: a server, its zone, and two records. Your own would be imported. */
function program(rootDomain: string) {
  const server = new VpsOrgServer(
    "web",
    { name: "web-server-01", planId: 1, osId: 5, location: "us-west", hostname: `web01.${rootDomain}` },
    { protect: true },
  );
  const zone = new FornexDnsDomain("zone", { name: rootDomain, ip: server.ipAddress, seededRecords: "remove" });
  const apex = new FornexDnsRecord("apex", { domain: zone.name, type: "A", value: server.ipAddress, ttl: 300 });
  const mail = new FornexDnsRecord("mail", { domain: zone.name, type: "MX", value: `mx.${rootDomain}.`, prio: 10 });
  return { server, zone, apex, mail, address: server.ipAddress };
}

/** What VPS.org and Fornex would answer. */
const ANSWERS = {
  "pulumi-nodejs:dynamic/vps:VpsOrgServer": { serverId: "17", status: "active", ipAddress: "192.0.2.10" },
  "pulumi-nodejs:dynamic/vps:FornexDnsDomain": { seeded: [], createdAt: "2026-01-01T00:00:00" },
  "pulumi-nodejs:dynamic/vps:FornexDnsRecord": { recordId: 7 },
};

describe("the program", () => {
  let registered: Registered[];
  let stack: ReturnType<typeof program>;
  const inputsOf = (name: string) => registered.find((resource) => resource.name === name)?.inputs;

  beforeEach(async () => {
    registered = await useMocks(ANSWERS);
    stack = program("example.com");
    // Everything is registered once the outputs of the last resources are known.
    await Promise.all([known(stack.apex.recordId), known(stack.mail.recordId)]);
  });

  test("asks for one server, one zone and two records", () => {
    expect(registered.map(({ type }) => type).sort()).toEqual([
      "pulumi-nodejs:dynamic/vps:FornexDnsDomain",
      "pulumi-nodejs:dynamic/vps:FornexDnsRecord",
      "pulumi-nodejs:dynamic/vps:FornexDnsRecord",
      "pulumi-nodejs:dynamic/vps:VpsOrgServer",
    ]);
  });

  test("orders the server as agreed", () => {
    expect(inputsOf("web")).toMatchObject({ name: "web-server-01", planId: 1, hostname: "web01.example.com" });
  });

  test("points zone and record to the server's address", () => {
    expect(inputsOf("zone")).toMatchObject({ name: "example.com", ip: "192.0.2.10", seededRecords: "remove" });
    expect(inputsOf("apex")).toMatchObject({ domain: "example.com", type: "A", value: "192.0.2.10", ttl: 300 });
    expect(inputsOf("mail")).toMatchObject({ type: "MX", value: "mx.example.com.", prio: 10 });
  });

  test("exports the address", async () => {
    expect(await known(stack.address)).toBe("192.0.2.10");
  });
});

test("in a preview of the first run the address is not known, and nothing waits for it", async () => {
  const registered = await useMocks({}, true);
  const { server, apex } = program("example.com");
  expect(await known(apex.type)).toBe("A");
  expect(await (server.ipAddress as unknown as { isKnown: Promise<boolean> }).isKnown).toBe(false);
  expect(registered).toHaveLength(4);
});

test("outputs can be combined and passed on", async () => {
  const registered = await useMocks(ANSWERS);
  const { server, zone } = program("example.com");
  const text = pulumi.interpolate`${server.name} is at ${server.ipAddress}`;
  const record = new FornexDnsRecord("note", { domain: zone.name, host: "note", type: "TXT", value: text });
  expect(await known(record.value)).toBe("web-server-01 is at 192.0.2.10");
  expect(registered.find(({ name }) => name === "note")?.inputs).toMatchObject({ domain: "example.com", host: "note" });
});

test("a secret stays one: in what is asked for, and in the output of the same name", async () => {
  const registered = await useMocks(ANSWERS);
  const record = new FornexDnsRecord("token", {
    domain: "example.com",
    host: "_verify",
    type: "TXT",
    value: pulumi.secret("the token"),
  });
  expect(await known(record.value)).toBe("the token");
  expect(await pulumi.isSecret(record.value)).toBe(true);
  expect(await pulumi.isSecret(record.host)).toBe(false);
  expect(registered[0]?.inputs.value).toEqual(secret("the token"));
});
