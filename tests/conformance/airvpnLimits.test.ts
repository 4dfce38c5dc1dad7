import timers from "node:timers/promises";
import type { Line } from "../../provider/operation";
import type { AirvpnSwitches } from "../../simulator";
import { printed, quietly, withOperation } from "./provider";
import { forEachAdapter } from "./scenario";
import { until } from "./world";

/** A clock of client and simulator that stands still until it is moved. */
function stoppedClock() {
  let now = performance.now();
  const pauses = new Set<{ until: number; end: () => void }>();
  jest.spyOn(performance, "now").mockImplementation(() => now);
  const sleep: jest.SpyInstance = jest.spyOn(timers, "setTimeout");
  sleep.mockImplementation((ms: number) => new Promise<void>((end) => pauses.add({ until: now + ms, end })));
  return {
    /** How many wait for it to move. */
    pauses: () => pauses.size,
    advance: (seconds: number) => {
      now += 1000 * seconds;
      for (const pause of pauses) {
        if (pause.until > now) continue;
        pauses.delete(pause);
        pause.end();
      }
    },
  };
}

forEachAdapter((world) => {
  const answers = () => world.simulator.requests().map(({ status }) => status);
  afterEach(() => jest.restoreAllMocks());

  function airvpn(pollSeconds: string) {
    const lines: string[] = [];
    const runtime = world.runtime({ pollSeconds });
    const operation = { ...quietly(), report: (line: Line) => lines.push(printed(line)) };
    return { lines, hosters: runtime.hosters, tell: <T>(work: () => T) => withOperation(operation, work) };
  }

  test("AirVPN is asked once a second by all that ask at the same time, with a key or without, and bans nobody", async () => {
    world.simulator.patch({ airvpn: { limit: { requests: 1, windowSeconds: 0.99 } } });
    const clock = stoppedClock();
    const { hosters } = airvpn("5");
    const { airvpn: member } = hosters;
    const asked = Promise.all([member.client.userInfo(), member.public.status(), member.client.userInfo()]);
    for (const count of [1, 2, 3]) {
      await until(() => world.simulator.requests().length >= count);
      expect(clock.pauses()).toBe(3 - count);
      clock.advance(1);
    }
    await asked;
    expect(answers()).toEqual([200, 200, 200]);
    expect(world.simulator.state().airvpn.limit.bannedUntil).toBeNull();
  });

  test.each<[AirvpnSwitches["banned"], number, string]>([
    ["reset", 2, "does not answer, perhaps because its rate limit is reached"],
    ["429", 1, "answers 429: rate limit reached"],
    ["error", 1, "refuses requests: rate limit reached"],
  ])("a ban of AirVPN (%s) is waited out, and said", async (banned, refusals, words) => {
    const bannedUntil = new Date(Date.now() + 600_000).toISOString();
    world.simulator.patch({ airvpn: { limit: { bannedUntil }, switches: { banned } } });
    const { hosters, lines, tell } = airvpn("0.01");
    const asked = tell(() => hosters.airvpn.client.userInfo());
    await until(() => world.simulator.requests().length === refusals);
    world.simulator.advance(600);
    await asked;
    expect(lines).toEqual([expect.stringContaining(`AirVPN ${words}; waiting until`)]);
    expect(world.simulator.requests()).toHaveLength(refusals + 1);
  });
}, 1);
