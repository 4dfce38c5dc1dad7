import * as pulumi from "@pulumi/pulumi";
import { FornexDnsDomain, FornexDnsRecord, FornexTicketWebhook, KiwiCommand } from "../../../sdk";
import { known, type Registered, useMocks, withoutRegistering } from "./support";

let registered: Registered[];
beforeEach(async () => {
  registered = await useMocks();
});

const handedOn = (name: string) => registered.find((one) => one.name === name)?.inputs.__vps;
const RECORD = { domain: "example.com", type: "A" } as const;

test("the resource's name in the program", async () => {
  await known(new FornexDnsRecord("h7", { ...RECORD, value: "192.0.2.10" }).urn);
  expect(handedOn("h7")).toEqual({ name: "h7", secrets: [] });
});

test("the arguments that are secrets, in order, also made from one or with one inside", async () => {
  const token = pulumi.secret("s3cret");
  const command = new KiwiCommand("job", {
    veid: "123456",
    environment: { A: "1", TOKEN: token },
    create: pulumi.interpolate`login ${token}`,
    triggers: ["1", Promise.resolve("2"), pulumi.output("3")],
    delete: pulumi.unsecret(token),
  });
  const zone = new FornexDnsDomain("zone", {
    name: "example.com",
    ip: Promise.resolve(pulumi.secret("192.0.2.10")) as unknown as Promise<string>,
    tags: pulumi.output(["a", token]),
  });
  await Promise.all([known(command.urn), known(zone.urn)]);
  expect(handedOn("job")).toEqual({ name: "job", secrets: ["create", "environment"] });
  expect(handedOn("zone")).toEqual({ name: "zone", secrets: ["ip", "tags"] });
});

test("those whose output is kept secret, by the program or by the class", async () => {
  const options = { additionalSecretOutputs: ["value", "ttl"] };
  const record = new FornexDnsRecord("www", { ...RECORD, value: "192.0.2.10" }, options);
  const webhook = new FornexTicketWebhook("tickets", { url: "https://hooks.example.com/first" });
  await Promise.all([known(record.urn), known(webhook.urn)]);
  expect(handedOn("www")).toEqual({ name: "www", secrets: ["value"] });
  expect(handedOn("tickets")).toEqual({ name: "tickets", secrets: ["url"] });
});

test("whether its old object goes before a new one is made", async () => {
  const args = { ...RECORD, value: "192.0.2.10" };
  await known(new FornexDnsRecord("www", args, { deleteBeforeReplace: true }).urn);
  await known(new FornexDnsRecord("api", args, { deleteBeforeReplace: false }).urn);
  expect(handedOn("www")).toEqual({ name: "www", secrets: [], goesFirst: true });
  expect(handedOn("api")).toEqual({ name: "api", secrets: [] });
});

test("the option ignoreChanges as it is written, and nothing where it is not used", async () => {
  const args = { ...RECORD, value: "192.0.2.10" };
  await known(new FornexDnsRecord("www", args, { ignoreChanges: ["ttl", "*"] }).urn);
  await known(new FornexDnsRecord("api", args, { ignoreChanges: [] }).urn);
  expect(handedOn("www")).toEqual({ name: "www", secrets: [], ignoreChanges: ["ttl", "*"] });
  expect(handedOn("api")).toEqual({ name: "api", secrets: [] });
});

test("in a preview it is known and no secret, also where an argument is neither", async () => {
  registered = await useMocks({}, true);
  const unknown = pulumi.output(pulumi.unknown as unknown as string);
  const both = pulumi.secret(unknown);
  await known(new FornexDnsRecord("www", { ...RECORD, host: unknown, value: both }).urn);
  expect(handedOn("www")).toEqual({ name: "www", secrets: ["value"] });
});

test("it depends on no resource, though its arguments do", async () => {
  const zone = new FornexDnsDomain("zone", { name: "example.com", ip: "192.0.2.10" });
  const args = { ...RECORD, domain: zone.name, value: pulumi.secret(zone.ip) };
  const { props } = withoutRegistering((options) => new FornexDnsRecord("www", args, options));
  expect(await originsOf(props.value)).toContain(zone);
  expect(await originsOf(props.__vps)).toEqual([]);
});

/** The resources that Pulumi would wait for. */
async function originsOf(value: unknown): Promise<unknown[]> {
  const output = pulumi.output(value) as unknown as { allResources: () => Promise<Set<pulumi.Resource>> };
  return [...(await output.allResources())];
}
