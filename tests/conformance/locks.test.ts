import type { Program } from "./engine";
import { patchMachine, VEID } from "./rows/machines";
import { clean, forEachAdapter } from "./scenario";
import { until } from "./world";

const PAUSE_SECONDS = 0.1;
const WAITING = 12;

forEachAdapter((world) => {
  test("all that wait for a locked machine look at it together", async () => {
    const now = Date.now();
    const lock = { task: "migration", since: new Date(now).toISOString(), until: new Date(now + 3.6e9).toISOString() };
    const engine = world.engine({ pollSeconds: String(PAUSE_SECONDS) });
    const commands: Program = Object.fromEntries(
      Array.from({ length: WAITING }, (_, index) => [
        `command ${index}`,
        { type: "KiwiCommand", inputs: { veid: VEID, create: `echo ${index}` } },
      ]),
    );
    patchMachine(world.simulator, VEID, { lock: { ...lock, os: null, move: null } });
    const count = (path: string) => world.simulator.requests().filter((one) => one.path === path).length;
    const looks = () => count("/migrate/getLocations");

    const begin = performance.now();
    const running = engine.up(commands);
    await until(() => looks() >= 5 && count("/basicShell/exec") >= WAITING);
    expect(count("/basicShell/exec")).toBe(WAITING);
    world.simulator.advance(1_800_000);
    const halfway = looks();
    await until(() => looks() >= halfway + 3);
    world.simulator.advance(3_600_000);
    const { lines } = clean(await running);
    const pauses = (performance.now() - begin) / 1000 / PAUSE_SECONDS;
    expect(count("/basicShell/exec")).toBe(2 * WAITING);
    expect(looks()).toBeLessThanOrEqual(pauses + 1);
    // Each says what it waits for, but only one how far that is.
    expect(lines.filter((line) => line.includes("migration")).length).toBeGreaterThanOrEqual(WAITING);
    expect(lines.filter((line) => line.includes("50 %"))).toHaveLength(1);
  });
}, 1);
