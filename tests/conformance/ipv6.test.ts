import { isIPv6 } from "node:net";
import type { Engine, Program, Properties } from "./engine";
import { clean, expectSettled, forEachAdapter } from "./scenario";
import { writes } from "./world";

const VEID = "222252";
const REFRESH = [[false], [true]] as const;
const ipv6 = (inputs: Properties = {}): Program => ({ it: { type: "KiwiIpv6", inputs: { veid: VEID, ...inputs } } });

/** A machine that has no IPv6 address yet. */
forEachAdapter((world) => {
  const patch = (part: object) => world.simulator.patch({ kiwivm: { machines: { [VEID]: part } } });
  const switched = (switches: object) => world.simulator.patch({ kiwivm: { switches } });
  const listed = () => (world.simulator.state().kiwivm.machines[VEID]?.ip_addresses ?? []).filter((ip) => isIPv6(ip));
  const address = (engine: Engine) => engine.get("it").outputs.address;

  /** An `up` that must fail without having asked for an address. */
  async function refused(program: Program, words: RegExp): Promise<void> {
    const { result, requests } = await world.requestsDuring(() => world.engine().up(program));
    expect(result.errors).toEqual([expect.stringMatching(words)]);
    expect(writes(requests)).toEqual([]);
  }

  describe.each([
    ["new", "bare", "bare"],
    ["new", "bare", "with-length"],
    ["new", "with-length", "bare"],
    ["new", "with-length", "with-length"],
    ["old", "bare", "bare"],
  ] as const)("a %s system (list %s, answer %s)", (nodeAge, ipv6Form, assignedForm) => {
    beforeEach(() => switched({ nodeAge, ipv6Form, assignedForm }));

    test("assigns one of its choice, and removes it", async () => {
      const engine = world.engine();
      clean(await engine.up(ipv6()));
      expect(listed()).toEqual([address(engine)]);
      expect(engine.get("it").id).toBe(`${VEID}/${address(engine)}`);
      await expectSettled(world, engine, ipv6());
      clean(await engine.destroy());
      expect(listed()).toEqual([]);
    });

    test.each([["/64"], [""]])("takes the assigned one as ip%s, with nothing to do", async (length) => {
      const engine = world.engine();
      clean(await engine.up(ipv6()));
      const named = ipv6({ ip: `${String(address(engine)).toUpperCase()}${length}`, allowReplace: true });
      const { result, requests } = await world.requestsDuring(() => engine.up(named));
      expect(clean(result).operations).toEqual(["update it"]);
      expect(writes(requests)).toEqual([]);
      await expectSettled(world, engine, named);
    });

    test.each(["cut", "reset-after", "reset-before"] as const)("an answer lost (%s): one is assigned", async (kind) => {
      world.simulator.fault({ hoster: "kiwivm", path: "/ipv6/add", kind });
      const engine = world.engine();
      clean(await engine.up(ipv6()));
      expect(listed()).toEqual([address(engine)]);
      await expectSettled(world, engine, ipv6());
    });

    test.each(REFRESH)("gone by hand, another one is assigned (refresh: %s)", async (refresh) => {
      const engine = world.engine();
      clean(await engine.up(ipv6()));
      const before = address(engine);
      patch({ ip_addresses: ["203.0.113.31"] });
      if (!refresh) clean(await engine.refresh());
      clean(await engine.up(ipv6(), { refresh }));
      expect(address(engine)).not.toBe(before);
      expect(listed()).toEqual([address(engine)]);
    });
  });

  describe("what the machine has already", () => {
    beforeEach(() => patch({ plan_max_ipv6s: 3, ip_addresses: ["203.0.113.31", "2001:db8:7:1::"] }));

    test("stops a create that names none: a killed run may have got it", async () => {
      await refused(ipv6(), /exists already: id 222252\/2001:db8:7:1::.*adopt: true/s);
    });

    test.each([[true], [`${VEID}/2001:db8:7:1::`]])(
      "is adopted with adopt: %j, and removed at the end",
      async (adopt) => {
        const engine = world.engine();
        const { result, requests } = await world.requestsDuring(() => engine.up(ipv6({ adopt })));
        clean(result);
        expect(writes(requests)).toEqual([]);
        await expectSettled(world, engine, ipv6({ adopt }));
        clean(await engine.destroy());
        expect(listed()).toEqual([]);
      },
    );

    test("is not renamed away without aliases or adopt", async () => {
      const engine = world.engine();
      clean(await engine.up(ipv6({ adopt: true })));
      const renamed = { renamed: { type: "KiwiIpv6", inputs: { veid: VEID } } };
      for (const refresh of [false, true]) expect((await engine.up(renamed, { refresh })).errors).toHaveLength(1);
      expect(listed()).toEqual(["2001:db8:7:1::"]);
    });
  });

  describe("what KiwiVM would refuse is refused before it is asked", () => {
    test("no IPv6 at the location", async () => {
      patch({ location_ipv6_ready: false });
      await refused(ipv6(), /the location of machine 222252 has no IPv6/);
    });

    test("no room in the plan", async () => {
      patch({ plan_max_ipv6s: 0 });
      await refused(ipv6(), /allows 0/);
    });

    test("a first address of one's own choice", async () => {
      switched({ nodeAge: "old" });
      await refused(ipv6({ ip: "2001:db8:7:1::5" }), /first IPv6 address.*omit ip/);
    });

    test("an address of another /64", async () => {
      patch({ plan_max_ipv6s: 3, ip_addresses: ["203.0.113.31", "2001:db8:7:1::"] });
      await refused(ipv6({ ip: "2001:db8:7:2::5" }), /not within the \/64.*2001:db8:7:1::/);
    });

    test.each(["203.0.113.32", "fe80::1%eth0", "web", ""])("%j as ip", async (ip) => {
      await refused(ipv6({ ip }), /ip: must be an IPv6 address/);
    });
  });

  test("a system that does not look at ip: what it assigned is removed again, and said", async () => {
    patch({ plan_max_ipv6s: 3, ip_addresses: ["203.0.113.31", "2001:db8:7:1::"] });
    const engine = world.engine();
    const { errors } = await engine.up(ipv6({ ip: "2001:db8:7:1::5" }));
    expect(errors).toEqual([expect.stringMatching(/not let you choose.*2001:db8:100:1::.*Omit ip/s)]);
    expect(listed()).toEqual(["2001:db8:7:1::"]);
    expect(engine.state).toEqual([]);
  });

  test.each(["with-length", "bare"] as const)(
    "a system that answers with the /64 it has: the machine keeps it (%s)",
    async (assignedForm) => {
      switched({ furtherSubnet: "same", assignedForm });
      patch({ plan_max_ipv6s: 3, ip_addresses: ["203.0.113.31", "2001:db8:7:1::"] });
      const engine = world.engine();
      const { result, requests } = await world.requestsDuring(() => engine.up(ipv6({ ip: "2001:db8:7:1::5" })));
      expect(result.errors).toEqual([
        expect.stringMatching(/assigned no new address.*2001:db8:7:1::, which.*had before.*adopt/s),
      ]);
      expect(writes(requests)).toEqual(["POST /ipv6/add"]);
      expect(listed()).toEqual(["2001:db8:7:1::"]);
      expect(engine.state).toEqual([]);
    },
  );

  test("two for one machine at once: one is assigned", async () => {
    patch({ plan_max_ipv6s: 3 });
    const engine = world.engine();
    const outcome = await engine.up({ first: ipv6().it, second: ipv6().it } as Program);
    expect(outcome.errors).toEqual([expect.stringContaining("Two resources")]);
    expect(listed()).toHaveLength(1);
  });
});
