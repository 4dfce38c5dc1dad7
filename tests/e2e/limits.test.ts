import { expectCode, useHosters } from "./harness";

// Fifteen minutes are three seconds.
const hosters = useHosters(300);

const PROGRAM = ["203.0.113.21", "203.0.113.22", "2001:db8:1:2::25"]
  .map((ip, index) => `new KiwiPtr("ptr${index}", { veid: 111141, ip: "${ip}", ptr: "host.example.com" });`)
  .join("\n");

test("KiwiVM's points are kept by up, refresh and preview in a row: it waits, says so, and meets not one refusal", async () => {
  hosters.simulator.patch({ kiwivm: { settings: { points15min: 16 } } });
  const stack = hosters.stack().program(PROGRAM);
  const up = await stack.up();
  expectCode(up, 0);
  expect(up.output).toMatch(/KiwiVM machine 111141: its points for 15 minutes are used up; waiting for new ones/);
  expectCode(await stack.refresh(), 0);
  expectCode(await stack.drift(), 0);
  expect(hosters.simulator.requests().filter(({ status }) => status !== 200)).toEqual([]);
});
