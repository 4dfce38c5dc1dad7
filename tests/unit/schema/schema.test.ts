import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type * as pulumi from "@pulumi/pulumi";
import { SETTINGS } from "../../../provider/config/allSettings";
import type { SettingInfo } from "../../../provider/config/setting";
import dynamicAdapter from "../../../provider/dynamic";
import { RESOURCES as DEFINED, functions, resources } from "../../../provider/registry";
import * as sdk from "../../../sdk";
import { KINDS } from "../../../sdk/kindTable";
import { withoutRegistering } from "../sdk/support";
import { everyProperty, FUNCTIONS, PACKAGE, RESOURCES } from "./support";

/** What the test needs of a resource. */
interface Described {
  name: string;
  arguments: Record<string, { secret?: true; nonSecret?: string }>;
  outputs: Record<string, { secret?: true }>;
}

const NAMES = RESOURCES.map(([name]) => name);

test("every resource is there: what the provider has, what the dynamic adapter serves, what the SDK exports", () => {
  const { environment: _, ...adapters } = dynamicAdapter;
  expect(NAMES).toEqual(Object.keys(adapters).sort());
  expect(NAMES).toEqual(DEFINED.map(({ name }) => name).sort());
  expect(NAMES).toEqual(
    Object.keys(sdk)
      .filter((name) => /^[A-Z]/.test(name))
      .sort(),
  );
});

test.each(Object.values<Described>(resources))("the class of $name goes by its definition", (definition) => {
  const { name, arguments: args, outputs } = definition;
  const secret = Object.entries({ ...args, ...outputs }).filter(([, one]) => one.secret === true);
  const nonSecret = Object.entries(args).flatMap(([argument, one]) =>
    one.nonSecret ? [[argument, one.nonSecret]] : [],
  );
  expect(KINDS.find((kind) => kind.name === name)).toEqual({
    name,
    shows: [...Object.keys(args), ...Object.keys(outputs)],
    secret: secret.map(([one]) => one),
    nonSecret: Object.fromEntries(nonSecret),
  });
  for (const [argument, one] of Object.entries(args))
    expect([argument, one.secret && one.nonSecret]).toEqual([argument, undefined]);
});

test("says of the package what package.json says, and that it is a plugin of its own", () => {
  const manifest = JSON.parse(readFileSync(resolve(__dirname, "../../../package.json"), "utf8"));
  const { version, license, homepage, author } = manifest;
  const { repository } = PACKAGE;
  expect(PACKAGE).toMatchObject({ version, license, homepage, publisher: author });
  expect(repository).toMatch(/^https:\/\/[^/]+\/[^/]+\/[^/.]+$/);
  expect(manifest).toMatchObject({
    homepage: `${repository}#readme`,
    bugs: { url: `${repository}/issues` },
    repository: { type: "git", url: `git+${repository}.git` },
  });
  expect(PACKAGE.keywords.filter((word) => word.includes("/"))).toEqual(["category/infrastructure", "kind/native"]);
});

test.each(everyProperty())("%s is described", (_where, { description }) => {
  // At least a few words, and the mark of a sentence.
  expect(description).toMatch(/\S+ \S+.*[.)]$/s);
});

test.each(Object.entries(PACKAGE.types))("the type %s is described", (_token, { description }) => {
  expect(description).toMatch(/\S+ \S+.*\.$/s);
});

test("a whole number is one also where it may be missing", () => {
  const record = PACKAGE.types["vps:index:FornexDnsRecordInfo"];
  const properties = record && "properties" in record ? record.properties : {};
  const limits = PACKAGE.functions["vps:index:getKiwiRateLimit"]?.outputs.properties;
  for (const whole of [properties.recordId, properties.ttl, properties.prio, limits?.remainingPoints24H]) {
    expect(whole).toMatchObject({ type: "integer" });
  }
});

describe.each(RESOURCES)("%s", (name, spec) => {
  const definition = DEFINED.find((one) => one.name === name);
  const roles: Record<string, { replaces?: true }> = { ...definition?.arguments };
  const made = shownBy(name);

  test("has a description with an example", () => {
    expect(spec.description).toMatch(
      /^[A-Z]\w* \S+.*\{\{% example %\}\}\n\n```typescript\n.*\n```\n\n\{\{% \/example %\}\}/s,
    );
    expect(spec.description).toContain(`new ${name}(`);
  });

  test("shows what its class shows", () => {
    expect(Object.keys(spec.properties).sort()).toEqual(made.properties);
  });

  test("keeps secret what its class keeps secret", () => {
    const secrets = Object.keys(spec.properties).filter((property) => spec.properties[property]?.secret);
    expect(secrets.sort()).toEqual(made.secrets);
  });

  test("keeps secret whatever gives access by its name", () => {
    const access = Object.entries(spec.properties).filter(
      ([property]) => /password|token|link|private/i.test(property) && !/(version|status)$/i.test(property),
    );
    for (const [property, { secret }] of access) expect([property, secret]).toEqual([property, true]);
  });

  test("has no internals", () => {
    expect(Object.keys(spec.properties)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(specified|owner|account|pending|__\w+)$/)]),
    );
  });

  test("says which arguments replace, and leaves the decision to the provider", () => {
    for (const [argument, property] of Object.entries(spec.inputProperties)) {
      expect([argument, property.willReplaceOnChanges]).toEqual([argument, roles[argument]?.replaces]);
      expect(property).not.toHaveProperty("replaceOnChanges");
    }
  });
});

test("every function is there", () => {
  expect(FUNCTIONS.map(([name]) => name)).toEqual(Object.keys(functions).sort());
});

describe.each(FUNCTIONS)("%s", (name, { description, outputs }) => {
  const definition = Object.values<{ name: string; secret?: string }>(functions).find((one) => one.name === name);

  test("has a description with an example of each form", () => {
    expect(description).toMatch(/^[A-Z]\w* \S+/);
    const forms = definition?.secret === "only" ? [`${name}Output(`] : [`${name}(`, `${name}Output(`];
    for (const form of forms) expect(description).toContain(form);
  });

  test("keeps secret what may give access", () => {
    for (const { secret = false } of Object.values(outputs.properties))
      expect(secret).toBe("secret" in (definition ?? {}));
  });
});

test.each(Object.entries(SETTINGS))("the setting %s is as the provider takes it", (name, setting: SettingInfo) => {
  for (const spec of [PACKAGE.config.variables[name], PACKAGE.provider.inputProperties[name]]) {
    const told = setting.default === undefined ? "" : ` Default: \`${setting.default}\`.`;
    expect(spec).toMatchObject({ description: `${setting.description}${told}` });
    expect(spec?.secret ?? false).toBe(setting.secret);
    // As a value it would be passed on, and win over the environment.
    expect(spec).not.toHaveProperty("default");
    // Pulumi takes one of several variables, so a setting of two is not named there.
    expect(spec?.defaultInfo?.environment).toEqual(setting.environment.length === 1 ? setting.environment : undefined);
  }
});

test("there are no other settings", () => {
  expect(Object.keys(PACKAGE.config.variables)).toEqual(Object.keys(SETTINGS));
  expect(Object.keys(PACKAGE.provider.inputProperties)).toEqual(Object.keys(SETTINGS));
});

/** The outputs a class makes, and which of them it keeps secret. */
function shownBy(name: string): { properties: string[]; secrets: string[] } {
  const found = Object.entries(sdk).find(([exported]) => exported === name)?.[1];
  const Class = found as new (
    name: string,
    args: object,
    options: pulumi.CustomResourceOptions,
  ) => pulumi.CustomResource;
  const { props, options } = withoutRegistering((options) => new Class("any", {}, options));
  return {
    properties: Object.keys(props)
      .filter((property) => !property.startsWith("__"))
      .sort(),
    secrets: [...(options.additionalSecretOutputs ?? [])].sort(),
  };
}
