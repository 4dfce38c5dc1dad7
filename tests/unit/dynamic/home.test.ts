import { adapter } from "../../../provider/dynamic/adapter";
import { fornexDnsRecord } from "../../../provider/resources/fornex/dnsRecord";

jest.mock("node:os", () => ({
  ...jest.requireActual("node:os"),
  homedir: () => {
    throw new Error("uv_os_homedir returned ENOENT (no such file or directory)");
  },
}));

test("a user whom the system knows no home folder of may use the provider", async () => {
  const record = { domain: "example.com", host: "www", type: "A", value: "192.0.2.10" };
  expect(await adapter(fornexDnsRecord).check({}, record)).toMatchObject({ inputs: record });
});
