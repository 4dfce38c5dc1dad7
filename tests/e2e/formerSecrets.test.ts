import { expectCode, type Stack, TRY_ALL, useHosters } from "./harness";
import { SecretScan } from "./secretScan";

const hosters = useHosters();

const ZONE = "zone.example.com";
const TOKEN = "marker-token";
const TEXT = "marker-text";

/** Pulumi knows what is secret from the program alone, and of a program that changes, only from the new one. */
const program = (variables: string, command: string, value: string, ttl = 600) => `
const { KiwiCommand } = require("pulumi-vps");
const app = new KiwiCommand("app", { veid: 111141, create: "${command}", environment: ${variables} });
const text = new FornexDnsRecord("text", { domain: "${ZONE}", type: "TXT", value: ${value} });
new FornexDnsRecord("copy", { domain: "${ZONE}", host: "copy", type: "TXT", value: text.value, ttl: ${ttl} });
exports.variables = app.environment;
exports.value = text.value;
`;
const SECRET = program(`{ TOKEN: pulumi.secret("${TOKEN}") }`, "true", `pulumi.secret("${TEXT}")`);
const PLAIN = (command: string, ttl?: number) => program('{ OTHER: "plain" }', command, '"plain"', ttl);
/** What the update that fails leaves. */
const FORMER = { app: ["environment"], text: ["value"] };

describe("what was secret, and is so no more in the program", () => {
  let stack: Stack;
  let scan: SecretScan;
  const run = (...args: string[]) => scan.run(...args);
  const kept = () => ["app", "text"].map((name) => stack.outputs(name));

  beforeEach(async () => {
    hosters.simulator.reset();
    hosters.simulator.patch({ fornex: { domains: { [ZONE]: {} } } });
    stack = hosters.stack();
    scan = new SecretScan(stack, () => [TOKEN, TEXT]);
    stack.program(SECRET);
    expectCode(await run("up", "--yes", "--skip-preview"), 0);
    stack.program(PLAIN("exit 3"));
    hosters.simulator.fault({ hoster: "fornex", method: "PUT", kind: "status", status: 400 });
    expectCode(await run("up", "--yes", "--skip-preview", TRY_ALL), 1);
  });
  afterEach(() => scan.expectNothingSeen());

  test("stays encrypted while an update that failed has yet to change it, until one does", async () => {
    scan.expectEncrypted(FORMER);
    expectCode(await run("refresh", "--yes", "--skip-preview"), 0);
    scan.expectEncrypted(FORMER);
    expectCode(await run("preview", "--diff"), 0);

    stack.program(PLAIN("true"));
    expectCode(await run("up", "--yes", "--skip-preview"), 0);
    expect(kept()).toMatchObject([{ environment: { OTHER: "plain" } }, { value: "plain" }]);
    expectCode(await run("preview", "--expect-no-changes"), 0);
  });

  test("is what others get to see that an update is limited to", async () => {
    stack.program(PLAIN("true", 1800));
    expectCode(await run("up", "--yes", "--skip-preview", "--target", "**::copy"), 0);
    expect(hosters.records(ZONE)).toMatchObject([{ value: TEXT }, { host: "copy", value: TEXT, ttl: 1800 }]);
    scan.expectEncrypted({ ...FORMER, copy: ["value"] });
  });

  test("is there again when the program takes its change back", async () => {
    stack.program(SECRET);
    hosters.simulator.clearRequests();
    expectCode(await run("up", "--yes", "--skip-preview"), 0);
    // The command failed, so it is run once more; the record is as the program says.
    expect(hosters.asked().filter((one) => /exec|PUT/.test(one))).toEqual(["POST /basicShell/exec"]);
    scan.expectEncrypted({ text: ["value"] });
    expectCode(await run("preview", "--expect-no-changes"), 0);
  });

  test("leaves nothing behind when it is destroyed", async () => {
    expectCode(await run("destroy", "--yes", "--skip-preview"), 0);
    expect(hosters.records(ZONE)).toEqual([]);
  });
});
