import type { FornexOrder } from "../../simulator";
import { expectCode, type Stack, TRY_ALL, useHosters } from "./harness";
import { SecretScan } from "./secretScan";

const hosters = useHosters();

const ID = "34-177054";
const [VEID, OTHER_VEID] = ["111141", "222252"];
/** Simulated; longer than any run waits. */
const LONG = 900_000;

/** Names and texts that the program keeps secret, and keys that are wrong. */
const MARKERS = ["marker-ptr-1", "marker-ptr-2", "marker description", "marker-wrong-key"];

const vps = (round: number) =>
  `const vps = new FornexVps("vps", { orderId: "${ID}", rootPasswordVersion: "${round}" });`;
const program = (round: number) => `
${vps(round)}
new KiwiPtr("ptr", { veid: ${OTHER_VEID}, ip: "203.0.113.31", ptr: pulumi.secret("marker-ptr-${round}.example.com") });
const snapshot = new KiwiSnapshot("backup", {
  veid: ${VEID}, description: pulumi.secret("marker description ${round}"), allowReplace: true,
});
exports.rootPassword = vps.rootPassword;
exports.link = snapshot.downloadLink;
`;

const order = () => hosters.simulator.state().fornex.orders[ID] as FornexOrder;
const machine = (veid: string) => hosters.simulator.state().kiwivm.machines[veid];
const jobs = () => Object.entries(order().vps?.log ?? {});

/** Every password that Fornex ever showed, also those that never came to open anything. */
const passwords = () => jobs().flatMap(([, { passwd }]) => passwd ?? []);
/** What makes links to download snapshots secret. */
const links = () => Object.values(machine(VEID)?.snapshots ?? {}).map(({ linkToken }) => linkToken);
const keys = () => [VEID, OTHER_VEID].flatMap((veid) => machine(veid)?.apiKey ?? []);

describe.each(["2", "0.1"] as const)("root passwords, links and keys in Fornex's API version %s", (apiVersion) => {
  let stack: Stack;
  let scan: SecretScan;
  const seenSoFar = new Set<string>();

  beforeAll(async () => {
    hosters.simulator.reset();
    stack = hosters.stack({ VPS_LOG: "debug", FORNEX_API_VERSION: apiVersion });
    const { FORNEX_API_KEY = "" } = stack.env;
    scan = new SecretScan(stack, () => {
      for (const secret of [...passwords(), ...links(), ...keys()]) seenSoFar.add(secret);
      return [...MARKERS, ...seenSoFar, FORNEX_API_KEY];
    });
    // One machine's key comes from the stack's configuration, the other one's from the environment.
    await stack.configure(`vps:kiwivmKeys["${OTHER_VEID}"]`, machine(OTHER_VEID)?.apiKey ?? "", "--path");
  });
  afterEach(() => scan.expectNothingSeen());

  const expectExportClean = async () => expectCode(await scan.run("stack", "export"), 0);

  test("are nowhere to be seen where a create stops halfway, nor after a refresh of that", async () => {
    hosters.simulator.patch({ fornex: { switches: { jobs: "stuck" } } });
    stack.program(vps(1));
    expectCode(await stack.impatiently(() => scan.run("up", "--yes", "--skip-preview")), 1);
    expect(passwords()).toHaveLength(1);
    scan.expectEncrypted({ vps: ["__vps.pending"] });
    await expectExportClean();
    expectCode(await scan.run("refresh", "--yes", "--skip-preview"), 0);
    scan.expectEncrypted({ vps: ["__vps.pending"] });
    await expectExportClean();
    const log = Object.fromEntries(jobs().map(([id]) => [id, { outcome: "done" as const }]));
    hosters.simulator.patch({ fornex: { orders: { [ID]: { vps: { log } } }, switches: { jobs: "done" } } });
    hosters.simulator.advance(LONG);
  });

  test("nor after everything was made", async () => {
    stack.program(program(1));
    const up = await scan.run("up", "--yes", "--skip-preview");
    expectCode(up, 0);
    expect(up.output).toContain("rootPassword: [secret]");
    expect(up.output).toMatch(/vps: KiwiVM POST \/setPTR → 200/);
    expect(passwords()).toHaveLength(1);
    expect(links()).toHaveLength(1);
    expect(machine(OTHER_VEID)?.ptr["203.0.113.31"]).toBe("marker-ptr-1.example.com");
    scan.expectEncrypted({
      vps: ["rootPassword"],
      ptr: ["ptr", "ours", "previousPtr"],
      backup: ["description", "listedAs", "downloadLink"],
    });
    await expectExportClean();
  });

  test("nor where an update of all of it stops halfway", async () => {
    hosters.simulator.patch({
      fornex: { switches: { jobs: "stuck" } },
      kiwivm: { settings: { snapshotSeconds: LONG, ptrSeconds: LONG }, switches: { ptrShown: "later" } },
    });
    stack.program(program(2));
    expectCode(await stack.impatiently(() => scan.run("up", "--yes", "--skip-preview", TRY_ALL)), 1);
    expect(passwords()).toHaveLength(2);
    scan.expectEncrypted({
      vps: ["rootPassword", "__vps.pending"],
      ptr: ["ptr", "ours", "previousPtr"],
      backup: ["description", "__vps.pending"],
    });
    await expectExportClean();
  });

  test("nor where what had begun ends in error, or an answer is lost", async () => {
    const log = Object.fromEntries(jobs().map(([id]) => [id, { outcome: "error" as const }]));
    hosters.simulator.patch({ fornex: { orders: { [ID]: { vps: { log } } }, switches: { jobs: "done" } } });
    hosters.simulator.advance(LONG);
    const ended = await scan.run("up", "--yes", "--skip-preview", "--refresh", TRY_ALL);
    expectCode(ended, 1);
    expect(ended.output).toContain("ended in error");
    scan.expectEncrypted({ vps: ["rootPassword", "rootPasswordTried"], backup: ["description", "downloadLink"] });

    hosters.simulator.fault({ hoster: "fornex", path: "/vps/*passwd_reset*", kind: "cut" });
    const lost = await scan.run("up", "--yes", "--skip-preview");
    expectCode(lost, 1);
    expect(lost.output).toContain("Whether a new root password was set is unknown");
    expect(passwords()).toHaveLength(3);
    scan.expectEncrypted({ vps: ["rootPassword", "rootPasswordTried"] });
    await expectExportClean();
  });

  test("nor are keys that are not accepted", async () => {
    Object.assign(stack.env, { FORNEX_API_KEY: "marker-wrong-key", KIWIVM_API_KEY: "marker-wrong-key" });
    const refresh = await scan.run("refresh", "--yes", "--skip-preview");
    expectCode(refresh, 1);
    expect(refresh.output).toContain("Fornex does not accept the credential");
    expect(refresh.output).toContain("KiwiVM does not accept the credential");
  });
});
