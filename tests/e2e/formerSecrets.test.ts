import { expectCode, type Stack, TRY_ALL, useHosters } from "./harness";
import { SecretScan } from "./secretScan";

const hosters = useHosters();

const ZONE = "zone.example.com";
const TOKEN = "marker-token";
const TEXT = "marker-text";

/** Pulumi knows what is secret from the program alone, and of a program that changes, only from the new one. */
const program = (variables: string, command: string, value: string) => `
const { KiwiCommand } = require("pulumi-vps");
const app = new KiwiCommand("app", { veid: 111141, create: "${command}", environment: ${variables} });
const text = new FornexDnsRecord("text", { domain: "${ZONE}", type: "TXT", value: ${value} });
exports.variables = app.environment;
exports.value = text.value;
`;
const SECRET = program(`{ TOKEN: pulumi.secret("${TOKEN}") }`, "true", `pulumi.secret("${TEXT}")`);
const PLAIN = (command: string) => program('{ OTHER: "plain" }', command, '"plain"');

describe("what was secret, and is so no more in the program", () => {
  let stack: Stack;
  let scan: SecretScan;
  const run = (...args: string[]) => scan.run(...args);
  /** What the engine keeps of both resources. */
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
    scan.expectEncrypted({ app: ["applied"], text: ["applied"] });
    expectCode(await run("refresh", "--yes", "--skip-preview"), 0);
    scan.expectEncrypted({ app: ["applied"], text: ["applied"] });
    expectCode(await run("preview", "--diff"), 0);

    stack.program(PLAIN("true"));
    expectCode(await run("up", "--yes", "--skip-preview"), 0);
    expect(kept()).toMatchObject([{ environment: { OTHER: "plain" } }, { value: "plain" }]);
    expect(kept()).not.toContainEqual(expect.objectContaining({ applied: expect.anything() }));
    expectCode(await run("preview", "--expect-no-changes"), 0);
  });

  test("is there again when the program takes its change back", async () => {
    stack.program(SECRET);
    hosters.simulator.clearRequests();
    expectCode(await run("up", "--yes", "--skip-preview"), 0);
    // The command failed, so it is run once more; the record is as the program says.
    expect(hosters.asked().filter((one) => /exec|PUT/.test(one))).toEqual(["POST /basicShell/exec"]);
    scan.expectEncrypted({ text: ["value"] });
    expect(kept()).not.toContainEqual(expect.objectContaining({ applied: expect.anything() }));
    expectCode(await run("preview", "--expect-no-changes"), 0);
  });

  test("leaves nothing behind when it is destroyed", async () => {
    expectCode(await run("destroy", "--yes", "--skip-preview"), 0);
    expect(hosters.records(ZONE)).toEqual([]);
  });
});
