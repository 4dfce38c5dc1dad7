import entry from "../../../provider/dynamic";
import * as sdk from "../../../sdk";

/** Without what programs ask of it beside their resources. */
const { environment, ...adapters } = entry;

const METHODS = ["check", "configure", "create", "delete", "diff", "read", "update"];

test("every class of the SDK has an adapter of its name, which stacks call, with every method", () => {
  const classes = Object.keys(sdk).filter((name) => !name.startsWith("get"));
  expect(Object.keys(adapters).sort()).toEqual(classes.sort());
  expect(Object.keys(environment)).toEqual(["read"]);
  for (const provider of Object.values(adapters)) expect(Object.keys(provider).sort()).toEqual(METHODS);
});
