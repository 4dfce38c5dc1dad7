import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  expectCode,
  expectNoStackTrace,
  killProvider,
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
const [BEFORE, AFTER] = ["snapshot-before.tar.gz", "snapshot-after.tar.gz"];
/** Simulated. */
const MINUTES = 600;

const restores = () => hosters.writes().filter((one) => one === "POST /snapshot/restore").length;
const looks = () => hosters.simulator.requests().filter(({ path }) => path === "/migrate/getLocations").length;

const program = (trigger: string, rest = "", snapshot = BEFORE) => `
const rollback = new KiwiSnapshotRestore("rollback", { veid: ${VEID}, snapshot: "${snapshot}", trigger: "${trigger}", allowRestore: true, ${rest} });
exports.restored = rollback.restoredSnapshot;
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
  const snapshots = Object.fromEntries([BEFORE, AFTER].map((name) => [name, { os: "debian-12-x86_64", sticky: true }]));
  hosters.simulator.patch({ kiwivm: { machines: { [VEID]: { snapshots } } } });
  hosters.simulator.clearRequests();
});

/** Starts an up, and waits until its restore is under way. */
async function underWay(acting: string): Promise<Running> {
  const up = await stack.program(acting).start("up", "--yes", "--skip-preview");
  await says(up, "KiwiVM has locked machine");
  expect(restores()).toBe(1);
  return up;
}

async function expectInDoubt(words: string): Promise<void> {
  const stopped = await stack.upNow();
  expectCode(stopped, 1);
  expect(stopped.output).toContain(words);
  expect(stopped.output).toContain("set confirmed to the value of trigger");
  expectNoStackTrace(stopped);
  expect(restores()).toBe(1);
}

/** The stack is run on another computer from now on. */
async function moveTo(home: string): Promise<void> {
  stack.env.PULUMI_HOME = join(stack.folder, home);
  mkdirSync(stack.env.PULUMI_HOME);
  expectCode(await stack.run("stack", "select", "test"), 0);
}

describe("a restore that ends while nobody hears of it", () => {
  test("its provider was killed in the create: every up stops, on every computer, until it is confirmed", async () => {
    await killProvider(await underWay(program("1")));
    expect(stack.resources()).toEqual([]);
    expect(notes(stack)).toEqual([{ sent: expect.any(String) }]);
    hosters.simulator.advance(MINUTES);
    await expectInDoubt("A run on this computer already requested this restore at ");
    await moveTo("elsewhere");
    const refreshed = await stack.refresh();
    expectCode(refreshed, 0);
    expect(refreshed.output).toContain("warning: An earlier run could not confirm this restore");
    await expectInDoubt("An earlier run could not confirm this restore at ");
    expectCode(await stack.program(program("1", 'confirmed: "1"')).upNow(), 0);
    expect(stack.outputs("rollback")).toMatchObject({ trigger: "1" });
    expect(restores()).toBe(1);
    expectCode(await stack.program(program("1")).drift(), 0);
  });

  test("Pulumi itself was killed, and its provider went on: another snapshot is restored, and is what the stack says", async () => {
    const up = await underWay(program("2"));
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
    hosters.simulator.clearRequests();
    const next = await underWay(program("3", "", AFTER));
    hosters.simulator.advance(MINUTES);
    expectCode(await next.ended, 0);
    expect((await stack.run("stack", "output", "restored", "--show-secrets")).stdout).toContain(AFTER);
    expectCode(await stack.drift(), 0);
  });
});
