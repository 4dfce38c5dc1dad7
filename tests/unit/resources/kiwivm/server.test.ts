import type { LiveInfo } from "../../../../provider/clients/kiwivm/schemas";
import { kiwiServer } from "../../../../provider/resources/kiwivm/server";
import { kiwiServerLocation } from "../../../../provider/resources/kiwivm/serverLocation";
import { kiwiServerOs } from "../../../../provider/resources/kiwivm/serverOs";
import { powerOf } from "../../../../provider/resources/kiwivm/serverSteps";
import { kiwiSnapshotRestore } from "../../../../provider/resources/kiwivm/snapshotRestore";
import { refusals } from "../../support/run";

const VEID = { veid: "123456" };
const OS = { ...VEID, os: "debian-12-x86_64" };
const PLACE = { ...VEID, location: "USCA_2" };
const RESTORE = { ...VEID, snapshot: "s.tar.gz", trigger: "1" };

test("fine", () => {
  expect(refusals(kiwiServer, VEID)).toEqual([]);
  expect(refusals(kiwiServer, { veid: 123456, hostname: "web", powerState: "off", forceStop: true })).toEqual([]);
  expect(refusals(kiwiServerOs, OS)).toEqual([]);
  expect(refusals(kiwiServerLocation, PLACE)).toEqual([]);
  expect(refusals(kiwiSnapshotRestore, { ...RESTORE, allowRestore: true })).toEqual([]);
});

test.each([
  ["my server", "a space"],
  ["web..example.com", "an empty part"],
  ["-web", "a hyphen first"],
])("a host name %j: refused for %s", (hostname) => {
  expect(refusals(kiwiServer, { ...VEID, hostname })).toEqual([
    "hostname: must be a host name, such as web.example.com",
  ]);
});

test("other shapes that are wrong", () => {
  expect(refusals(kiwiServer, { ...VEID, powerState: "running" })).toEqual(['powerState: must be "on" or "off"']);
  expect(refusals(kiwiServerOs, { ...OS, os: "debian 12" })).toEqual([
    "os: must be the name of a template, such as debian-12-x86_64",
  ]);
  expect(refusals(kiwiServerLocation, { ...PLACE, location: "Los Angeles" })).toEqual([
    "location: must be the id of a location, such as USCA_2",
  ]);
});

describe("consent", () => {
  test("is not asked for at the beginning, where only KiwiVM knows what would change", () => {
    expect(refusals(kiwiServerOs, { ...OS, reinstallTrigger: "1" })).toEqual([]);
  });

  test("is asked for once a system or a location changes, with both values and what is lost", () => {
    expect(refusals(kiwiServerOs, { ...OS, os: "debian-13-x86_64" }, OS)).toEqual([
      "os: cannot be changed from debian-12-x86_64 to debian-13-x86_64 without consent. A reinstallation deletes everything on the machine's disk, and sets a new root password. To allow it, set allowReinstall: true. To keep what is there, restore the old value.",
    ]);
    const [reason] = refusals(kiwiServerLocation, { ...PLACE, location: "EUNL_3" }, PLACE);
    expect(reason).toMatch(/from USCA_2 to EUNL_3.*all IPv4 addresses.*All its IPv6 addresses.*allowMigration: true/);
  });

  test("of a trigger shows no value, which may be a secret", () => {
    const before = { ...OS, reinstallTrigger: "m4rk3d-1" };
    const [reason] = refusals(kiwiServerOs, { ...OS, reinstallTrigger: "m4rk3d-2" }, before);
    expect(reason).toMatch(/^reinstallTrigger: cannot be changed without consent/);
    expect(reason).not.toContain("m4rk3d");
  });

  test("is not needed for a trigger that is given first, or taken away", () => {
    expect(refusals(kiwiServerOs, { ...OS, reinstallTrigger: "1" }, OS)).toEqual([]);
    expect(refusals(kiwiServerOs, OS, { ...OS, reinstallTrigger: "1" })).toEqual([]);
  });

  test("of a restore is asked for at the beginning, and for another machine, and for another trigger", () => {
    const needed = "allowRestore: must be true. A restore overwrites everything on the machine with the snapshot.";
    expect(refusals(kiwiSnapshotRestore, RESTORE)).toEqual([needed]);
    expect(refusals(kiwiSnapshotRestore, { ...RESTORE, veid: 1 }, RESTORE)).toContain(needed);
    expect(refusals(kiwiSnapshotRestore, { ...RESTORE, trigger: "2" }, RESTORE)).toHaveLength(1);
    expect(refusals(kiwiSnapshotRestore, { ...RESTORE, snapshot: "other" }, RESTORE)).toEqual([]);
  });

  test("given, it lets everything pass", () => {
    expect(refusals(kiwiServerOs, { ...OS, os: "centos", allowReinstall: true }, OS)).toEqual([]);
    expect(refusals(kiwiServerLocation, { ...PLACE, location: "A", allowMigration: true }, PLACE)).toEqual([]);
  });
});

test.each([
  ["running", "on"],
  ["stopped", "off"],
  ["starting", undefined],
  ["", undefined],
  ["dreaming", undefined],
])("a machine that is %j is %s", (status, power) => {
  expect(powerOf({ status } as LiveInfo)).toBe(power);
  expect(powerOf({ status, suspended: true } as LiveInfo)).toBeUndefined();
});
