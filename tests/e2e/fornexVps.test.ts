import type { FornexOrder } from "../../simulator";
import { expectCode, isSecret, type Stack, useHosters } from "./harness";

const hosters = useHosters();

const ID = "34-177054";
const order = () => hosters.simulator.state().fornex.orders[ID] as FornexOrder;

/** What API version 0.1 cannot change is left out of its program. */
const API_VERSIONS = {
  "2": { settings: `name: "mail", tags: ["production", "mail"],`, call: (name: string) => `/vps/${ID}/${name}/` },
  "0.1": { settings: "", call: (name: string) => `/vps/${name}/${ID}/` },
};

describe.each(["2", "0.1"] as const)("a VPS in Fornex's API version %s", (apiVersion) => {
  const { settings, call } = API_VERSIONS[apiVersion];
  let stack: Stack;
  beforeAll(() => {
    stack = hosters.stack({ FORNEX_API_VERSION: apiVersion });
  });
  beforeEach(() => hosters.simulator.clearRequests());

  const program = (trigger: string, version: string) => `
const vps = new FornexVps("vps", { orderId: "${ID}", ${settings} powerState: "on", restartTrigger: "${trigger}", rootPasswordVersion: "${version}" });
exports.rootPassword = vps.rootPassword;
exports.addresses = vps.ipAddresses;
`;
  const reset = () => expect.stringMatching(`^(POST|GET) ${call("passwd_reset")}$`);
  const shownPassword = async () =>
    (await stack.run("stack", "output", "rootPassword", "--show-secrets")).stdout.trim();

  test("is adopted as it was ordered, with a new root password; a second up finds nothing to do", async () => {
    const up = await stack.program(program("1", "1")).up();
    expectCode(up, 0);
    expect(up.output).toContain("rootPassword: [secret]");
    expect(up.output).toContain(`"203.0.113.54"`);
    expect(hosters.writes()).toEqual([...(settings ? [`PATCH /orders/${ID}/`] : []), reset()]);
    expect(stack.resource("vps").id).toBe(ID);
    expect(stack.outputs("vps")).toMatchObject({ status: "active", rootPasswordStatus: "set" });
    expect(isSecret(stack.outputs("vps").rootPassword)).toBe(true);
    expect(await shownPassword()).toBe(order().vps?.rootPassword);
    expectCode(await stack.upNow("--expect-no-changes"), 0);
  });

  test("that somebody stopped and renamed is found, and repaired", async () => {
    hosters.simulator.patch({ fornex: { orders: { [ID]: { name: "renamed", vps: { power: "off" } } } } });
    const drift = await stack.drift();
    expectCode(drift, 7);
    expect(drift.output).toMatch(/FornexVps vps update \[diff: .*powerState/);
    const up = await stack.upNow("--refresh");
    expectCode(up, 0);
    expect(hosters.writes()).toEqual([...(settings ? [`PATCH /orders/${ID}/`] : []), `POST ${call("start")}`]);
    expect(order()).toMatchObject({ name: settings ? "mail" : "renamed", vps: { power: "on" } });
    expectCode(await stack.drift(), 0);
  });

  test("is restarted, and gets another root password, when the program says so: once each", async () => {
    const before = await shownPassword();
    expectCode(await stack.program(program("2", "2")).upNow(), 0);
    expect(hosters.writes()).toEqual([reset(), `POST ${call("restart")}`]);
    const after = await shownPassword();
    expect(after).not.toBe(before);
    expect(after).toBe(order().vps?.rootPassword);
    expectCode(await stack.drift(), 0);
  });

  test("is released by a destroy, without a call", async () => {
    const before = order();
    const destroy = await stack.destroy();
    expectCode(destroy, 0);
    expect(destroy.output).toContain("vps: released; it stays unchanged at the hoster");
    expect(hosters.asked()).toEqual([]);
    expect(order()).toEqual(before);
    expect(stack.resources()).toEqual([]);
  });
});
