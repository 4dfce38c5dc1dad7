import { expectCode, expectNoStackTrace, type Stack, useHosters } from "./harness";

const hosters = useHosters();

const KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHaSw601QLuAPAILOu5mzYiHEjI06gxucUPArdc/9DHt me@laptop";
const HOOK = "https://hooks.example.com/services/T0/B0/0123456789";

/** Settings, attachments and actions in one program; `trigger` is that of the actions. */
const program = (trigger: string) => `
const { AirVpnDisconnect, AirVpnNotification } = require("pulumi-vps");
const { FornexNameservers, FornexSshKeyAttachment, FornexTicketWebhook } = require("pulumi-vps");
const key = new SshKey("key", { title: "laptop", key: "${KEY}" });
new FornexSshKeyAttachment("attachment", { orderId: "34-177054", keyId: key.keyId });
new FornexTicketWebhook("webhook", { url: pulumi.secret("${HOOK}") });
new FornexNameservers("nameservers", { orderId: "375-13", nameservers: ["ns1.example.net", "ns2.example.net"] });
new AirVpnNotification("message", { subject: "Deployed", body: "It is up.", triggers: ["${trigger}"] });
const ended = new AirVpnDisconnect("disconnect", { device: "laptop", triggers: ["${trigger}"] });
exports.ended = ended.sessionsDisconnected;
`;

describe("what Fornex and AirVPN hold besides servers and zones", () => {
  let stack: Stack;
  beforeAll(() => {
    stack = hosters.stack();
    hosters.simulator.patch({
      airvpn: { sessions: { 1: { device_name: "laptop" }, 2: { device_name: "phone" } } },
    });
  });

  const fornex = () => hosters.simulator.state().fornex;
  const messages = () => Object.keys(hosters.simulator.state().airvpn.notifications).length;
  const attached = () => Object.keys(fornex().orders["34-177054"]?.vps?.sshKeys ?? {});

  test("is set, attached and sent in one run, the webhook encrypted in state", async () => {
    const up = await stack.program(program("1")).up();
    expectCode(up, 0);
    expect(up.output).toMatch(/ended *: 1/);
    expect(fornex().webhook.url).toBe(HOOK);
    expect(fornex().domainOrders["375-13"]?.nss).toBe("ns1.example.net,ns2.example.net");
    expect(attached()).toContain(String(stack.outputs("key").keyId));
    expect(messages()).toBe(1);
    expect(Object.keys(hosters.simulator.state().airvpn.sessions)).not.toContain("1");
    expect(stack.stateText()).not.toContain(HOOK);
  });

  test("is done again by no refresh, which says what it cannot see", async () => {
    hosters.simulator.clearRequests();
    const drift = await stack.drift();
    expectCode(drift, 0);
    expect(drift.output).toContain("Fornex does not show name servers");
    expect(hosters.writes()).toEqual([]);
  });

  test("is repaired where it drifted, and sends no message for that", async () => {
    hosters.simulator.patch({ fornex: { webhook: { url: "https://elsewhere.example/" } } });
    expectCode(await stack.drift(), 7);
    expectCode(await stack.upNow("--refresh"), 0);
    expect(fornex().webhook.url).toBe(HOOK);
    expect(messages()).toBe(1);
  });

  test("keeps the address of the webhook encrypted where an error tells it, too", async () => {
    hosters.simulator.patch({ fornex: { webhook: { last_error_message: `No team at ${HOOK}` } } });
    expectCode(await stack.upNow("--refresh"), 0);
    expect(stack.outputs("webhook").lastErrorMessage).toMatchObject({ ciphertext: expect.any(String) });
    expect(stack.stateText()).not.toContain(HOOK);
  });

  test("is sent again when its trigger changes; after a lost answer never by itself", async () => {
    expectCode(await stack.program(program("2")).upNow(), 0);
    expect(messages()).toBe(2);

    hosters.simulator.fault({ hoster: "airvpn", path: "/notification/", kind: "reset-after" });
    const lost = await stack.program(program("3")).upNow();
    expect(lost.code).not.toBe(0);
    expect(lost.output).toMatch(/AirVPN: POST \/notification\/.*Whether it was carried out is unknown/);
    expect(messages()).toBe(3);
    expect(stack.outputs("message").outcome).toBe("unknown");
    expectCode(await stack.upNow(), 0);
    expectCode(await stack.upNow("--refresh"), 0);
    expect(messages()).toBe(3);
  });

  test("is switched off and taken off by a destroy; name servers stay", async () => {
    const destroy = await stack.destroy();
    expectCode(destroy, 0);
    expect(destroy.output).toMatch(/nameservers: released; it stays unchanged at the hoster/);
    expect(fornex().webhook.url).toBe("");
    expect(fornex().domainOrders["375-13"]?.nss).toBe("ns1.example.net,ns2.example.net");
    expect(attached()).toEqual(["67"]);
    expect(messages()).toBe(3);
  });
});

describe("what exists at the hosters", () => {
  let stack: Stack;
  beforeAll(() => {
    stack = hosters.stack();
  });
  const MADE = `
const server = new VpsOrgServer("server", { name: "web-01", planId: 1, osId: 5, location: "us-west" });
const zone = new FornexDnsDomain("zone", { name: "example.com", ip: "192.0.2.10" });
new FornexDnsRecord("record", { domain: zone.name, host: "www", type: "A", value: "192.0.2.11" });
new SshKey("laptop", { title: "laptop", key: "${KEY}" });
`;
  const found = () => `${MADE}
const found = {
  server: VpsOrgServer.get("found-server", "${stack.resource("server").id}").name,
  zone: FornexDnsDomain.get("found-zone", "Example.COM.").createdAt,
  record: FornexDnsRecord.get("found-record", "${stack.resource("record").id}", { domain: zone.name }).value,
  alone: FornexDnsRecord.get("found-alone", "Example.com/${stack.resource("record").id}").value,
  key: SshKey.get("found-key", "00${stack.resource("laptop").id}").fingerprint,
  ptr: KiwiPtr.get("found-ptr", "0111141/203.0.113.21").ptr,
};
pulumi.output(found).apply((all) => console.log("found", JSON.stringify(all)));
`;

  test("is looked up by a program, which owns none of it", async () => {
    expectCode(await stack.program(MADE).upNow(), 0);
    const ptr = hosters.simulator.state().kiwivm.machines["111141"]?.ptr["203.0.113.21"];
    const { createdAt } = stack.outputs("zone");
    const { fingerprint } = stack.outputs("laptop");
    hosters.simulator.clearRequests();
    const up = await stack.program(found()).upNow();
    expectCode(up, 0);
    const all = { server: "web-01", zone: createdAt, record: "192.0.2.11", alone: "192.0.2.11", key: fingerprint, ptr };
    expect(up.output).toContain(`found ${JSON.stringify(all)}`);
    expect(hosters.writes()).toEqual([]);
    const ids = ["found-zone", "found-alone", "found-key", "found-ptr"].map((name) => stack.resource(name).id);
    expect(ids).toEqual([
      "example.com",
      stack.resource("record").id,
      stack.resource("laptop").id,
      "111141/203.0.113.21",
    ]);
  });

  test("shows no drift because of that", async () => {
    const drift = await stack.drift();
    expectCode(drift, 0);
    expect(drift.output).not.toContain("[diff");
  });

  test("is not found where that is not said, in one line that names what is missing", async () => {
    const { id } = stack.resource("record");
    const preview = await stack.program(`${MADE}FornexDnsRecord.get("found", "${id}");`).preview();
    expect(preview.code).not.toBe(0);
    expect(preview.output).toContain(
      "domain: the id does not contain it. Write the id as domain/recordId, such as example.com/123. Or pass it as state: FornexDnsRecord.get(name, id, { domain }).",
    );
    expectNoStackTrace(preview);
  });
});
