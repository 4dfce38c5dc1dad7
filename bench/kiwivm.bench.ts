import { arrange, ptrs } from "../tests/conformance/manyMachines";
import { clean, forEachAdapter } from "../tests/conformance/scenario";

/** Calls and points of a stack with 100 KiwiVM resources on ten machines, per resource: ratios, so any computer will do. */
forEachAdapter((world) => {
  test("100 PTRs on ten machines", async () => {
    arrange(world.simulator, 1000);
    const engine = world.engine();
    const program = ptrs("host.example.com");
    const rows: Record<string, { calls: number; points: number; refused: number }> = {};
    const measure = async (command: string, work: () => ReturnType<typeof engine.up>) => {
      const before = points();
      const { result, requests } = await world.requestsDuring(work);
      clean(result);
      const refused = requests.filter(({ status }) => status !== 200).length;
      rows[command] = { calls: requests.length / 100, points: (points() - before) / 100, refused };
    };
    await measure("preview", () => engine.preview(program));
    await measure("up", () => engine.up(program));
    await measure("up, unchanged", () => engine.up(program));
    await measure("refresh", () => engine.refresh());
    await measure("preview --refresh", () => engine.preview(program, { refresh: true }));
    console.table(rows);
  });

  function points(): number {
    const machines = Object.values(world.simulator.state().kiwivm.machines);
    return machines.reduce((sum, machine) => sum + machine.points.used24h, 0);
  }
}, 1);
