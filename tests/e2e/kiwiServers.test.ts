import type { KiwivmMachine } from "../../simulator";
import { expectCode, expectNoStackTrace, killProvider, type Run, type Stack, says, useHosters } from "./harness";
import { SecretScan } from "./secretScan";

const hosters = useHosters();

const VEID = "111141";
/** Simulated; a real quarter of an hour, unless the test hurries it. */
const LONG = 900_000;
const SNAPSHOT = "snapshot-before.tar.gz";

const machine = () => hosters.simulator.state().kiwivm.machines[VEID] as KiwivmMachine;
const lasting = (settings: object) => hosters.simulator.patch({ kiwivm: { settings } });
const patch = (values: object) => hosters.simulator.patch({ kiwivm: { machines: { [VEID]: values } } });

/** What the program says of the machine; each test changes a part of it. */
const declared = {
  version: "1",
  os: `os: "debian-12-x86_64"`,
  place: `location: "USFL_1"`,
  restore: "",
  options: "",
};
const program = (changes: Partial<typeof declared> = {}) => {
  Object.assign(declared, changes);
  return `
const server = new KiwiServer("server", {
  veid: ${VEID}, hostname: "web.example.com", powerState: "on", restartTrigger: "${declared.version}", rootPasswordVersion: "${declared.version}",
});
const system = new KiwiServerOs("system", { veid: ${VEID}, ${declared.os} }, { dependsOn: server, ${declared.options} });
const place = new KiwiServerLocation("place", { veid: ${VEID}, ${declared.place} }, { dependsOn: system });
${declared.restore}
exports.rootPassword = server.rootPassword;
exports.newIps = place.newIps;
`;
};

describe("a machine at KiwiVM", () => {
  let stack: Stack;
  let scan: SecretScan;
  const passwords = new Set<string>();
  const up = (...flags: string[]) => scan.run("up", "--yes", "--skip-preview", ...flags);
  /** An up that waits for what takes LONG, which ends once it says so. */
  const upThrough = async (words: string, ...flags: string[]): Promise<Run> => {
    const running = await scan.start("up", "--yes", "--skip-preview", ...flags);
    await says(running, words);
    hosters.simulator.advance(LONG);
    return running.ended;
  };

  beforeAll(() => {
    stack = hosters.stack({ VPS_LOG: "debug" });
    scan = new SecretScan(stack, () => [...passwords, machine().apiKey]);
    patch({ snapshots: { [SNAPSHOT]: { os: "debian-12-x86_64", sticky: true } } });
  });
  beforeEach(() => hosters.simulator.clearRequests());
  afterEach(() => {
    passwords.add(machine().guest.rootPassword);
    scan.expectNothingSeen();
  });

  test("is adopted as it is, with a new root password; a second up finds nothing to do", async () => {
    stack.program(program());
    const first = await scan.run("up", "--yes");
    expectCode(first, 0);
    expect(first.output).toContain("rootPassword: [secret]");
    expect(hosters.writes()).toEqual(["POST /setHostname", "POST /resetRootPassword"]);
    expect(stack.resource("server").id).toBe(VEID);
    scan.expectEncrypted({ server: ["rootPassword"] });
    expect((await stack.run("stack", "output", "rootPassword", "--show-secrets")).stdout).toContain(
      machine().guest.rootPassword,
    );
    expectCode(await stack.drift(), 0);
    expectCode(await up("--expect-no-changes"), 0);
  });

  test("that somebody stopped and renamed is found, and repaired", async () => {
    patch({ hostname: "renamed.example.com", power: { status: "stopped" } });
    const drift = await stack.drift();
    expectCode(drift, 7);
    expect(drift.output).toMatch(/KiwiServer server update \[diff: .*powerState/);
    lasting({ startSeconds: LONG });
    const repaired = await upThrough("server: KiwiVM says starting", "--refresh");
    lasting({ startSeconds: 20 });
    expectCode(repaired, 0);
    expect(hosters.writes()).toEqual(["POST /setHostname", "POST /start"]);
    expect(machine()).toMatchObject({ hostname: "web.example.com", power: { status: "running" } });
    expectCode(await stack.drift(), 0);
  });

  test("is restarted, and gets another root password, when the program says so: once each", async () => {
    const before = machine();
    stack.program(program({ version: "2" }));
    expectCode(await up(), 0);
    expect(hosters.writes()).toEqual(["POST /resetRootPassword", "POST /restart"]);
    expect(machine().power.boots).toBe(before.power.boots + 1);
    expect(machine().guest.rootPassword).not.toBe(before.guest.rootPassword);
    expectCode(await stack.drift(), 0);
  });

  test("is reinstalled only with consent, which the preview asks for before anything is sent", async () => {
    stack.program(program({ os: `os: "debian-13-x86_64"` }));
    const refused = await scan.run("preview");
    expect(refused.code).toBeGreaterThan(0);
    expect(refused.output).toContain(
      "os: cannot be changed from debian-12-x86_64 to debian-13-x86_64 without consent.",
    );
    expect(refused.output).toContain("set allowReinstall: true");
    expectNoStackTrace(refused);
    expect(hosters.asked()).toEqual([]);

    stack.program(program({ os: `os: "debian-13-x86_64", allowReinstall: true` }));
    lasting({ reinstallSeconds: LONG });
    const done = await upThrough("system: KiwiVM has locked machine 111141");
    expectCode(done, 0);
    expect(done.output).toMatch(/system: KiwiVM has locked machine 111141: OS Reinstall: debian-13-x86_64, \d+ %/);
    expect(hosters.writes()).toEqual(["POST /reinstallOS"]);
    expect(machine().os).toBe("debian-13-x86_64");
    scan.expectEncrypted({ system: ["rootPassword"] });
    expectCode(await stack.program(program({ os: `os: "debian-13-x86_64"` })).drift(), 0);
  });

  test("that is reinstalled by a run that is killed is followed to the end by the next one", async () => {
    stack.program(program({ os: `os: "ubuntu-24.04-x86_64", allowReinstall: true` }));
    const killed = await stack.start("up", "--yes", "--skip-preview");
    await says(killed, "OS Reinstall: ubuntu-24.04-x86_64");
    await killProvider(killed);
    const ended = await upThrough("OS Reinstall: ubuntu-24.04-x86_64");
    expectCode(ended, 0);
    expect(ended.output).toContain("warning: KiwiVM did not show the new root password");
    expect(hosters.writes()).toEqual(["POST /reinstallOS"]);
    expect(stack.outputs("system")).toMatchObject({ currentOs: "ubuntu-24.04-x86_64", rootPasswordStatus: "unknown" });
    expectCode(await stack.drift(), 0);
  });

  test("that somebody reinstalled is an error, but is left as it is with ignoreChanges", async () => {
    stack.program(program({ os: `os: "ubuntu-24.04-x86_64"` }));
    patch({ os: "debian-13-x86_64" });
    expectCode(await stack.drift(), 7);
    const refused = await up("--refresh");
    expectCode(refused, 1);
    expect(refused.output).toContain(`the option ignoreChanges: ["os"]`);

    stack.program(program({ options: `ignoreChanges: ["os"]` }));
    expectCode(await up("--refresh"), 0);
    expectCode(await stack.preview("--expect-no-changes"), 0);
    expectCode(await stack.drift(), 0);
    expect(stack.outputs("system")).toMatchObject({ os: "ubuntu-24.04-x86_64", currentOs: "debian-13-x86_64" });
    expect(hosters.writes()).toEqual([]);

    patch({ os: "ubuntu-24.04-x86_64" });
    expectCode(await stack.program(program({ options: "" })).up("--refresh"), 0);
  });

  test("is migrated only with consent, and shows its new addresses", async () => {
    stack.program(program({ place: `location: "USCA_2"` }));
    const refused = await scan.run("preview");
    expect(refused.code).toBeGreaterThan(0);
    expect(refused.output).toContain("All its IPv6 addresses are lost");
    expect(hosters.asked()).toEqual([]);

    stack.program(program({ place: `location: "USCA_2", allowMigration: true` }));
    lasting({ migrateSeconds: LONG });
    const done = await upThrough("place: KiwiVM has locked machine 111141");
    expectCode(done, 0);
    expect(done.output).toMatch(/place: KiwiVM has locked machine 111141: .*, \d+ %/);
    expect(hosters.writes()).toEqual(["POST /migrate/start"]);
    expect(stack.outputs("place")).toMatchObject({ currentLocation: "USCA_2", newIps: machine().ip_addresses });
    expectCode(await stack.drift(), 0);
  });

  test("moved by somebody else is reported, and never moved back", async () => {
    patch({ node_location_id: "EUNL_3" });
    expectCode(await stack.drift(), 7);
    const refused = await up("--refresh");
    expectCode(refused, 1);
    expect(refused.output).toContain(
      `The hoster shows location: "EUNL_3". To accept that, write this value with allowMigration: true`,
    );
    expect(hosters.writes()).toEqual([]);
    stack.program(program({ place: `location: "EUNL_3", allowMigration: true` }));
    expectCode(await up(), 0);
    expect(hosters.writes()).toEqual([]);
    expectCode(await stack.drift(), 0);
  });

  test("is overwritten with a snapshot only with consent, once", async () => {
    const restore = (consent: string) =>
      `new KiwiSnapshotRestore("rollback", { veid: ${VEID}, snapshot: "${SNAPSHOT}", trigger: "1", ${consent} }, { dependsOn: place });`;
    stack.program(program({ restore: restore("") }));
    const refused = await scan.run("preview");
    expect(refused.code).toBeGreaterThan(0);
    expect(refused.output).toContain("allowRestore: must be true. A restore overwrites everything on the machine");

    stack.program(program({ restore: restore("allowRestore: true") }));
    lasting({ restoreSeconds: LONG });
    const done = await upThrough("rollback: KiwiVM has locked machine 111141");
    expectCode(done, 0);
    expect(done.output).toMatch(/rollback: KiwiVM has locked machine 111141: .*, \d+ %/);
    expect(hosters.writes()).toEqual(["POST /snapshot/restore"]);
    expect(machine().os).toBe("debian-12-x86_64");

    // The snapshot's system is another one by now, which is accepted; the consent has gone.
    stack.program(program({ os: `os: "debian-12-x86_64", allowReinstall: true`, restore: restore("") }));
    expectCode(await up("--refresh"), 0);
    expect(hosters.writes()).toEqual(["POST /snapshot/restore"]);
    expectCode(await stack.drift(), 0);
  });

  test("is released by a destroy, without a call", async () => {
    const before = machine();
    const destroy = await scan.run("destroy", "--yes", "--skip-preview");
    expectCode(destroy, 0);
    expect(destroy.output).toContain("server: released; it stays unchanged at the hoster");
    expect(hosters.asked()).toEqual([]);
    expect(machine()).toEqual(before);
    expect(stack.resources()).toEqual([]);
  });
});
