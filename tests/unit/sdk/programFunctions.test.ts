/** Functions as a program calls them: Pulumi's configuration and outputs, no engine, and a hoster over HTTP. */
import * as pulumi from "@pulumi/pulumi";
import { functions } from "../../../provider/functions";
import {
  getFornexTicketWebhookOutput,
  getFornexVpnConfigOutput,
  getVpsOrgAccount,
  getVpsOrgServer,
  getVpsOrgServerOutput,
} from "../../../sdk";
import { failureOf } from "../support/errors";
import { useHttpServer } from "../support/httpServer";
import { known, refusalOf } from "./support";

const server = useHttpServer();
let token = 0;

/** With another token every time: answers are remembered per configuration. */
function configure(more: Record<string, string> = {}): void {
  token += 1;
  const config = {
    "vps:vpsorgUrl": server.url,
    "vps:vpsorgToken": `vps_0123${token}`,
    "vps:fornexUrl": server.url,
    "vps:fornexApiKey": `simulated.0123${token}`,
    "vps:pollSeconds": "0.01",
    ...more,
  };
  pulumi.runtime.setAllConfig(config, ["vps:vpsorgToken", "vps:fornexApiKey"]);
}

beforeEach(() => {
  configure();
  server.answers({ body: { id: 17, name: "web", plan: { bandwidth: 2048 } } });
});

test("plain arguments: a promise, from the stack's configuration, secret values too", async () => {
  expect(await getVpsOrgServer({ serverId: 17 })).toMatchObject({ serverId: "17", plan: { bandwidth: 2048 } });
  expect(server.received[0]?.headers.authorization).toBe(`Bearer vps_0123${token}`);
});

test("both forms share what was asked", async () => {
  await getVpsOrgServer({ serverId: 17 });
  expect(await known(getVpsOrgServerOutput({ serverId: Promise.resolve(17) }).name)).toBe("web");
  expect(server.received).toHaveLength(1);
});

test("inputs: an output, as secret as they are", async () => {
  const output = getVpsOrgServerOutput({ serverId: pulumi.output(17) });
  expect(await known(output.plan)).toMatchObject({ bandwidth: 2048 });
  expect(await pulumi.isSecret(output)).toBe(false);
  expect(await pulumi.isSecret(getVpsOrgServerOutput({ serverId: pulumi.secret(17) }))).toBe(true);
});

test("what gives access is a secret whatever the inputs are", async () => {
  server.answers({ body: "client dev tun" });
  const { config } = getFornexVpnConfigOutput({ orderId: "301-12312", protocol: "udp" });
  expect(await known(config)).toBe("client dev tun");
  expect(await pulumi.isSecret(config)).toBe(true);
  server.answers({ body: { url: "https://hooks.example.com/T0" } });
  expect(await pulumi.isSecret(getFornexTicketWebhookOutput().url)).toBe(true);
});

describe("expected failures are Pulumi's RunError: one line, no stack on the terminal", () => {
  test("a refusal of the hoster, without the credential", async () => {
    server.answers({ status: 401, body: { detail: `vps_0123${token} is bad` } });
    const { message, stack } = await failureOf(getVpsOrgServer({ serverId: 17 }), pulumi.RunError);
    // Pulumi prints it of a rejection that nobody handles.
    expect(stack).toBe("");
    expect(message).toMatch(/^getVpsOrgServer: VPS\.org: GET \/servers\/\{server_id\}\/ answered 401: \[…\] is bad\./);
    expect(message).toMatch(/\(vps:http-unauthorized\)$/);
    expect(message).not.toContain("\n");
  });

  test("a mistake in the arguments, before anything is asked", async () => {
    const mistake = getVpsOrgServer({ serverId: "s3cret!" });
    expect((await failureOf(mistake, pulumi.RunError)).message).toBe(
      "getVpsOrgServer: serverId: must be an id as VPS.org gives it: a whole number (or a UUID) (vps:invalid-arguments)",
    );
    expect(await refusalOf(getVpsOrgServerOutput({ serverId: pulumi.secret("s3cret!") }))).toBe(
      "getVpsOrgServer: serverId: must be an id as VPS.org gives it: a whole number (or a UUID) (vps:invalid-arguments)",
    );
    expect(server.received).toEqual([]);
  });

  test.each([undefined, null])("no arguments at all, but %p: what JavaScript may pass", async (nothing) => {
    const missing = "getVpsOrgServer: serverId: is required (vps:invalid-arguments)";
    // @ts-expect-error no arguments
    expect((await failureOf(getVpsOrgServer(nothing), pulumi.RunError)).message).toBe(missing);
    // @ts-expect-error no arguments
    expect(await refusalOf(getVpsOrgServerOutput(nothing))).toBe(missing);
    expect(server.received).toEqual([]);
  });

  test("an output where a plain value belongs: the compiler says so, and so does the function", async () => {
    // @ts-expect-error an output
    const mistake = getVpsOrgServer({ serverId: pulumi.output(17) });
    expect((await failureOf(mistake, pulumi.RunError)).message).toBe(
      "getVpsOrgServer: serverId: is an output; pass it to getVpsOrgServerOutput instead (vps:invalid-arguments)",
    );
  });

  test("a missing permission", async () => {
    server.answers({ body: { token: { permissions: ["servers:list"] } } });
    const { message } = await failureOf(getVpsOrgAccount({ requires: ["servers:create"] }), pulumi.RunError);
    expect(message).toContain("getVpsOrgAccount: VPS.org: the token lacks servers:create.");
  });
});

test("a bug is reported with the function and the stack, without what its message may quote", async () => {
  jest.spyOn(functions.getVpsOrgServer, "get").mockImplementation(() => JSON.parse("m4rk3d"));
  const { message, stack } = await failureOf(getVpsOrgServer({ serverId: 17 }), pulumi.RunError);
  jest.restoreAllMocks();
  expect(message).toMatch(
    /^This is a bug in pulumi-vps\. Please report it at https:\S+ \(vps:unforeseen\)\ngetVpsOrgServer: SyntaxError, /,
  );
  expect(message).toContain("programFunctions.test.ts");
  expect(`${message}${stack}`).not.toContain("m4rk3d");
});

test("unknown in a preview: nothing is asked, and the answer is unknown too", async () => {
  pulumi.runtime.resetOptions("project", "stack", -1, "", "", true, "");
  configure();
  const unknown: pulumi.Output<number> = pulumi.output(pulumi.unknown as unknown as number);
  const output = getVpsOrgServerOutput({ serverId: unknown }) as unknown as { isKnown: Promise<boolean> };
  expect(await output.isKnown).toBe(false);
  const secret = getFornexVpnConfigOutput({ orderId: pulumi.unknown as unknown as string, protocol: "udp" });
  expect(await (secret as unknown as { isKnown: Promise<boolean> }).isKnown).toBe(false);
  expect(await pulumi.isSecret(secret)).toBe(true);
  expect(server.received).toEqual([]);
  pulumi.runtime.resetOptions("project", "stack", -1, "", "", false, "");
});
