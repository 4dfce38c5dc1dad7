import type { Program, Properties } from "./engine";
import { PULUMI_UNKNOWN } from "./provider";
import { clean, forEachAdapter } from "./scenario";
import { writes } from "./world";

const message = (inputs: Properties = {}): Program => ({
  it: { type: "AirVpnNotification", inputs: { subject: "Deployed", body: "Version 1 is up.", ...inputs } },
});
const disconnect = (inputs: Properties): Program => ({ it: { type: "AirVpnDisconnect", inputs } });

const SESSIONS = {
  1: { device_name: "laptop", server: "Alderamin" },
  2: { device_name: "laptop", server: "Mizar" },
  3: { device_name: "phone", server: "Mizar" },
};

/** What only AirVPN's actions do; what holds for every action is told elsewhere. */
forEachAdapter((world) => {
  const airvpn = () => world.simulator.state().airvpn;
  const sessions = () => Object.keys(airvpn().sessions).filter((id) => id in SESSIONS);
  const others = () => Object.keys(airvpn().sessions).filter((id) => !(id in SESSIONS));
  beforeEach(() => world.simulator.patch({ airvpn: { sessions: SESSIONS } }));

  test("a message arrives as it was written, with the text of the program at its trigger", async () => {
    const engine = world.engine();
    clean(await engine.up(message({ triggers: ["1"] })));
    clean(await engine.up(message({ body: "Version 2 – läuft & lebt", triggers: ["1"] })));
    clean(await engine.up(message({ body: "Version 2 – läuft & lebt", triggers: ["2"] })));
    expect(Object.values(airvpn().notifications)).toMatchObject([
      { subject: "Deployed", body: "Version 1 is up." },
      { subject: "Deployed", body: "Version 2 – läuft & lebt" },
    ]);
  });

  test.each<[string, Properties, string[]]>([
    ["on a server", { server: "Mizar" }, ["1"]],
    ["of a device", { device: "laptop" }, ["3"]],
    ["of a device on a server, whatever all says", { device: "laptop", server: "Mizar", all: true }, ["1", "3"]],
    ["of nobody", { device: "fridge" }, ["1", "2", "3"]],
  ])("the sessions %s are ended, and no other", async (_which, inputs, left) => {
    const engine = world.engine();
    clean(await engine.up(disconnect(inputs)));
    expect(sessions()).toEqual(left);
    expect(engine.get("it").outputs.sessionsDisconnected).toBeGreaterThanOrEqual(3 - left.length);
  });

  test("every session is ended with all: true, and those that connect later stay", async () => {
    const engine = world.engine();
    clean(await engine.up(disconnect({ all: true })));
    expect([...sessions(), ...others()]).toEqual([]);
    world.simulator.patch({ airvpn: { sessions: SESSIONS } });
    clean(await engine.up(disconnect({ all: true }), { refresh: true }));
    clean(await engine.destroy());
    expect(sessions()).toEqual(["1", "2", "3"]);
  });

  test.each<[string, Properties]>([
    ["nothing", {}],
    ["all: false", { all: false }],
    ["an empty server", { server: "" }],
    ["an empty device", { device: " ", all: true }],
  ])("%s ends nobody's session: refused before anything is asked", async (_what, inputs) => {
    const { result, requests } = await world.requestsDuring(() => world.engine().up(disconnect(inputs)));
    expect(result.errors).toEqual([expect.stringMatching(/^check it: (all|server|device): must /)]);
    expect(requests).toEqual([]);
  });

  test("a device that is not known yet passes the preview", async () => {
    const { operations } = clean(await world.engine().preview(disconnect({ device: PULUMI_UNKNOWN })));
    expect(operations).toEqual(["create it"]);
  });

  test("a wrong key is said by the read that comes first, and nothing is sent", async () => {
    const engine = world.engine({ airvpnApiKey: "wrong" });
    const { result, requests } = await world.requestsDuring(() => engine.up(disconnect({ all: true })));
    expect(result.errors).toEqual([expect.stringMatching(/POST \/userinfo\/ .*Not authorized.*AIRVPN_API_KEY/)]);
    expect(writes(requests)).toEqual([]);
    expect(engine.state).toEqual([]);
  });

  test("an error with status 200 is no success: the next run does it", async () => {
    const engine = world.engine();
    clean(await engine.up(message({ triggers: ["1"] })));
    const wrong = world.engine({ airvpnApiKey: "wrong" });
    wrong.state = structuredClone(engine.state);
    expect((await wrong.up(message({ triggers: ["2"] }))).errors).toEqual([expect.stringContaining("Not authorized")]);
    engine.state = wrong.state;
    clean(await engine.up(message({ triggers: ["2"] })));
    expect(Object.keys(airvpn().notifications)).toHaveLength(2);
  });
});

/** At this pace and speed, one request a simulated second. */
const POLL_SECONDS = "0.05";
const SPEED = 100;

forEachAdapter((world) => {
  test("many at once keep to one request a second, and meet no ban", async () => {
    // Twice as much as that pace takes: a busy machine sends late what it held back. All at once would be three times as much.
    world.simulator.patch({ airvpn: { limit: { requests: 40, windowSeconds: 20 } } });
    const { it } = message() as { it: NonNullable<Program[string]> };
    const program = Object.fromEntries(Array.from({ length: 60 }, (_, number) => [`message${number}`, it]));
    clean(await world.engine({ pollSeconds: POLL_SECONDS }).up(program));
    expect(Object.keys(world.simulator.state().airvpn.notifications)).toHaveLength(60);
  });
}, SPEED);
