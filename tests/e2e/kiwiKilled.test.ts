import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  expectCode,
  expectNoStackTrace,
  killProvider,
  type Run,
  type Running,
  type Stack,
  says,
  until,
  useHosters,
} from "./harness";
import { dynamicProviders } from "./processes";

// The simulated time stands still, except where a test lets a task end.
const hosters = useHosters(1);

const VEID = "111141";
const SNAPSHOT = "snapshot-before.tar.gz";
/** Simulated. */
const MINUTES = 600;

const machine = () => hosters.simulator.state().kiwivm.machines[VEID];
const kiwivm = (settings: object) => hosters.simulator.patch({ kiwivm: settings });
const restores = () => hosters.writes().filter((one) => one === "POST /snapshot/restore").length;
const looks = () => hosters.simulator.requests().filter(({ path }) => path === "/migrate/getLocations").length;

const program = (trigger: string) => `
new KiwiSnapshotRestore("rollback", { veid: ${VEID}, snapshot: "${SNAPSHOT}", trigger: "${trigger}", allowRestore: true });
`;

/** What the computer of a stack notes. */
function notes({ folder, env }: Stack): unknown[] {
  const place = join(env.PULUMI_HOME ?? join(folder, "home"), "pulumi-vps", "journal");
  const files = readdirSync(place, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".json"));
  return files.map((name) => JSON.parse(readFileSync(join(place, name), "utf8")));
}

let stack: Stack;

beforeAll(() => {
  stack = hosters.stack({ VPS_POLL_SECONDS: "0.1" });
});
beforeEach(() => {
  hosters.simulator.advance(MINUTES);
  kiwivm({ machines: { [VEID]: { snapshots: { [SNAPSHOT]: { os: "debian-12-x86_64", sticky: true } } } } });
  hosters.simulator.clearRequests();
});

/** Starts an up, and waits until its restore is under way. */
async function underWay(trigger: string): Promise<Running> {
  const up = await stack.program(program(trigger)).start("up", "--yes", "--skip-preview");
  await says(up, "KiwiVM has locked machine");
  expect(restores()).toBe(1);
  return up;
}

async function expectStopped(words: string): Promise<Run> {
  const stopped = await stack.upNow();
  expectCode(stopped, 1);
  expect(stopped.output).toContain(words);
  expect(stopped.output).toContain("It counts as done, and nothing was begun");
  expectNoStackTrace(stopped);
  expectCode(await stack.upNow(), 0);
  expect(restores()).toBe(1);
  return stopped;
}

describe("a restore that ends while nobody hears of it", () => {
  test("its provider was killed in the create: the next up stops, and the stack holds it from then on", async () => {
    kiwivm({ switches: { auditLog: "absent" } });
    await killProvider(await underWay("1"));
    expect(stack.resources()).toEqual([]);
    expect(notes(stack)).toEqual([{ work: "restore", begun: expect.any(String) }]);
    hosters.simulator.advance(MINUTES);
    await expectStopped("A run on this computer began this restore at ");
    expect(stack.outputs("rollback")).toMatchObject({ trigger: "1" });
  });

  test("another trigger restores, once", async () => {
    const up = await underWay("2");
    hosters.simulator.advance(MINUTES);
    expectCode(await up.ended, 0);
    expect(restores()).toBe(1);
    expectCode(await stack.drift(), 0);
  });

  test("Pulumi itself was killed, and its provider goes on to the end: the next up stops", async () => {
    const up = await underWay("3");
    const [provider] = dynamicProviders(up.pid);
    process.kill(up.pid, "SIGKILL");
    hosters.simulator.advance(MINUTES);
    const before = looks();
    await until(
      () => looks() > before,
      () => `the provider does not look whether the restore is over: ${up.output()}`,
    );
    process.kill(provider?.pid ?? Number.NaN, "SIGKILL");
    await up.ended;
    expectCode(await stack.run("cancel", "--yes"), 0);
    await expectStopped("A run on this computer began this restore at ");
  });

  test("its provider was killed, and the next up runs on another computer: KiwiVM's log stops it", async () => {
    kiwivm({ switches: { auditLog: "texts" } });
    await killProvider(await underWay("4"));
    hosters.simulator.advance(MINUTES);
    stack.env.PULUMI_HOME = join(stack.folder, "elsewhere");
    mkdirSync(stack.env.PULUMI_HOME);
    expectCode(await stack.run("stack", "select", "test"), 0);
    await expectStopped("KiwiVM's audit log tells of a restore at ");
    hosters.simulator.clearRequests();
    const up = await underWay("5");
    hosters.simulator.advance(MINUTES);
    expectCode(await up.ended, 0);
    expect(machine()?.lock).toBeNull();
  });
});
