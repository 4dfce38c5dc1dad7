import { expectCode, until, useHosters } from "./harness";

// The simulated time stands still, except where a quarter of an hour passes in a moment.
const hosters = useHosters(1);

const PROGRAM = ["203.0.113.21", "203.0.113.22", "2001:db8:1:2::25"]
  .map((ip, index) => `new KiwiPtr("ptr${index}", { veid: 111141, ip: "${ip}", ptr: "host.example.com" });`)
  .join("\n");
const WAITS = /KiwiVM machine 111141: its points for 15 minutes are used up; waiting for new ones/g;

test("KiwiVM's points are kept by up, refresh and preview in a row: it waits, says so, and meets not one refusal", async () => {
  hosters.simulator.patch({ kiwivm: { settings: { points15min: 16 } } });
  const stack = hosters.stack({ VPS_POLL_SECONDS: "0.05" }).program(PROGRAM);

  /** Runs a command; whenever it says that it waits for points, there are new ones. Answers how often it waited. */
  async function waitsOf(...args: string[]): Promise<number> {
    const running = await stack.start(...args);
    let isOver = false;
    const ended = running.ended.finally(() => {
      isOver = true;
    });
    let waits = 0;
    await until(
      () => {
        const said = running.output().match(WAITS)?.length ?? 0;
        if (said > waits) hosters.simulator.advance(900);
        waits = Math.max(waits, said);
        return isOver;
      },
      () => running.output(),
    );
    expectCode(await ended, 0);
    return waits;
  }

  expect(await waitsOf("up", "--yes")).toBeGreaterThan(0);
  await waitsOf("refresh", "--yes", "--skip-preview");
  await waitsOf("preview", "--refresh", "--expect-no-changes");
  expect(hosters.simulator.requests().filter(({ status }) => status !== 200)).toEqual([]);
});
