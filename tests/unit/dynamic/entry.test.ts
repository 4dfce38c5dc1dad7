import entry from "../../../provider/dynamic";
import * as sdk from "../../../sdk";

/** Without what programs ask of it beside their resources. */
const { environment, ...doors } = entry;

const METHODS = ["check", "configure", "create", "delete", "diff", "read", "update"];

test("old stacks call these names: every resource of the SDK has its door, with every method", () => {
  expect(Object.keys(doors).sort()).toEqual([
    "AirVpnDisconnect",
    "AirVpnNotification",
    "FornexDnsDomain",
    "FornexDnsRecord",
    "FornexNameservers",
    "FornexSshKeyAttachment",
    "FornexTicketWebhook",
    "FornexVps",
    "KiwiCommand",
    "KiwiIpv6",
    "KiwiPtr",
    "KiwiScript",
    "KiwiServer",
    "KiwiServerLocation",
    "KiwiServerOs",
    "KiwiSnapshot",
    "KiwiSnapshotRestore",
    "SshKey",
    "VpsOrgServer",
  ]);
  const classes = Object.keys(sdk).filter((name) => !name.startsWith("get"));
  expect(Object.keys(doors).sort()).toEqual(classes.sort());
  expect(Object.keys(environment)).toEqual(["read"]);
  for (const provider of Object.values(doors)) expect(Object.keys(provider).sort()).toEqual(METHODS);
});
