import { expectCode, expectNoStackTrace, isSecret, type Stack, useHosters } from "./harness";
import { SecretScan } from "./secretScan";

const hosters = useHosters();

const VEID = "111141";
/** What the program keeps secret, and the commands write, print and fail with. */
const TOKENS = ["marker-token-1", "marker-token-2"];

/** From round to round only the command changes: where it fails, the engine may not begin with anything else. */
const program = (round: number, create = 'echo "$TOKEN" > /srv/token; cat /srv/token') => `
const { getKiwiServerOutput, KiwiCommand, KiwiIpv6, KiwiScript } = require("pulumi-vps");
const app = new KiwiCommand("app", {
  veid: "${VEID}", workingDirectory: "/srv", environment: { TOKEN: pulumi.secret("marker-token-${round}"), PLAIN: "it's" },
  create: ${JSON.stringify(create)}, delete: "rm token",
});
const script = new KiwiScript("script", { veid: ${VEID}, script: pulumi.secret("echo marker-token-1\\n") });
new KiwiIpv6("subnet", { veid: ${VEID} });
exports.stdout = app.stdout;
exports.length = pulumi.unsecret(app.stdout).apply((text) => text.length);
exports.log = script.log;
exports.os = getKiwiServerOutput({ veid: "${VEID}" }).os;
`;

const machine = () => hosters.simulator.state().kiwivm.machines[VEID];
const patch = (part: object) => hosters.simulator.patch({ kiwivm: { machines: { [VEID]: part } } });

describe("commands, scripts and addresses of a machine", () => {
  let stack: Stack;
  let scan: SecretScan;
  /** Which variables are encrypted in state. */
  const environment = () =>
    Object.fromEntries(
      Object.entries(stack.outputs("app").environment as object).map(([name, value]) => [name, isSecret(value)]),
    );
  beforeAll(() => {
    patch({ ip_addresses: ["203.0.113.21"], ptr: {} });
    stack = hosters.stack({ VPS_LOG: "debug" });
    scan = new SecretScan(stack, () => TOKENS);
  });
  beforeEach(() => hosters.simulator.clearRequests());
  afterEach(() => scan.expectNothingSeen());

  test("are made once; what is secret in them stays so, and a second up finds nothing to do", async () => {
    stack.program(program(1));
    const up = await scan.run("up", "--yes");
    expectCode(up, 0);
    expect(hosters.writes().sort()).toEqual(["POST /basicShell/exec", "POST /ipv6/add", "POST /shellScript/exec"]);
    expect(machine()?.guest.files).toEqual({ "/srv/token": "marker-token-1\n" });
    expect(up.stdout).toContain("stdout: [secret]");
    expect(up.stdout).toMatch(/length *: 15/);
    expect(up.stdout).toMatch(/os *: "debian-12-x86_64"/);
    scan.expectEncrypted({ app: ["stdout"], script: ["script"] });
    expect(environment()).toEqual({ TOKEN: true, PLAIN: false });
    expect(stack.outputs("subnet").address).toBe(machine()?.ip_addresses[1]);
    const again = await scan.run("up", "--yes", "--skip-preview", "--refresh", "--expect-no-changes");
    expectCode(again, 0);
  });

  test("a command that fails says its exit status, and nothing of what it printed", async () => {
    stack.program(program(2, 'echo "$TOKEN"; cat missing'));
    const up = await scan.run("up", "--yes", "--skip-preview");
    expectCode(up, 1);
    expectNoStackTrace(up);
    expect(up.output).toContain("The command ended with exit status 1.");
    expect(stack.outputs("app")).toMatchObject({ exitStatus: 1, outcome: "failed" });
    scan.expectEncrypted({ app: ["stdout", "__vps.pending", "environment"] });
    expectCode(await scan.run("stack", "export"), 0);
  });

  test("it runs again in the next run, which repeats nothing else", async () => {
    patch({ guest: { files: { "/srv/missing": "" } } });
    expectCode(await scan.run("up", "--yes", "--skip-preview", "--refresh"), 0);
    expect(hosters.writes()).toEqual(["POST /basicShell/exec"]);
    expect(stack.outputs("app")).toMatchObject({ exitStatus: 0, outcome: "done" });
    expect(environment()).toEqual({ TOKEN: true, PLAIN: false });
  });

  test("where the answer is lost, that is said, and nothing is repeated", async () => {
    hosters.simulator.fault({ hoster: "kiwivm", path: "/basicShell/exec", kind: "reset-after" });
    stack.program(program(1));
    const lost = await scan.run("up", "--yes", "--skip-preview");
    expectCode(lost, 1);
    expect(lost.output).toContain("Whether it was carried out is unknown");
    expectCode(await scan.run("up", "--yes", "--skip-preview", "--refresh"), 0);
    expect(hosters.writes().filter((one) => one === "POST /basicShell/exec")).toHaveLength(1);
    expect(stack.outputs("app").outcome).toBe("unknown");
  });

  test("a destroy runs the delete command, and releases the address", async () => {
    expectCode(await scan.run("destroy", "--yes", "--skip-preview"), 0);
    expect(hosters.writes().sort()).toEqual(["POST /basicShell/exec", "POST /ipv6/delete"]);
    expect(machine()).toMatchObject({ ip_addresses: ["203.0.113.21"], guest: { files: { "/srv/missing": "" } } });
    expect(machine()?.guest.files).not.toHaveProperty("/srv/token");
    expect(stack.resources()).toEqual([]);
  });
});
