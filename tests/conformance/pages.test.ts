import { clean, expectSettled, forEachAdapter, forEachApiVersion } from "./scenario";

/** Every object of a list that has more than one page, and nothing but those, is found. */
forEachApiVersion((world) => {
  // API version 0.1 knows no pages.
  test.each(world.apiVersion === "2" ? (["paged", "bare"] as const) : (["bare"] as const))(
    "zones beyond the first page of a %s list",
    async (domainList) => {
      // "a1", …, "a150": Fornex's search finds those with the wanted name inside theirs too.
      const names = Array.from({ length: 150 }, (_, number) => `a${number}.example.com`);
      world.simulator.patch({
        fornex: { switches: { domainList }, domains: Object.fromEntries(names.map((name) => [name, {}])) },
      });
      const wanted = ["a11.example.com", "a100.example.com", "a149.example.com", "example.com"];
      const program = Object.fromEntries(
        wanted.map((name) => [
          name,
          { type: "FornexDnsDomain", inputs: { name, ip: "192.0.2.1", forceDestroy: true } },
        ]),
      );
      const stranger = world.engine();
      expect((await stranger.up(program)).errors).toHaveLength(3);
      expect(stranger.state.map(({ id }) => id)).toEqual(["example.com"]);

      const engine = world.engine();
      const adopting = Object.entries(program).map(([name, { type, inputs }]) => [
        name,
        { type, inputs: { ...inputs, adopt: true } },
      ]);
      clean(await engine.up(Object.fromEntries(adopting)));
      await expectSettled(world, engine, program);
      world.simulator.patch({ fornex: { domains: { "a149.example.com": null } } });
      const { operations } = clean(await engine.refresh());
      expect(operations).toEqual(["gone a149.example.com"]);
    },
  );

  test("an address of a fuzzy search names another zone", async () => {
    world.simulator.patch({
      fornex: { domains: { "other.example": { entries: { 1: { type: "TXT", value: "example.com" } } } } },
    });
    const engine = world.engine();
    clean(await engine.up({ zone: { type: "FornexDnsDomain", inputs: { name: "xother.example", ip: "192.0.2.1" } } }));
    expect(engine.get("zone").id).toBe("xother.example");
  });
});

forEachAdapter((world) => {
  describe.each(["paged", "paged-own-count", "whole"] as const)("servers in lists that are %s", (lists) => {
    test.each([19, 20, 21, 40, 45])("%s of them", async (count) => {
      const servers = Object.fromEntries(
        Array.from({ length: count }, (_, number) => [String(500 + number), { name: `web-${number}` }]),
      );
      world.simulator.patch({ vpsorg: { switches: { lists }, servers } });
      const last = { name: `web-${count - 1}`, planId: 1, osId: 5, location: "us-west" };
      const declared = { last: { type: "VpsOrgServer", inputs: last } };
      expect((await world.engine().up(declared)).errors).toEqual([expect.stringContaining(String(499 + count))]);

      const engine = world.engine();
      clean(await engine.up({ last: { type: "VpsOrgServer", inputs: { ...last, adopt: true } } }));
      await expectSettled(world, engine, declared);
      world.simulator.patch({ vpsorg: { servers: { [499 + count]: null } } });
      expect(clean(await engine.refresh()).operations).toEqual(["gone last"]);
    });
  });
});
