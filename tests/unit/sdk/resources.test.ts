import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import * as sdk from "../../../sdk";
import {
  FornexDnsDomain,
  FornexDnsRecord,
  FornexTicketWebhook,
  FornexVps,
  KiwiCommand,
  KiwiServer,
  KiwiServerOs,
  VpsOrgServer,
} from "../../../sdk";
import { ROWS } from "../../conformance/rows";
import { known, type Registered, refusalOf, secret, useMocks, withoutRegistering } from "./support";

const SERVER = { name: "web", planId: 1, osId: 5, location: "us-west" };
const ZONE = { name: "example.com", ip: "192.0.2.10" };
const RECORD = { domain: "example.com", type: "A", value: "192.0.2.10" } as const;
const VPS = { orderId: "34-177054" };
const WEBHOOK = { url: "https://hooks.example.com/first" };
const MACHINE = { veid: "123456" };
const SYSTEM = { ...MACHINE, os: "debian-12-x86_64" };
const COMMAND = { veid: "123456", create: "true" };
type Options = pulumi.CustomResourceOptions;

/** Each class, with the arguments that its row in the conformance matrix requires. */
const KINDS = ROWS.map(({ subject: { name }, required }) => {
  const Class = Reflect.get(sdk, name) as new (name: string, args: object, options?: Options) => pulumi.CustomResource;
  return [name, (options?: Options) => new Class("any", required, options), required] as const;
});

/** Arguments that the class itself keeps secret. */
const secretIn = (name: string) => (name === "FornexTicketWebhook" ? ["url"] : []);

let registered: Registered[];
beforeEach(async () => {
  registered = await useMocks();
});

test("these are all there are", () => {
  const classes = Object.keys(sdk).filter((name) => !name.startsWith("get"));
  expect(classes.sort()).toEqual(KINDS.map(([name]) => name).sort());
});

describe.each(KINDS)("%s", (name, make, args) => {
  const provider = `exports.handler=()=>require("pulumi-vps/dynamic").${name}`;

  test("is registered under its type, with the arguments as they are, a constant provider and its name", async () => {
    await known(make().urn);
    expect(registered).toHaveLength(1);
    const [{ type, name: inProgram, inputs } = { name: "" }] = registered;
    expect(type).toBe(`pulumi-nodejs:dynamic/vps:${name}`);
    expect(inputs).toEqual({ ...args, __provider: provider, __vps: { name: inProgram, secrets: secretIn(name) } });
  });

  test("has a provider of 128 bytes at most: it stands in every state", () => {
    expect(withoutRegistering(make).props.__provider).toBe(provider);
    expect(Buffer.byteLength(provider)).toBeLessThanOrEqual(128);
  });

  test("shows every argument and output, also those nobody gave", async () => {
    const resource = make() as unknown as Record<string, unknown>;
    const { props } = withoutRegistering(make);
    const shown = Object.keys(props).filter((property) => !property.startsWith("__"));
    expect(shown).toEqual(expect.arrayContaining(Object.keys(args)));
    for (const property of shown) expect(pulumi.Output.isInstance(resource[property])).toBe(true);
    await known((resource as unknown as pulumi.CustomResource).id);
  });

  test("keeps secret what the program wants kept so, beside its own", () => {
    const own = withoutRegistering(make).options.additionalSecretOutputs ?? [];
    const { options } = withoutRegistering((given) => make({ ...given, additionalSecretOutputs: ["status"] }));
    expect(options.additionalSecretOutputs).toEqual(["status", ...own]);
  });

  test("passes the options on", () => {
    const { options } = withoutRegistering((given) => make({ ...given, protect: true, deleteBeforeReplace: true }));
    expect(options).toMatchObject({ protect: true, deleteBeforeReplace: true });
  });
});

test("arguments that JavaScript leaves out are missing, and for the provider to ask for", async () => {
  const none = undefined as unknown as sdk.FornexDnsRecordArgs;
  await known(new FornexDnsRecord("www", none).urn);
  expect(registered[0]?.inputs).toEqual({ __provider: expect.any(String), __vps: { name: "www", secrets: [] } });
});

test("what a zone records of its records may repeat arguments, so it is secret", () => {
  const { options } = withoutRegistering((given) => new FornexDnsDomain("zone", ZONE, given));
  expect(options.additionalSecretOutputs).toEqual(["seeded", "apexRecords"]);
});

test("root passwords are secret", () => {
  const { options } = withoutRegistering((given) => new FornexVps("web", VPS, given));
  expect(options.additionalSecretOutputs).toEqual(["rootPassword", "rootPasswordTried"]);
  const machine = withoutRegistering((given) => new KiwiServer("machine", MACHINE, given));
  const system = withoutRegistering((given) => new KiwiServerOs("system", SYSTEM, given));
  for (const kiwi of [machine, system]) expect(kiwi.options.additionalSecretOutputs).toEqual(["rootPassword"]);
});

test("the address of a webhook is secret, and what an error may tell of it", () => {
  const { options } = withoutRegistering((given) => new FornexTicketWebhook("tickets", WEBHOOK, given));
  expect(options.additionalSecretOutputs).toEqual(["url", "lastErrorMessage", "ours"]);
});

test("arguments arrive as promises and outputs, too, also within lists", async () => {
  const zone = new FornexDnsDomain("zone", {
    name: Promise.resolve("example.com"),
    ip: pulumi.output("192.0.2.10"),
    tags: ["a", pulumi.output("b"), Promise.resolve("c")],
  });
  expect(await known(zone.tags)).toEqual(["a", "b", "c"]);
  expect(registered[0]?.inputs).toMatchObject({ name: "example.com", ip: "192.0.2.10", tags: ["a", "b", "c"] });
});

test("secret arguments arrive as secrets", async () => {
  const zone = new FornexDnsDomain("zone", { name: "example.com", ip: pulumi.secret("192.0.2.10") });
  expect(await known(zone.ip)).toBe("192.0.2.10");
  expect(await pulumi.isSecret(zone.ip)).toBe(true);
  expect(registered[0]?.inputs.ip).toEqual(secret("192.0.2.10"));
});

describe("what stands in plain text in state cannot be a secret", () => {
  const nameOf = (name: pulumi.Input<string>) =>
    withoutRegistering((options) => new FornexDnsDomain("zone", { ...ZONE, name }, options)).props.name;
  const locationOf = (location: pulumi.Input<string>) =>
    withoutRegistering((options) => new VpsOrgServer("web", { ...SERVER, location }, options)).props.location;

  test("a zone's name", async () => {
    expect(await refusalOf(nameOf(pulumi.secret("example.com")))).toBe(
      "FornexDnsDomain: name cannot be a secret: it is the resource's id, which Pulumi stores in plain text. Pass a plain value, or wrap it in pulumi.unsecret(). (vps:invalid-arguments)",
    );
  });

  test("a server's location", async () => {
    expect(await refusalOf(locationOf(pulumi.secret("us-west")))).toBe(
      "VpsOrgServer: location cannot be a secret: VPS.org shows it back, as the output currentLocation. Pass a plain value, or wrap it in pulumi.unsecret(). (vps:invalid-arguments)",
    );
  });

  test("nor made of one", async () => {
    expect(await refusalOf(nameOf(pulumi.interpolate`${pulumi.secret("example")}.com`))).toContain(
      "cannot be a secret",
    );
  });

  test("plain text, outputs and pulumi.unsecret() are fine", async () => {
    for (const name of ["example.com", pulumi.output("example.com"), pulumi.unsecret(pulumi.secret("example.com"))]) {
      expect(await refusalOf(nameOf(name))).toBeUndefined();
    }
  });
});

test("what a class or an output form takes is a type of its own", () => {
  const types = readFileSync(join(__dirname, "../../../sdk/args.ts"), "utf8");
  const takes = ([name, value]: [string, object]) =>
    /^get(?!Kiwi)\w+Output$/.test(name) && Reflect.get(value, "length");
  const outputForms = Object.entries(sdk).filter(takes);
  expect(outputForms.length).toBeGreaterThan(0);
  for (const name of [...KINDS.map(([name]) => name), ...outputForms.map(([name]) => name.replace("get", "Get"))]) {
    expect(types).toContain(`export type ${name}Args = `);
  }
});

test("the compiler accepts inputs of every kind and refuses mistakes", () => {
  // Compiled, never run.
  const program = (text: pulumi.Output<string>, number: Promise<number>, zone: FornexDnsDomain) => {
    const server = new VpsOrgServer("a", { ...SERVER, planId: number, hostname: text });
    const address: pulumi.Output<string> = server.ipAddress;
    const ttl: pulumi.Output<number | undefined> = new FornexDnsRecord("b", { ...RECORD, domain: zone.name }).ttl;
    const list: pulumi.Output<sdk.SeededRecord[]> = zone.seeded;
    const apex: pulumi.Output<sdk.ApexRecord[]> = zone.apexRecords;
    new FornexDnsRecord("c", { ...RECORD, ttl: pulumi.output(300 as const), prio: number, adopt: text });
    new KiwiCommand("j", { ...COMMAND, environment: { A: "1", B: text }, triggers: [text, "2"] });
    new KiwiCommand("k", { ...COMMAND, environment: text.apply((one) => ({ A: one })) });
    const whole: sdk.FornexDnsRecordArgs = { domain: zone.name, type: "A", value: text, prio: number };
    const asked: sdk.GetFornexDnsRecordsOutputArgs = { domain: zone.name };
    const plain: sdk.GetFornexDnsRecordsArgs = { domain: "example.com" };
    new FornexDnsRecord("m", whole);
    sdk.getFornexDnsRecordsOutput(asked);
    sdk.getFornexDnsRecords(plain);
    // @ts-expect-error an output where a plain value belongs
    plain.domain = zone.name;
    // @ts-expect-error a number where text belongs, inside a map
    new KiwiCommand("l", { ...COMMAND, environment: { A: 1 } });
    new FornexDnsDomain("d", { ...ZONE, tags: text.apply((one) => [one]) });
    // @ts-expect-error a ttl beside the ten
    new FornexDnsRecord("e", { ...RECORD, ttl: 3601 });
    // @ts-expect-error a type Fornex does not have
    new FornexDnsRecord("f", { ...RECORD, type: "PTR" });
    // @ts-expect-error no value
    new FornexDnsRecord("g", { domain: "example.com", type: "A" });
    // @ts-expect-error a number where text belongs
    new FornexDnsDomain("h", { ...ZONE, ip: 5 });
    // @ts-expect-error no such argument
    new VpsOrgServer("i", { ...SERVER, size: "big" });
    // @ts-expect-error outputs are not written
    zone.name = text;
    // @ts-expect-error what is handed on to the provider is no output
    zone.__vps;
    return [address, ttl, list, apex];
  };
  expect(program).toBeInstanceOf(Function);
});
