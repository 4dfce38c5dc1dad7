import { type Simulator, startSimulator } from "../../../simulator";
import { noting } from "../../requests";
import { Stack } from "../harness";
import { requireCurrentBuild } from "../package";
import { furnish } from "./hosters";
import { type Entry, ordersFor, program, sizeFor, veidOf } from "./program";
import { ChaosProxy } from "./proxy";
import { Story } from "./story";

// `npm run chaos` asks for others, and for the line of figures.
const { PULUMI_VPS_CHAOS_RESOURCES, PULUMI_VPS_CHAOS_SEED } = process.env;
/** The test of a stack's whole life on a bad day, by the classes of this entry. What `npm run chaos` asks for comes before what is given here. */
export function chaosLife(entry: Entry, resources: number, seed: number): void {
  const RESOURCES = Number(PULUMI_VPS_CHAOS_RESOURCES ?? resources);
  const SEED = Number(PULUMI_VPS_CHAOS_SEED ?? seed);

  const size = sizeFor(RESOURCES);
  let simulator: Simulator;
  let proxy: ChaosProxy;
  let stack: Stack;
  let story: Story;

  beforeAll(async () => {
    requireCurrentBuild();
    simulator = noting(await startSimulator({ speed: 1000 }));
    furnish(simulator, size);
    proxy = new ChaosProxy(simulator.url, SEED, Math.round((4 * RESOURCES) / 3));
    const url = await proxy.listen();
    const env = Object.entries(simulator.env).map(([name, value]) => [name, value.replace(simulator.url, url)]);
    stack = new Stack(Object.fromEntries(env));
    stack.hasPlugin = entry === "pulumi-vps/native";
    for (let machine = 0; machine < size.machines; machine++) {
      const veid = veidOf(machine);
      const key = simulator.state().kiwivm.machines[veid]?.apiKey ?? "";
      await stack.configure(`vps:kiwivmKeys["${veid}"]`, key, "--path");
    }
    story = new Story(simulator, proxy, stack, size, entry);
  });

  afterAll(async () => {
    await stack?.remove();
    await proxy?.close();
    await simulator?.close();
    if (PULUMI_VPS_CHAOS_SEED === undefined) return;
    const { twice, lost, left } = story.faults;
    process.stdout.write(
      `chaos: seed ${SEED}, ${RESOURCES} resources: ${story.rounds} rounds, ${proxy.requests} requests, ${proxy.spoiled} spoiled, ` +
        `${proxy.kills} kills, ${Math.round(story.seconds)} s; twice ${twice.length}, lost ${lost.length}, left ${left.length}\n`,
    );
  });

  test(
    `${RESOURCES} resources, a fifth of all requests spoiled, and kills: nothing twice, lost, left or seen`,
    async () => {
      await story.up(program(size, 1));
      await story.up(program(size, 2), "--refresh");
      await story.destroy();
      story.countOrders(ordersFor(size));
      expect(story.faults).toEqual({ twice: [], lost: [], left: [] });
      await story.expectNothingSeen();
      // Without them it would have proved little.
      expect(proxy.spoiled).toBeGreaterThan(proxy.requests / 8);
      expect(proxy.kills).toBeGreaterThan(0);
    },
    Math.max(900_000, 20_000 * RESOURCES),
  );
}
