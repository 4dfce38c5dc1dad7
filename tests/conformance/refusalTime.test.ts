import { arrange, MACHINES, ptrs } from "./manyMachines";
import { clean, forEachAdapter } from "./scenario";

const [VEID = ""] = MACHINES;
/** At it, a pause of the clients takes as much of the simulated time as it does at a real hoster: three minutes. */
const SPEED = 500;

forEachAdapter((world) => {
  test.each(["reset", "429", "error"] as const)(
    "KiwiVM's whole window of 15 minutes is waited out (%s)",
    async (overLimit) => {
      arrange(world.simulator, 1000, { overLimit });
      const used = { used15min: 1000, since15min: new Date().toISOString() };
      world.simulator.patch({ kiwivm: { machines: { [VEID]: { points: used } } } });
      clean(await world.engine().up(ptrs("host.example.com", [VEID])));
    },
  );

  test.each(["reset", "429", "error"] as const)("AirVPN's whole ban is waited out (%s)", async (banned) => {
    const bannedUntil = new Date(Date.now() + 600_000).toISOString();
    world.simulator.patch({ airvpn: { limit: { bannedUntil }, switches: { banned } } });
    const message = { type: "AirVpnNotification", inputs: { subject: "up", body: "it is" } };
    clean(await world.engine().up({ message }));
  });
}, SPEED);
