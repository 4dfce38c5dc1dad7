/** A program without functions does not pay for them: what they need is loaded at the first call. */
import * as sdk from "../../../sdk";

jest.mock("zod", () => {
  throw new Error("zod is loaded");
});

jest.mock("undici", () => {
  throw new Error("undici is loaded");
});

test("clients and validation are loaded by the first call of a function, not by the package", async () => {
  expect(Object.keys(sdk)).toContain("getFornexBalance");
  await expect(sdk.getFornexBalance()).rejects.toThrow(/^(zod|undici) is loaded$/);
});
