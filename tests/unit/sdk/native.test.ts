import { validateResourceOfType } from "@pulumi/policy";
import * as pulumi from "@pulumi/pulumi";
import { SETTINGS } from "../../../provider/config/allSettings";
import type { SettingInfo } from "../../../provider/config/setting";
import * as dynamic from "../../../sdk";
import { KINDS } from "../../../sdk/kindTable";
import * as native from "../../../sdk/native";
import { FornexDnsDomain, FornexDnsRecord, Provider } from "../../../sdk/native";
import { ROWS } from "../../conformance/rows";
import { known, type Registered, refusalOf, secret, useMocks, withoutRegistering } from "./support";

jest.mock("undici", () => {
  throw new Error("undici is loaded");
});

const RECORD = { domain: "example.com", type: "A", value: "192.0.2.10" } as const;
type Options = pulumi.CustomResourceOptions;

const CLASSES = ROWS.map(({ subject: { name }, required }) => {
  const Class = Reflect.get(native, name) as new (
    name: string,
    args: object,
    options?: Options,
  ) => pulumi.CustomResource;
  return [name, (options?: Options) => new Class("any", required, options), required] as const;
});

let registered: Registered[];
beforeEach(async () => {
  registered = await useMocks();
});

test("everything of the dynamic entry is there under the same name, and the provider", () => {
  expect(Object.keys(native).sort()).toEqual([...Object.keys(dynamic), "Provider"].sort());
});

describe.each(CLASSES)("%s", (name, make, args) => {
  test("is registered under the plugin's type, with nothing but its arguments", async () => {
    await known(make().urn);
    expect(registered).toEqual([expect.objectContaining({ type: `vps:index:${name}`, inputs: args })]);
  });

  test("shows what the dynamic one shows, and keeps the same secret", () => {
    const kind = KINDS.find((one) => one.name === name);
    const { props, options } = withoutRegistering((given) => make({ ...given, additionalSecretOutputs: ["status"] }));
    expect(Object.keys(props).sort()).toEqual([...(kind?.shows ?? [])].sort());
    expect(options.additionalSecretOutputs).toEqual(["status", ...(kind?.secret ?? [])]);
  });

  test("takes over what a stack has from the dynamic provider, also under another name or parent", () => {
    const type = `pulumi-nodejs:dynamic/vps:${name}`;
    const urn = "urn:pulumi:test::project::vps:index:Other::any";
    const aliases = [urn, { name: "old" }, { type: "other:index:Type" }];
    const { options } = withoutRegistering((given) => make({ ...given, aliases }));
    expect(options.aliases).toEqual([...aliases, { type }, { name: "old", type }]);
  });

  test("tells the plugin of deleteBeforeReplace, which Pulumi does not", () => {
    expect(withoutRegistering(make).props).not.toHaveProperty("__vps");
    const { props, options } = withoutRegistering((given) => make({ ...given, deleteBeforeReplace: true }));
    expect(props.__vps).toEqual({ goesFirst: true });
    expect(options.deleteBeforeReplace).toBe(true);
  });

  test("is known by its type, to policy packs as well", () => {
    const { __pulumiType, isInstance } = Reflect.get(native, name) as typeof FornexDnsRecord;
    expect(__pulumiType).toBe(`vps:index:${name}`);
    expect(isInstance({ __pulumiType })).toBe(true);
    expect(isInstance({ __pulumiType: `pulumi-nodejs:dynamic/vps:${name}` })).toBe(false);
  });
});

test("what becomes part of the id cannot be a secret", async () => {
  const { props } = withoutRegistering(
    (options) => new FornexDnsDomain("zone", { name: pulumi.secret("example.com"), ip: "192.0.2.10" }, options),
  );
  expect(await refusalOf(props.name)).toContain("FornexDnsDomain: name cannot be a secret");
});

test("the option import is Pulumi's own here", () => {
  const { options } = withoutRegistering(
    (given) => new FornexDnsRecord("www", RECORD, { ...given, import: "example.com/17" }),
  );
  expect(options.import).toBe("example.com/17");
});

test("a policy for one kind sees resources of that kind, with their properties", () => {
  const seen: string[] = [];
  const policy = validateResourceOfType(FornexDnsRecord, (record, _args, report) => {
    seen.push(record.value);
    if (record.ttl !== undefined && record.ttl < 300) report("TTL is too short");
  });
  const violations: string[] = [];
  const check = (type: string, props: object) => {
    const isType = (one: { __pulumiType?: string }) => one.__pulumiType === type;
    const args = { type, props, isType, notApplicable: () => {} } as unknown as Parameters<typeof policy>[0];
    return policy(args, (text) => violations.push(text ?? ""));
  };
  check("vps:index:FornexDnsRecord", { value: "192.0.2.10", ttl: 60 });
  check("vps:index:FornexDnsDomain", { name: "example.com" });
  expect(seen).toEqual(["192.0.2.10"]);
  expect(violations).toEqual(["TTL is too short"]);
});

describe("a provider", () => {
  test("takes every setting; those that are secrets are one, whatever the program says", async () => {
    const settings = Object.entries<SettingInfo>(SETTINGS);
    const values = { string: "text", number: 7, keys: { "123456": pulumi.secret("private_key") } };
    const texts = { string: "text", number: "7", keys: '{"123456":"private_key"}' };
    const args = Object.fromEntries(settings.map(([name, { type }]) => [name, values[type]]));
    const provider = new Provider("second", args);
    await known(provider.urn);
    const expected = settings.map(([name, { type, secret: isSecret }]) => [
      name,
      isSecret ? secret(texts[type]) : texts[type],
    ]);
    expect(registered).toEqual([
      { type: "pulumi:providers:vps", name: "second", inputs: Object.fromEntries(expected) },
    ]);
    expect(Provider.isInstance({ __pulumiType: "pulumi:providers:vps" })).toBe(true);
    expect(Provider.isInstance({ __pulumiType: "pulumi:providers:other" })).toBe(false);
  });

  test("passes on what is given only", async () => {
    const key = pulumi.output(null) as unknown as pulumi.Output<string>;
    await known(new Provider("empty", { fornexUrl: undefined, fornexApiKey: key }).urn);
    const given = Object.entries(registered[0]?.inputs ?? {}).filter(([, value]) => JSON.stringify(value) !== "null");
    expect(JSON.stringify(given)).not.toContain('"null"');
    expect(registered).toMatchObject([{ type: "pulumi:providers:vps", name: "empty" }]);
  });
});

describe("a function", () => {
  const calls: pulumi.runtime.MockCallArgs[] = [];
  beforeEach(async () => {
    calls.length = 0;
    await pulumi.runtime.setMocks({
      newResource: ({ name, inputs }) => ({ id: `${name}-id`, state: inputs }),
      call: (args) => {
        calls.push(args);
        return { records: [] };
      },
    });
  });

  test("is asked of the plugin by its token, with plain arguments or with outputs", async () => {
    expect(await native.getFornexDnsRecords({ domain: "example.com" })).toEqual({ records: [] });
    const domain = pulumi.output("example.net");
    expect(await known(native.getFornexDnsRecordsOutput({ domain }))).toEqual({ records: [] });
    await native.getFornexAccount();
    expect(calls).toMatchObject([
      { token: "vps:index:getFornexDnsRecords", inputs: { domain: "example.com" } },
      { token: "vps:index:getFornexDnsRecords", inputs: { domain: "example.net" } },
      { token: "vps:index:getFornexAccount", inputs: {} },
    ]);
  });

  test("refuses an output where it takes plain arguments", async () => {
    const domain = pulumi.output("example.com") as unknown as string;
    await expect(native.getFornexDnsRecords({ domain })).rejects.toThrow(
      "getFornexDnsRecords: domain: is an output; pass it to getFornexDnsRecordsOutput instead",
    );
    expect(calls).toEqual([]);
  });
});
