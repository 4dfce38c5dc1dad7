import type { FornexOrder, FornexOrderSwitches } from "../../simulator";
import { expectCode, expectNoStackTrace, isSecret, killProvider, type Stack, until, useHosters } from "./harness";

const hosters = useHosters();

const ID = "34-177054";
const opens = () => (hosters.simulator.state().fornex.orders[ID] as FornexOrder).vps?.rootPassword;
const jobs = (end: FornexOrderSwitches["jobs"]) => hosters.simulator.patch({ fornex: { switches: { jobs: end } } });
const resets = () => hosters.writes().filter((one) => one.includes("/passwd_reset/")).length;

const program = (version: number) => `
const vps = new FornexVps("vps", { orderId: "${ID}", rootPasswordVersion: "${version}" });
exports.rootPassword = vps.rootPassword;
`;

describe.each(["2", "0.1"] as const)("a root password in Fornex's API version %s", (apiVersion) => {
  let stack: Stack;
  beforeAll(() => {
    stack = hosters.stack({ FORNEX_API_VERSION: apiVersion });
  });
  beforeEach(() => hosters.simulator.clearRequests());

  const shown = async () => (await stack.run("stack", "output", "rootPassword", "--show-secrets")).stdout.trim();

  test("whose job ends in error stays what it was, with the new one beside it", async () => {
    expectCode(await stack.program(program(1)).upNow(), 0);
    const old = opens();
    jobs("error");
    const up = await stack.program(program(2)).upNow();
    jobs("done");
    expectCode(up, 1);
    expect(up.output).toMatch(
      /FornexVps 34-177054: job \d+ ended in error\. Fornex says Set root password: Resetting root password: failed\. /,
    );
    expectNoStackTrace(up);
    expect(opens()).toBe(old);
    expect(await shown()).toBe(old);
    expect(stack.outputs("vps").rootPasswordStatus).toBe("failed");
    expect(isSecret(stack.outputs("vps").rootPasswordTried)).toBe(true);
  });

  test("is set again by the next up", async () => {
    expectCode(await stack.upNow(), 0);
    expect(resets()).toBe(1);
    expect(await shown()).toBe(opens());
    expect(stack.outputs("vps")).toMatchObject({ rootPasswordStatus: "set" });
    expect(stack.outputs("vps").rootPasswordTried).toBeUndefined();
  });

  test("whose answer got lost is said to be unknown, and only a new version resets again", async () => {
    const old = opens();
    hosters.simulator.fault({ hoster: "fornex", path: "/vps/*passwd_reset*", kind: "reset-after" });
    const up = await stack.program(program(3)).upNow();
    expectCode(up, 1);
    expect(up.output).toContain("Whether a new root password was set is unknown, and it will not be shown again.");
    expect(up.output).toContain("To set another one, change rootPasswordVersion");
    expectNoStackTrace(up);
    expect(opens()).not.toBe(old);
    expect(stack.outputs("vps").rootPasswordStatus).toBe("unknown");

    expectCode(await stack.upNow("--refresh"), 0);
    expect(resets()).toBe(1);
    expect(stack.outputs("vps").rootPasswordStatus).toBe("unknown");

    expectCode(await stack.program(program(4)).upNow(), 0);
    expect(resets()).toBe(2);
    expect(stack.outputs("vps").rootPasswordStatus).toBe("set");
    expect(await shown()).toBe(opens());
  });

  test("that was being set when the provider was killed is set anew, since only a new one can be known", async () => {
    jobs("stuck");
    const up = await stack.program(program(5)).start("up", "--yes", "--skip-preview");
    await until(
      () => hosters.asked().some((one) => one.includes("/log_details/")),
      () => `no job is waited for: ${up.output()}`,
    );
    await killProvider(up);
    jobs("done");
    expectCode(await stack.upNow(), 0);
    expect(resets()).toBe(2);
    expect(stack.outputs("vps").rootPasswordStatus).toBe("set");
    expect(await shown()).toBe(opens());
  });
});
