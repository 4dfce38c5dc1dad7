import * as pulumi from "@pulumi/pulumi";
import { FornexDnsRecord, KiwiCommand, VpsOrgServer } from "../../../sdk";
import { useMocks, withoutRegistering } from "./support";

const SERVER = { name: "web", planId: 1, osId: 5, location: "us-west" };
const RECORD = { domain: "example.com", type: "A", value: "192.0.2.10" } as const;

beforeEach(async () => {
  await useMocks();
});
afterEach(() => jest.restoreAllMocks());

const record = (options: pulumi.CustomResourceOptions) => () => new FornexDnsRecord("www", RECORD, options);
const server = (options: pulumi.CustomResourceOptions) => () => new VpsOrgServer("web", SERVER, options);

test("import is refused in one line that names adopt", () => {
  expect(record({ import: "366189" })).toThrow(
    new pulumi.RunError(
      "FornexDnsRecord www: the option import does not work here: Pulumi does not tell a dynamic provider what to import. " +
        'Omit it, and set the argument adopt: "<id>" to adopt an existing object. (vps:unsupported-option)',
    ),
  );
});

test("where there is no adopt either, nothing is advised that does not exist", () => {
  const command = () => new KiwiCommand("job", { veid: "123456", create: "true" }, { import: "123456/3f2a9c01" });
  expect(command).toThrow("Omit it: KiwiCommand needs neither this option nor adopt.");
});

test("replaceOnChanges is refused: after a failed create it would make another server without consent", () => {
  expect(server({ replaceOnChanges: ["*"] })).toThrow(
    "VpsOrgServer web: the option replaceOnChanges does not work here",
  );
  expect(server({ replaceOnChanges: ["name"] })).toThrow("change the option replacementTrigger");
});

test("customTimeouts is warned of, on the resource", async () => {
  const warn = jest.spyOn(pulumi.log, "warn").mockResolvedValue();
  const made = record({ customTimeouts: { create: "5m" } })();
  const words =
    "the option customTimeouts has no effect: Pulumi does not pass it to a dynamic provider. " +
    "To limit every wait, set vps:timeoutSeconds.";
  expect(warn.mock.calls).toEqual([[words, made]]);
});

test("ignoreChanges of everything names what a program may give, so that the provider is told of the option itself", () => {
  const ignoring = (ignoreChanges: string[]) =>
    withoutRegistering((given) => new FornexDnsRecord("www", RECORD, { ...given, ignoreChanges })).options
      .ignoreChanges;
  const all = ignoring(["*"]);
  expect(all).toEqual(expect.arrayContaining(["domain", "value", "ttl", "adopt"]));
  expect(all).not.toContain("*");
  expect(all).not.toContain("__vps");
  expect(ignoring(["ttl", "tags[0]"])).toEqual(["ttl", "tags[0]"]);
});

test("options that Pulumi carries out by itself pass in silence, and so do those that say nothing", () => {
  const warn = jest.spyOn(pulumi.log, "warn").mockResolvedValue();
  const working = {
    deleteBeforeReplace: true,
    ignoreChanges: ["ttl"],
    protect: true,
    replacementTrigger: "2",
    retainOnDelete: true,
  };
  const silent = { customTimeouts: { create: undefined }, import: undefined, replaceOnChanges: [] };
  // As JavaScript may write them.
  const options = { ...working, ...silent } as unknown as pulumi.CustomResourceOptions;
  const seen = withoutRegistering((given) => new FornexDnsRecord("www", RECORD, { ...given, ...options }));
  expect(seen.options).toMatchObject(working);
  expect(warn).not.toHaveBeenCalled();
});
