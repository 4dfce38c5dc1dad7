import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expectCode, isSecret, killProvider, type Stack, says, until, useHosters } from "./harness";
import { ROOT } from "./package";
import { plugins, processTree } from "./processes";

/** A class of the plugin's resources as a program has it that knows no package of ours: by the token alone. */
const CLASSES = `
const kind = (name, outputs) => class extends pulumi.CustomResource {
  constructor(resource, args, options) {
    const shown = Object.fromEntries(outputs.map((output) => [output, undefined]));
    super("vps:index:" + name, resource, { ...shown, ...args }, options);
  }
};
const Zone = kind("FornexDnsDomain", ["seeded", "createdAt"]);
const DnsRecord = kind("FornexDnsRecord", ["recordId"]);
const Server = kind("VpsOrgServer", ["serverId", "ipAddress", "status"]);
const Names = kind("FornexNameservers", []);
const Machine = kind("KiwiServer", ["status"]);
`;

const webServer = (more = "") =>
  `new Server("web", { name: "web", planId: 1, osId: 5, location: "us-west", ${more} });`;

describe("the plugin, on the real engine", () => {
  const hosters = useHosters(300);
  let stack: Stack;
  const program = (hostname: string, more = "") => {
    stack.program(`${CLASSES}
const zone = new Zone("zone", { name: "native.example", ip: "192.0.2.10" });
const server = new Server("web", { name: "web-native", planId: 1, osId: 5, location: "us-west", hostname: "${hostname}" });
new DnsRecord("www", { domain: zone.name, host: "www2", type: "A", value: server.ipAddress });
${more}`);
    return stack;
  };
  beforeAll(() => {
    stack = hosters.stack();
    stack.hasPlugin = true;
  });

  test("makes what the program says, tells of its waits, and finds no drift afterwards", async () => {
    const up = await program("a.example.com").up();
    expectCode(up, 0);
    expect(up.output).toMatch(/VpsOrgServer web creating .*VPS\.org says provisioning/);
    expect(isSecret(stack.outputs("zone").seeded)).toBe(true);
    expectCode(await stack.drift(), 0);
  });

  test("a preview keeps known what an update leaves alone", async () => {
    const preview = await program("b.example.com").preview("--diff");
    expectCode(preview, 0);
    expect(preview.output).toContain('~ hostname: "a.example.com" => "b.example.com"');
    // The record takes the server's address, which stays as it is.
    expect(preview.output).toContain("~ 1 to update");
    expectCode(await stack.upNow(), 0);
  });

  test("drift is found, and repaired", async () => {
    const { id = "" } = stack.resource("web");
    hosters.simulator.patch({ vpsorg: { servers: { [id]: { hostname: "other.example.com" } } } });
    expectCode(await stack.drift(), 7);
    expectCode(await stack.upNow("--refresh"), 0);
    expect(hosters.simulator.state().vpsorg.servers[id]?.hostname).toBe("b.example.com");
  });

  test("an object is imported by its id; then nothing differs", async () => {
    const bad = await stack.run(
      "import",
      "vps:index:KiwiServer",
      "machine",
      "nonsense",
      "--yes",
      "--generate-code=false",
    );
    expect(bad.code).not.toBe(0);
    expect(bad.output).toContain("This is not an id of KiwiServer. Write it as the machine's VEID, such as 123456.");
    const flags = ["--yes", "--generate-code=false", "--protect=false"];
    expectCode(await stack.run("import", "vps:index:KiwiServer", "machine", "111141", ...flags), 0);
    const { inputs } = stack.resource("machine");
    // What no hoster shows must be said by the program, which is told so.
    const orders = { orders: { "375-7": { type: "domain" } }, domainOrders: { "375-7": { nss: "ns1.fornex.com" } } };
    hosters.simulator.patch({ fornex: orders } as Parameters<typeof hosters.simulator.patch>[0]);
    const lacking = await stack.run("import", "vps:index:FornexNameservers", "names", "375-7", ...flags);
    expectCode(lacking, 0);
    expect(lacking.output).toContain("Declare nameservers in the program: the next `pulumi up` applies it.");
    const names = `new Names("names", { orderId: "375-7", nameservers: ["ns1.example.net", "ns2.example.net"] });`;
    program("b.example.com", `new Machine("machine", ${JSON.stringify(inputs)}); ${names}`);
    expectCode(await stack.upNow(), 0);
    expectCode(await stack.drift(), 0);
  });

  test("a destroy leaves nothing", async () => {
    expectCode(await stack.destroy(), 0);
    expect(stack.resources()).toEqual([]);
    expect(hosters.simulator.state().fornex.domains["native.example"]).toBeUndefined();
  });
});

describe("a cancelled run", () => {
  const hosters = useHosters(20);

  test("leaves what it has begun in the stack; the next one goes on with it", async () => {
    const stack = hosters.stack();
    stack.hasPlugin = true;
    stack.program(`${CLASSES}new Server("slow", { name: "slow", planId: 1, osId: 5, location: "us-west" });`);
    const running = await stack.start("up", "--yes", "--skip-preview");
    await says(running, "VPS.org says");
    process.kill(running.pid, "SIGINT");
    const { code, output } = await running.ended;
    expect(code).not.toBe(0);
    expect(output).toContain("(vps:cancelled)");
    const { id } = stack.resource("slow");
    expectCode(await stack.upNow(), 0);
    expect(stack.resource("slow").id).toBe(id);
    const named = Object.values(hosters.simulator.state().vpsorg.servers).filter(({ name }) => name === "slow");
    expect(named).toHaveLength(1);
    expectCode(await stack.drift(), 0);
  });
});

describe("kill -9 of the plugin in the middle of a server's create", () => {
  const hosters = useHosters(20);

  test("loses nothing: the next run stops and names the server, adopt finishes it", async () => {
    const stack = hosters.stack();
    stack.hasPlugin = true;
    const program = (more = "") => stack.program(`${CLASSES}${webServer(more)}`);
    const running = await program().start("up", "--yes", "--skip-preview");
    await until(() => hosters.orders() > 0, running.output);
    await killProvider(running, plugins);
    expect(stack.resources()).toEqual([]);
    const [server] = hosters.servers().filter(({ name }) => name === "web");
    const stopped = await stack.upNow();
    expectCode(stopped, 1);
    expect(stopped.output).toContain(`VpsOrgServer exists already: id ${server?.id}. Nothing was created.`);
    expectCode(await program("adopt: true").upNow(), 0);
    expectCode(await program().drift(), 0);
    expect(stack.resource("web").id).toBe(server?.id);
    expect(hosters.orders()).toBe(1);
  });
});

describe("kill -9 of the command itself", () => {
  const hosters = useHosters(20);

  test("ends the plugin, too, and orders nothing twice", async () => {
    const stack = hosters.stack();
    stack.hasPlugin = true;
    const program = (more = "") => stack.program(`${CLASSES}${webServer(more)}`);
    const running = await program().start("up", "--yes", "--skip-preview");
    await until(() => hosters.orders() > 0, running.output);
    const { pid = 0 } = plugins(running.pid)[0] ?? {};
    const isThere = () => processTree(pid).length > 0;
    expect(isThere()).toBe(true);
    process.kill(running.pid, "SIGKILL");
    await running.ended;
    await until(
      () => !isThere(),
      () => "the plugin goes on without an engine",
    );
    expectCode(await stack.run("cancel", "--yes"), 0);
    expectCode(await program("adopt: true").upNow(), 0);
    expect(hosters.orders()).toBe(1);
    expectCode(await stack.drift(), 0);
  });
});

describe("a plugin that runs already, as in a debugger (PULUMI_DEBUG_PROVIDERS)", () => {
  const hosters = useHosters();
  let plugin: ChildProcess | undefined;
  afterAll(() => plugin?.kill());

  test("serves one run after the other, each with lines of its own", async () => {
    const stack = hosters.stack();
    const launcher = join(stack.project, "node_modules/pulumi-vps/plugin/pulumi-resource-vps");
    plugin = spawn(launcher, [], {
      env: { ...process.env, ...hosters.simulator.env },
      stdio: ["ignore", "pipe", "inherit"],
    });
    const [port] = (await once(plugin.stdout as NodeJS.ReadableStream, "data")) as [Buffer];
    stack.env.PULUMI_DEBUG_PROVIDERS = `vps:${port.toString().trim()}`;
    const program = (name: string) =>
      stack.program(`${CLASSES}new Server("web", { name: "${name}", planId: 1, osId: 5, location: "us-west" });`);
    const first = await program("attached").upNow();
    expectCode(first, 0);
    expect(first.output).toContain("VPS.org says");
    expectCode(await stack.destroy(), 0);
    const second = await program("attached-again").upNow();
    expectCode(second, 0);
    expect(second.output).toContain("VPS.org says");
    expectCode(await stack.drift(), 0);
    expect(plugin.exitCode).toBeNull();
  });
});

describe("the plugin from a release archive", () => {
  const hosters = useHosters();

  test("is installed by a command, and found without a line in Pulumi.yaml", async () => {
    const stack = hosters.stack();
    const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { version: string };
    const made = spawnSync(process.execPath, [join(ROOT, "scripts/plugin/archive.mts"), stack.folder], {
      encoding: "utf8",
    });
    expect(made).toMatchObject({ status: 0, stderr: "" });
    const system = process.platform === "win32" ? "windows" : process.platform;
    const processor = process.arch === "arm64" ? "arm64" : "amd64";
    const archive = join(stack.folder, `pulumi-resource-vps-v${version}-${system}-${processor}.tar.gz`);
    expectCode(await stack.run("plugin", "install", "resource", "vps", `v${version}`, "--file", archive), 0);
    stack.program(`${CLASSES}new Server("web", { name: "archived", planId: 1, osId: 5, location: "us-west" });`);
    const up = await stack.upNow();
    expectCode(up, 0);
    expect(up.output).not.toContain("warning: using");
    expect(hosters.orders()).toBe(1);
    expectCode(await stack.drift(), 0);
  });
});
