import type { Program } from "./engine";
import { clean, expectSettled, forEachApiVersion } from "./scenario";

const HOOK = "https://hooks.example.com/services/T0/B0/";
const webhook = (name = "first"): Program => ({ it: { type: "FornexTicketWebhook", inputs: { url: HOOK + name } } });

/** What only the webhook does: be switched off, and tell how posting went. */
forEachApiVersion((world) => {
  const url = () => world.simulator.state().fornex.webhook.url;
  const breakWrites = (kind: "reset-after" | "reset-before") =>
    world.simulator.fault({ hoster: "fornex", path: "/tickets/webhook_set/", kind, times: 1_000_000 });

  async function made() {
    const engine = world.engine();
    clean(await engine.up(webhook()));
    return engine;
  }

  test.each(["missing", "empty", "null"] as const)(
    "where none is %s, it is set and switched off",
    async (noWebhook) => {
      world.simulator.patch({ fornex: { switches: { noWebhook } } });
      const engine = await made();
      expect(url()).toBe(`${HOOK}first`);
      await expectSettled(world, engine, webhook());
      clean(await engine.destroy());
      expect(url()).toBe("");
    },
  );

  test("switched off by hand it is drift, and nothing is left to do for a destroy", async () => {
    const engine = await made();
    world.simulator.patch({ fornex: { webhook: { url: "" } } });
    expect(clean(await engine.preview(webhook(), { refresh: true })).operations).toEqual(["drift it", "update it"]);
    clean(await engine.destroy({ refresh: true }));
    expect(url()).toBe("");
  });

  test("how posting went is shown, and is no drift", async () => {
    const engine = await made();
    world.simulator.patch({
      fornex: { webhook: { last_error_date: "2026-01-01T00:00:00", last_error_message: "Got 418" } },
    });
    expect(clean(await engine.refresh()).operations).toEqual([]);
    expect(engine.get("it").outputs).toMatchObject({
      lastErrorDate: "2026-01-01T00:00:00",
      lastErrorMessage: "Got 418",
    });
  });

  describe.each([[false], [true]])("an answer that stays lost (destroy with refresh: %s)", (refresh) => {
    test.each(["reset-after", "reset-before"] as const)(
      "at create (%s): what is ours is switched off",
      async (kind) => {
        const engine = world.engine();
        breakWrites(kind);
        expect((await engine.up(webhook())).errors).toHaveLength(1);
        world.simulator.clearFaults();
        expect(url()).toBe(kind === "reset-after" ? `${HOOK}first` : "");
        clean(await engine.destroy({ refresh }));
        expect(url()).toBe("");
      },
    );

    test.each(["reset-after", "reset-before"] as const)(
      "at a change (%s): what is ours is switched off, old or new",
      async (kind) => {
        const engine = await made();
        breakWrites(kind);
        expect((await engine.up(webhook("second"))).errors).toHaveLength(1);
        world.simulator.clearFaults();
        expect(url()).toBe(HOOK + (kind === "reset-after" ? "second" : "first"));
        clean(await engine.destroy({ refresh }));
        expect(url()).toBe("");
      },
    );
  });

  test("of another account is not touched, and the error says so", async () => {
    const engine = await made();
    world.simulator.patch({
      fornex: { account: { email: "somebody.else@example.net" }, webhook: { url: `${HOOK}theirs` } },
    });
    for (const outcome of [await engine.refresh(), await engine.destroy()]) {
      expect(outcome.errors).toEqual([expect.stringContaining("belongs to another account")]);
    }
    expect(url()).toBe(`${HOOK}theirs`);
  });
});
