import type { Program } from "./engine";
import { clean, forEachAdapter } from "./scenario";
import { LOCATION, useMachine } from "./tasks";

forEachAdapter((world) => {
  const { machine, lasting } = useMachine(world);

  describe("a migration", () => {
    const program: Program = { it: { type: "KiwiServerLocation", inputs: { ...LOCATION.act, ...LOCATION.consent } } };

    test.each(["new", "old"] as const)("shows the new addresses, with an API of %s edition", async (nodeAge) => {
      world.simulator.patch({ kiwivm: { switches: { nodeAge } } });
      const engine = world.engine();
      const { lines } = clean(await engine.up(program));
      const { ip_addresses } = machine();
      expect(ip_addresses).toHaveLength(2);
      expect(engine.get("it").outputs).toMatchObject({ newIps: ip_addresses, ipAddresses: ip_addresses });
      expect(lines.join()).toContain("all its IPv4 addresses change, and its IPv6 ones are lost");
    });

    test.each([[false], [true]])("shows them also where an earlier run began it (refresh: %s)", async (refresh) => {
      lasting(1_000_000);
      const engine = world.engine({ timeoutSeconds: "0.1" });
      expect((await engine.up(program)).errors).toHaveLength(1);
      world.simulator.advance(1_000_000);
      clean(await engine.up(program, { refresh }));
      expect(engine.get("it").outputs).toMatchObject({ newIps: machine().ip_addresses });
    });
  });
});
