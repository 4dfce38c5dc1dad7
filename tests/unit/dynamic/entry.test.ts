import * as entry from "../../../provider/dynamic";
import * as sdk from "../../../sdk";

const METHODS = ["check", "configure", "create", "delete", "diff", "read", "update"];

test("old stacks call these names: every resource of the SDK has its door, with every method", () => {
  expect(Object.keys(entry).sort()).toEqual([
    "FornexDnsDomain",
    "FornexDnsRecord",
    "FornexVps",
    "KiwiPtr",
    "KiwiSnapshot",
    "SshKey",
    "VpsOrgServer",
  ]);
  expect(Object.keys(entry).sort()).toEqual(Object.keys(sdk).sort());
  for (const provider of Object.values(entry)) expect(Object.keys(provider).sort()).toEqual(METHODS);
});
