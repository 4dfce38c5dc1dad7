import * as pulumi from "@pulumi/pulumi";
import * as sdk from "../../../sdk";
import { FornexDnsDomain, FornexDnsRecord, VpsOrgServer } from "../../../sdk";
import { known, useMocks, withoutRegistering } from "./support";

const RECORD = { domain: "example.com", type: "A", value: "192.0.2.10" } as const;
const CLASSES = Object.entries(sdk).flatMap(([name, value]) =>
  "__pulumiType" in value ? [[name, value] as const] : [],
);

test("every class is among them", () => {
  expect(CLASSES.map(([name]) => name)).toEqual(Object.keys(sdk).filter((name) => !name.startsWith("get")));
});

beforeEach(async () => {
  await useMocks();
});

test.each(CLASSES)("%s tells its type, as policy packs compare it", (name, { __pulumiType, isInstance }) => {
  const type = `pulumi-nodejs:dynamic/vps:${name}`;
  expect(__pulumiType).toBe(type);
  // As @pulumi/policy asks: without the class, of a type alone.
  expect(isInstance({ __pulumiType: type })).toBe(true);
  expect(isInstance({ __pulumiType: `${type}X` })).toBe(false);
  for (const other of [undefined, null, "text", {}]) expect(isInstance(other)).toBe(false);
});

test("isInstance knows a resource from those of other kinds", () => {
  const record: unknown = new FornexDnsRecord("www", RECORD);
  expect(VpsOrgServer.isInstance(record)).toBe(false);
  expect(FornexDnsRecord.isInstance(record) && pulumi.Output.isInstance(record.recordId)).toBe(true);
});

test("get registers nothing, and reads by the id with what it does not say", async () => {
  const asked: pulumi.runtime.MockResourceArgs[] = [];
  await pulumi.runtime.setMocks({
    newResource: (args) => {
      asked.push(args);
      return { id: args.id ?? "", state: { ...args.inputs, recordId: 17, value: "192.0.2.10" } };
    },
    call: () => ({}),
  });
  const record: FornexDnsRecord = FornexDnsRecord.get("www", "17", { domain: pulumi.output("example.com") });
  expect(record).toBeInstanceOf(FornexDnsRecord);
  expect(await known(record.value)).toBe("192.0.2.10");
  expect(asked).toEqual([
    expect.objectContaining({
      id: "17",
      type: FornexDnsRecord.__pulumiType,
      inputs: {
        domain: "example.com",
        __provider: expect.any(String),
        __vps: { name: "www", secrets: [] },
      },
    }),
  ]);
});

describe("the id of what is looked up", () => {
  const idOf = (state: object, id: pulumi.Input<string> = "17") =>
    withoutRegistering((options) => FornexDnsRecord.get("www", id, state, options)).options.id as pulumi.Output<string>;
  const isKnown = (output: pulumi.Output<string>) => (output as unknown as { isKnown: Promise<boolean> }).isKnown;
  const UNKNOWN = pulumi.output(pulumi.unknown as unknown as string);

  test("is known where all of the state is, and no secret because of it", async () => {
    const id = idOf({ domain: pulumi.secret("example.com") });
    expect([await isKnown(id), await pulumi.isSecret(id), await known(id)]).toEqual([true, false, "17"]);
  });

  test("is not known in a preview before the state is: nothing is read then", async () => {
    await useMocks({}, true);
    expect(await isKnown(idOf({ domain: UNKNOWN }))).toBe(false);
    expect(await isKnown(idOf({ domain: "example.com" }, UNKNOWN))).toBe(false);
  });
});

test("the compiler knows what get returns and takes", () => {
  // Compiled, never run.
  const program = (zone: FornexDnsDomain) => {
    const found: FornexDnsDomain = FornexDnsDomain.get("zone", zone.id, undefined, { protect: true });
    const ttl: pulumi.Output<number | undefined> = FornexDnsRecord.get("www", "17", { domain: found.name }).ttl;
    // @ts-expect-error no such argument
    FornexDnsRecord.get("a", "17", { zone: "example.com" });
    // @ts-expect-error a number where text belongs
    FornexDnsRecord.get("b", "17", { domain: 5 });
    return ttl;
  };
  expect(program).toBeInstanceOf(Function);
});
