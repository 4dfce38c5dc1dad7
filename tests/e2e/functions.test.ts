import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expectCode, isSecret, type Stack, useHosters } from "./harness";

const hosters = useHosters();

/** Resources, and functions that look at them, at what was there before, and at what is public. */
const PROGRAM = `
const vps = require("pulumi-vps");
const server = new VpsOrgServer("server", { name: "web-01", planId: 1, osId: 5, location: "us-west" });
const zone = new FornexDnsDomain("zone", { name: "example.com", ip: "192.0.2.10", forceDestroy: true });
module.exports = async () => {
  const { email } = await vps.getVpsOrgAccount({ requires: ["servers:create"] });
  const { plans } = await vps.getFornexPlans({ kind: "vps" });
  const { planets } = await vps.getAirVpnStatus();
  return {
    email,
    plans: plans.length,
    airvpn: planets[0].name,
    traffic: vps.getVpsOrgServerOutput({ serverId: server.serverId }).plan.bandwidth,
    hosts: vps.getFornexDnsRecordsOutput({ domain: zone.name, type: "A" }).records.apply((all) => all.length),
    vpn: vps.getFornexVpnConfigOutput({ orderId: "301-12312", protocol: "udp" }).config,
    webhook: vps.getFornexTicketWebhookOutput().url,
    ofSecret: vps.getFornexVpsStatusOutput({ orderId: pulumi.secret("34-177054") }).status,
  };
};
`;

describe("a program with functions", () => {
  let stack: Stack;
  beforeAll(async () => {
    stack = hosters.stack();
    // Credentials are read from the stack's configuration, encrypted ones too.
    await stack.configure("vps:vpsorgToken", stack.env.VPS_API_TOKEN ?? "");
    stack.env.VPS_API_TOKEN = "";
    stack.program(PROGRAM);
  });

  /** What the stack exports, as the engine stores it. */
  const exported = () => {
    const { checkpoint } = JSON.parse(stack.stateText()) as {
      checkpoint: { latest: { resources: { type: string; outputs?: Record<string, unknown> }[] } };
    };
    return checkpoint.latest.resources.find(({ type }) => type === "pulumi:pulumi:Stack")?.outputs ?? {};
  };

  test("shows in a preview what can be known, and asks nothing of what is not made yet", async () => {
    hosters.simulator.clearRequests();
    const preview = await stack.preview();
    expectCode(preview, 0);
    expect(preview.output).toMatch(/email *: "john@example\.com"/);
    expect(preview.output).toMatch(/airvpn *: "Earth"/);
    expect(preview.output).toMatch(/vpn *: \[secret\]/);
    // The zone's name is known, but there is no zone to ask for yet.
    for (const name of ["traffic", "hosts"]) expect(preview.output).toMatch(new RegExp(`${name} *: \\[unknown\\]`));
    expect(hosters.asked().filter((one) => /\/servers\/\d|entry_set/.test(one))).toEqual([]);
  });

  test("knows all of it in the up that makes the resources", async () => {
    expectCode(await stack.upNow(), 0);
    expect(exported()).toMatchObject({ email: "john@example.com", traffic: 2048, hosts: 4 });
  });

  test("stores encrypted what gives access or comes from a secret, and prints none of it", async () => {
    const outputs = exported();
    const secrets = Object.keys(outputs).filter((name) => isSecret(outputs[name]));
    expect(secrets.sort()).toEqual(["ofSecret", "vpn", "webhook"]);
    const again = await stack.upNow();
    expectCode(again, 0);
    for (const text of [stack.stateText(), again.output]) expect(text).not.toContain("dev tun");
  });

  test("changes nothing: no request of a function is more than a read", async () => {
    hosters.simulator.clearRequests();
    expectCode(await stack.preview("--expect-no-changes"), 0);
    expect(hosters.asked().filter((one) => !/^GET |^POST \/status\/$/.test(one))).toEqual([]);
  });

  test("fails with one line that names function and request", async () => {
    stack.program(`
const { getVpsOrgServer } = require("pulumi-vps");
module.exports = async () => ({ name: (await getVpsOrgServer({ serverId: 99999 })).name });`);
    const preview = await stack.preview();
    expect(preview.code).not.toBe(0);
    expect(preview.output).toContain("error: getVpsOrgServer: VPS.org: GET /servers/{server_id}/ answered 404");
    expect(preview.output).not.toMatch(/\n\s+at /);
  });
});

/** A program inside of the process that drives Pulumi, whose settings the workspace's `envVars` alone hold. */
const inline = (envVars: object) => `
const { LocalWorkspace } = require("@pulumi/pulumi/automation");
const vps = require("pulumi-vps");
async function program() {
  new vps.FornexTicketWebhook("webhook", { url: "https://hooks.example.com/" });
  const { balance } = await vps.getFornexBalance();
  return { balance, email: vps.getFornexAccountOutput().email };
}
async function main() {
  const workspace = { workDir: ".", envVars: ${JSON.stringify(envVars)} };
  const stack = await LocalWorkspace.selectStack({ stackName: "test", projectName: "e2e", program }, workspace);
  const { outputs } = await stack.up({ onOutput: console.error });
  await stack.preview({ expectNoChanges: true });
  await stack.refresh({ expectNoChanges: true });
  console.log(JSON.stringify(outputs));
}
main();
`;

test("an inline program of the Automation API finds the settings that resources find, and stores none of them", async () => {
  const stack = hosters.stack();
  await stack.run("stack", "output");
  const { env } = hosters.simulator;
  for (const name of Object.keys(env)) delete stack.env[name];
  writeFileSync(join(stack.project, "inline.js"), inline(env));

  const runtime = await stack.step("node inline.js");
  expectCode(runtime, 0);
  expect(JSON.parse(runtime.stdout)).toMatchObject({ balance: { value: 91 }, email: { value: "example@fornex.com" } });
  expect(stack.outputs("vps-environment")).toMatchObject({ sealed: { ciphertext: expect.any(String) } });
  for (const text of [stack.stateText(), runtime.output]) expect(text).not.toContain(env.FORNEX_API_KEY);
});
