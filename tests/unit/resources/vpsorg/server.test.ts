import fc from "fast-check";
import type { Server } from "../../../../provider/clients/vpsorg/schemas";
import { UNKNOWN } from "../../../../provider/lifecycle/unknown";
import { vpsOrgServer } from "../../../../provider/resources/vpsorg/server";
import { refusals } from "../../support/run";

const WEB = { name: "web-server-01", planId: 1, osId: 5, location: "us-west" };
const KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIm4rk3d me@example.org";

test.each<[string, object]>([
  ["the least", WEB],
  [
    "everything",
    {
      ...WEB,
      hostname: "web01.example.com",
      sshKeyId: 3,
      backupsEnabled: true,
      powerState: "off",
      restartTrigger: "1",
      allowReplace: false,
      adopt: "17",
    },
  ],
  ["ids as text", { ...WEB, planId: "1", osId: "0b5cf4d6-6bd8-4b0a-9e0e-1d2f3a4b5c6d" }],
  ["ids not known yet", { ...WEB, planId: UNKNOWN, osId: UNKNOWN, sshKeyId: UNKNOWN }],
])("fine: %s", (_, args) => {
  expect(refusals(vpsOrgServer, args)).toEqual([]);
});

const NAME = "name: must consist of letters, digits and hyphens, without spaces, and not begin or end with a hyphen";
const ID = "must be an id as VPS.org gives it: a whole number (or a UUID)";

test.each<[string, object, string[]]>([
  ["a name with a space", { ...WEB, name: "web server" }, [NAME]],
  ["an empty name", { ...WEB, name: "" }, [NAME]],
  ["a name with a dot", { ...WEB, name: "web.example.com" }, [NAME]],
  ["a name that ends with a hyphen", { ...WEB, name: "web-" }, [NAME]],
  ["a public key where a number belongs", { ...WEB, sshKeyId: KEY }, [`sshKeyId: ${ID}`]],
  ["plan 0", { ...WEB, planId: 0 }, [`planId: ${ID}`]],
  ["half an os", { ...WEB, osId: 1.5 }, [`osId: ${ID}`]],
  [
    "a location with a space",
    { ...WEB, location: "US West" },
    ['location: must be a location code, such as "us-west"'],
  ],
  [
    "a short host name",
    { ...WEB, hostname: "web01" },
    ["hostname: must be a fully qualified host name, such as web.example.com"],
  ],
  ["a power state", { ...WEB, powerState: "running" }, ['powerState: must be "on" or "off"']],
  ["text for a flag", { ...WEB, backupsEnabled: "yes" }, ["backupsEnabled: must be a boolean, not a string"]],
  ["nothing", {}, ["name: is required", "planId: is required", "osId: is required", "location: is required"]],
])("refused: %s", (_, args, reasons) => {
  expect(refusals(vpsOrgServer, args)).toEqual(reasons);
});

test("no reason holds the value of a text argument", () => {
  const marked = fc.constantFrom("m4rk3d ", "-m4rk3d-", KEY, "https://m4rk3d/", "m4rk3d\n");
  const value = fc.oneof(marked, fc.array(marked, { maxLength: 2 }), fc.record({ inside: marked }));
  const args = fc.record(Object.fromEntries(Object.keys(vpsOrgServer.arguments).map((name) => [name, value])), {
    requiredKeys: [],
  });
  fc.assert(
    fc.property(args, fc.constantFrom({}, WEB), (news, olds) => {
      for (const reason of refusals(vpsOrgServer, news, olds)) {
        expect(reason).not.toContain("m4rk3d");
        expect(reason).toMatch(/^\w+(\.\w+)*: /);
      }
    }),
    { numRuns: 300 },
  );
});

describe("what only a new server can change", () => {
  test.each<[object, string]>([
    [{ planId: 2 }, "planId: cannot be changed from 1 to 2 without replacing the server."],
    [{ osId: 6 }, "osId: cannot be changed from 5 to 6 without replacing"],
    [{ location: "eu-central" }, "location: cannot be changed from us-west to eu-central without replacing"],
    [{ sshKeyId: 3 }, "sshKeyId: cannot be changed without replacing"],
  ])("is refused without consent: %o", (change, words) => {
    const [reason, ...others] = refusals(vpsOrgServer, { ...WEB, ...change }, WEB);
    expect(others).toEqual([]);
    expect(reason).toContain(words);
    expect(reason).toContain("The old server is deleted with everything on its disk once the new one is active");
    expect(reason).toContain("you pay for both");
    expect(reason).toContain("set allowReplace: true");
  });

  test("is fine with consent, when it is new, and when it is the same in another spelling", () => {
    expect(refusals(vpsOrgServer, { ...WEB, planId: 2, allowReplace: true }, WEB)).toEqual([]);
    expect(refusals(vpsOrgServer, { ...WEB, planId: 2 })).toEqual([]);
    expect(refusals(vpsOrgServer, { ...WEB, planId: "1" }, WEB)).toEqual([]);
    expect(refusals(vpsOrgServer, WEB, { ...WEB, sshKeyId: 3 })).toEqual([]);
  });

  test("text that may be a secret does not stand in a refusal", () => {
    const [reason] = refusals(vpsOrgServer, { ...WEB, sshKeyId: "eu-m4rk3d" }, { ...WEB, sshKeyId: "us-m4rk3d" });
    expect(reason).toContain("sshKeyId: cannot be changed without replacing");
    expect(reason).not.toContain("m4rk3d");
  });
});

describe("what VPS.org shows becomes state", () => {
  const server: Server = {
    id: 17,
    name: "web-server-01",
    status: "active",
    hostname: undefined,
    ip_address: "192.0.2.10",
    ipv6_address: undefined,
    location: "us-west",
    plan: { id: 1, name: undefined, vcpus: 1, memory: 1024, storage: 20, bandwidth: 1000 },
    os: { id: 5, name: "Debian 13" },
    backups_enabled: undefined,
    created_at: "2026-01-01T00:00:00Z",
    updated_at: undefined,
  };

  test("under the names of arguments and outputs, without anything undefined; that there is no host name is shown, too", () => {
    expect(vpsOrgServer.observe(server)).toStrictEqual({
      name: "web-server-01",
      hostname: null,
      powerState: "on",
      serverId: "17",
      status: "active",
      ipAddress: "192.0.2.10",
      ipv6Address: "",
      plan: { id: 1, vcpus: 1, memory: 1024, storage: 20, bandwidth: 1000 },
      os: { id: 5, name: "Debian 13" },
      currentLocation: "us-west",
      createdAt: "2026-01-01T00:00:00Z",
      updatedAt: "",
    });
  });

  test.each([
    ["active", "on"],
    ["stopped", "off"],
    ["suspended", undefined],
    ["starting", undefined],
    ["a word nobody documented", undefined],
  ])("status %s says power %s", (status, power) => {
    expect(vpsOrgServer.observe({ ...server, status }).powerState).toBe(power);
    expect(vpsOrgServer.observe({ ...server, status }).status).toBe(status);
  });
});
