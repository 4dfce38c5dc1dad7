import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { ROOT } from "./package";
import { processTree } from "./processes";

jest.setTimeout(300_000);

const RESOURCES = [
  "VpsOrgServer",
  "FornexDnsDomain",
  "FornexDnsRecord",
  "FornexVps",
  "SshKey",
  "KiwiPtr",
  "KiwiSnapshot",
];

/** What `npm run demo` starts once the dependencies are there. Its throw-away folders go into one of ours. */
class Demo {
  readonly folder = mkdtempSync(join(tmpdir(), "pulumi-vps-demo-test-"));
  readonly child: ChildProcess;
  output = "";

  constructor() {
    this.child = spawn(process.execPath, [join(ROOT, "scripts", "demo.mts")], {
      env: { ...process.env, TMPDIR: this.folder },
      stdio: ["ignore", "pipe", "pipe"],
    });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.on("data", (text) => {
        this.output += text;
        this.child.emit("output");
      });
    }
  }

  async printed(text: string): Promise<void> {
    while (!this.output.includes(text)) await once(this.child, "output");
  }

  async ended(): Promise<{ code: number | null; signal: NodeJS.Signals | null }> {
    await once(this.child, "close");
    return { code: this.child.exitCode, signal: this.child.signalCode };
  }
}

describe("npm run demo", () => {
  let demo: Demo;
  beforeEach(() => {
    demo = new Demo();
  });
  afterEach(() => {
    demo.child.kill("SIGKILL");
    rmSync(demo.folder, { recursive: true, force: true });
  });

  test("tells the whole story and leaves nothing behind", async () => {
    expect({ ...(await demo.ended()), output: demo.output }).toMatchObject({ code: 0 });
    for (const said of [
      "VPS.org says provisioning, no address yet",
      "VPS.org says active, address ",
      "$ pulumi preview --refresh --expect-no-changes",
      "(exit code 7)",
      "KiwiVM has locked machine 111141: Snapshot,",
      "4 changes. 6 unchanged",
      "It made 1 server, 1 zone with 3 records, 1 SSH key and 1 snapshot;",
      "as it was before step 1 (compared)",
      "Importing 18 objects into stack imported …",
      "19 unchanged",
      "API calls",
    ]) {
      expect(demo.output).toContain(said);
    }
    for (const kind of RESOURCES) expect(demo.output).toMatch(new RegExp(`dynamic/vps:${kind} \\S+ created `));
    expect(readdirSync(demo.folder)).toEqual([]);
  });

  test("interrupted while a server is awaited, it ends everything it has started", async () => {
    await demo.printed("VPS.org says provisioning");
    const started = processTree(demo.child.pid ?? 0).map(({ pid }) => pid);
    expect(started.length).toBeGreaterThan(2);
    demo.child.kill("SIGINT");
    expect(await demo.ended()).toEqual({ code: null, signal: "SIGINT" });
    await gone(started);
    expect(readdirSync(demo.folder)).toEqual([]);
  });
});

/** Pulumi's plugins end a moment after the CLI; a process that stays makes the test run out of time. */
async function gone(pids: number[]): Promise<void> {
  while (pids.some(isAlive)) await setTimeout(50);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
