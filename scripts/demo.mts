/**
 * `npm run demo`: examples/tour, with seven resources, on the real Pulumi engine against the simulator, from nothing to
 * nothing: create, find nothing to do, find and repair what somebody else changed, take the account over, destroy.
 */
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { added, holdings } from "./demo/holdings.mts";
import { meddle } from "./demo/meddle.mts";
import { layOut } from "./demo/project.mts";
import { Pulumi } from "./demo/pulumi.mts";
import { command, heading, remark } from "./demo/say.mts";
import { runChild } from "./engine/child.mts";
import { ensureEngine } from "./engine/ensure.mts";
import { engineEnv } from "./engine/env.mts";
import { interruptible } from "./engine/interrupt.mts";
import { fail, Problem } from "./engine/problem.mts";

/** Minutes of provisioning pass in seconds. */
const SPEED = 60;

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
    const before = holdings(simulator.state());

    heading("The simulator runs. The program finds it through the environment, as it would find the real hosters:");
    for (const [name, value] of Object.entries(hosters))
      command(`export ${name}=${/TOKEN|KEY/.test(name) ? "…" : value}`);
    remark("Of Pulumi's lines, those that only say that something begins or is as it was are left out below.");

    heading("1. Create what examples/tour declares: seven kinds of resources at VPS.org, Fornex and BandwagonHost");
    await pulumi.run("stack init demo");
    await pulumi.run("up --yes --skip-preview");
    const made = holdings(simulator.state());

    heading("2. Run it again: nothing is left to do");
    await pulumi.run("up --yes --skip-preview --expect-no-changes");

    heading("3. Behind Pulumi's back somebody stops the VPS, changes a record, deletes another, and changes the PTR");
    await meddle(simulator.state(), hosters);
    // Until the VPS has stopped.
    simulator.advance(60);

    heading("4. A nightly job asks whether anything drifted: exit code 7 says yes");
    await pulumi.run("preview --refresh --expect-no-changes", 7);

    heading("5. Repair it");
    await pulumi.run("up --refresh --yes --skip-preview");

    heading("6. Take all that the accounts hold over into a fresh stack, as if nobody had a program for it");
    const imported = pulumi.in(project.imported);
    await imported.run("stack init imported");
    await imported.runOurs("import --yes --out infrastructure");
    const written = imported.in(join(project.imported, "infrastructure"));
    command("cd infrastructure");
    await written.run("preview --stack imported --expect-no-changes");

    heading("7. Remove everything. The VPS, ordered in Fornex's panel, stays, and the PTR from before is put back");
    await pulumi.run("destroy --yes --skip-preview --remove");
    if (!isDeepStrictEqual(holdings(simulator.state()), before))
      throw new Problem("The hosters are not as they were before.");

    const seconds = Math.round((performance.now() - start) / 1000);
    heading(`Done in ${seconds} s, with ${simulator.requests().length} API calls.`);
    remark(`It made ${added(made, before)}; it set a PTR and kept a VPS running.`);
    remark("What it made is gone, and everything else is as it was before step 1 (compared).");
  } finally {
    await simulator.close();
    project.remove();
  }
}

await interruptible(demo).catch(fail);
