import { join } from "node:path";
import { expectCode, expectNoStackTrace, useHosters } from "./harness";

const hosters = useHosters();

const PROGRAM = `
const { FornexTicketWebhook } = require("pulumi-vps");
new FornexTicketWebhook("webhook", { url: "https://hooks.example.com/" });
`;
const TOO_OLD = "error: Node.js 20.20.2 is too old for pulumi-vps, which needs 22.";

test("an older Node.js is told in one line, in programs and in the provider, and changes nothing", async () => {
  const stack = hosters.stack().program(PROGRAM);
  expectCode(await stack.upNow(), 0);
  const { id } = stack.resource("webhook");
  hosters.simulator.clearRequests();

  stack.env.NODE_OPTIONS = `--require ${join(__dirname, "../oldNode.cjs")}`;
  const preview = await stack.preview();
  // No program runs here, only the provider.
  const refresh = await stack.refresh();
  for (const runtime of [preview, refresh]) {
    expect(runtime.code).not.toBe(0);
    expect(runtime.output).toContain(TOO_OLD);
    expectNoStackTrace(runtime);
  }
  expect(preview.output).not.toContain("FornexTicketWebhook");
  expect(hosters.asked()).toEqual([]);
  expect(stack.resource("webhook")).toMatchObject({ id, inputs: expect.any(Object), outputs: expect.any(Object) });
});
