/**
 * `npm run demo`: the quick-start program on the real Pulumi engine against the simulator, from nothing to nothing:
 * create, find nothing to do, find and repair what somebody else changed, destroy.
 */
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { layOut } from "./demo/project.mts";
import { Pulumi } from "./demo/pulumi.mts";
import { command, heading, remark } from "./demo/say.mts";
import { Somebody } from "./demo/somebody.mts";
import { runChild } from "./engine/child.mts";
import { ensureEngine } from "./engine/ensure.mts";
import { engineEnv } from "./engine/env.mts";
import { interruptible } from "./engine/interrupt.mts";
import { fail, Problem } from "./engine/problem.mts";

/** Minutes of provisioning pass in seconds. */
const SPEED = 60;
const ZONE = "example.com";

const REPOSITORY = join(import.meta.dirname, "..");

async function demo(signal: AbortSignal): Promise<void> {
  process.chdir(REPOSITORY);
  remark("Building the package …");
  const built = await runChild(process.execPath, ["scripts/build.mts"], { signal });
  if (built.code !== 0) throw new Problem(built.output.join("\n"));
  const engine = await ensureEngine();
  signal.throwIfAborted();
  const start = performance.now();

  const { startSimulator } = await import("pulumi-vps/simulator");
  const simulator = await startSimulator({ speed: SPEED });
  const project = layOut(REPOSITORY);
  try {
    const hosters = { ...simulator.env, VPS_POLL_SECONDS: "0.5" };
    const env = {
      ...engineEnv(engine, { backendDir: project.backend, home: project.home, passphrase: "demo" }),
      ...hosters,
      TMPDIR: project.temporary,
    };
    const pulumi = new Pulumi(engine.pulumi, project.folder, env, signal);
    const somebody = new Somebody(simulator.env, ZONE);
    const things = () => {
      const { vpsorg, fornex } = simulator.state();
      return { servers: vpsorg.servers, zones: fornex.domains };
    };
    const before = things();

    heading(
      "A simulator of the hosters runs on this machine; the program finds it through the environment, as it would find the real ones:",
    );
    for (const [name, value] of Object.entries(hosters))
      command(`export ${name}=${/TOKEN|KEY/.test(name) ? "…" : value}`);

    heading("1. Create what examples/quickstart declares: a server at VPS.org, and a zone at Fornex that points to it");
    await pulumi.run("stack init demo");
    await pulumi.run("up --yes");
    const made = things();

    heading("2. Run it again: nothing is left to do");
    await pulumi.run("up --yes --expect-no-changes");

    heading("3. Meanwhile somebody changes one record and deletes another, behind Pulumi's back");
    await somebody.change("", "A", "198.51.100.66");
    await somebody.remove("www", "CNAME");

    heading("4. A nightly job asks whether anything drifted: exit code 7 says yes");
    await pulumi.run("preview --refresh --expect-no-changes", 7);

    heading("5. Repair it");
    await pulumi.run("up --refresh --yes");

    heading("6. Remove everything");
    await pulumi.run("destroy --yes");
    if (!isDeepStrictEqual(things(), before)) throw new Problem("The hosters are not as they were before.");
    remark("\nThe hosters' servers and zones are as they were before step 1 (compared).");

    const servers = Object.keys(made.servers).length;
    const records = Object.values(made.zones).flatMap((zone) => Object.keys(zone.entries)).length;
    const seconds = Math.round((performance.now() - start) / 1000);
    heading(
      `Done: ${servers} server, ${Object.keys(made.zones).length} zone with ${records} records; ${simulator.requests().length} API calls; ${seconds} s.`,
    );
  } finally {
    await simulator.close();
    project.remove();
  }
}

await interruptible(demo).catch(fail);
