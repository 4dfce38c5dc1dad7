import { UNKNOWN } from "../../../provider/lifecycle/unknown";
import { message, received } from "../../../provider/native/values";
import { asSecret } from "../../../provider/pulumi/secret";

test("values come bare of marks at every depth; which of them hold a secret is told by name", () => {
  const passed = { host: "www", value: asSecret("s3cret"), tags: ["a", asSecret("b")], nested: { deep: asSecret(1) } };
  const { values, secrets } = received(message(passed));
  expect(values).toEqual({ host: "www", value: "s3cret", tags: ["a", "b"], nested: { deep: 1 } });
  expect(secrets.sort()).toEqual(["nested", "tags", "value"]);
});

test("what is not known yet has the lifecycle's own sign, and goes back as Pulumi's", () => {
  const { values } = received(message({ value: UNKNOWN, list: ["a", UNKNOWN] }));
  expect(values).toEqual({ value: UNKNOWN, list: ["a", UNKNOWN] });
});

test("a property that is named as a secret is marked once", () => {
  const marked = message({ a: "x", b: asSecret("y"), c: "z" }, ["a", "b", "missing"]).toJavaScript();
  expect(marked).toEqual({ a: asSecret("x"), b: asSecret("y"), c: "z" });
});

test("of a map that is named as a secret each value is marked, since the engine takes the mark off the whole", () => {
  const environment = { TOKEN: asSecret("x"), deep: { list: ["y"] } };
  const marked = message({ environment }, ["environment"]).toJavaScript();
  expect(marked).toEqual({ environment: { TOKEN: asSecret("x"), deep: { list: asSecret(["y"]) } } });
});

test("no message is no value", () => expect(received(undefined)).toEqual({ values: {}, secrets: [] }));
