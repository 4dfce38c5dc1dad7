import { type Simulator, startSimulator } from "../../simulator";
import { noting } from "../requests";
import { furnish } from "./chaos/hosters";
import { ordersFor, program, sizeFor, veidOf } from "./chaos/program";
import { ChaosProxy } from "./chaos/proxy";
import { Story } from "./chaos/story";
import { Stack } from "./harness";
import { requireCurrentBuild } from "./package";

// `npm run chaos` asks for others, and for the line of figures.
const { PULUMI_VPS_CHAOS_RESOURCES, PULUMI_VPS_CHAOS_SEED } = process.env;
const RESOURCES = Number(PULUMI_VPS_CHAOS_RESOURCES ?? 60);
const SEED = Number(PULUMI_VPS_CHAOS_SEED ?? 21);

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
  for (let machine = 0; machine < size.machines; machine++) {
    const veid = veidOf(machine);
    const key = simulator.state().kiwivm.machines[veid]?.apiKey ?? "";
    await stack.configure(`vps:kiwivmKeys["${veid}"]`, key, "--path");
  }
  story = new Story(simulator, proxy, stack, size);
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
