import type { Program } from "./engine";
import { fornexNameserversRow } from "./rows/fornexNameservers";
import { clean, expectSettled, forEachApiVersion } from "./scenario";
import { writes } from "./world";

const ID = "375-501";
const named = (...nameservers: string[]): Program => ({
  it: { type: "FornexNameservers", inputs: { orderId: ID, nameservers } },
});
const program = named("ns1.example.net", "ns2.example.net");

/** What only name servers do: be set unseen, and stay. */
forEachApiVersion((world) => {
  beforeEach(() => fornexNameserversRow.arrange(world.simulator));
  const held = () => world.simulator.state().fornex.domainOrders[ID]?.nss;
  const setByHand = (nss: string) => world.simulator.patch({ fornex: { domainOrders: { [ID]: { nss } } } });
  const answersLost = () =>
    world.simulator.fault({ hoster: "fornex", path: "/*change_ns/*", kind: "reset-before", times: 1_000_000 });

  async function made() {
    const engine = world.engine();
    clean(await engine.up(program));
    return engine;
  }

  test("all of them are sent, in the program's order", async () => {
    const engine = await made();
    expect(held()).toBe("ns1.example.net,ns2.example.net");
    const changed = named("ns4.example.net", "ns3.example.net");
    expect(clean(await engine.up(changed)).operations).toEqual(["update it"]);
    expect(held()).toBe("ns4.example.net,ns3.example.net");
    await expectSettled(world, engine, changed);
  });

  test.each([[["NS1.example.net.", "ns2.Example.net"]], [["ns2.example.net", "ns1.example.net"]]])(
    "another spelling is the same: %j",
    async (spelling) => {
      const engine = await made();
      await expectSettled(world, engine, named(...spelling));
    },
  );

  test("what somebody else set is no drift, and every refresh says why", async () => {
    const engine = await made();
    setByHand("ns1.elsewhere.example,ns2.elsewhere.example");
    const { operations, lines } = clean(await engine.refresh());
    expect(operations).toEqual([]);
    expect(lines).toEqual([expect.stringMatching(/^it: .*does not show name servers/)]);
    await expectSettled(world, engine, program);
  });

  test("a destroy releases it and says so", async () => {
    const engine = await made();
    const { result, requests } = await world.requestsDuring(() => engine.destroy());
    expect(clean(result).lines.join()).toContain("stays unchanged at the hoster");
    expect(requests).toEqual([]);
    expect(held()).toBe("ns1.example.net,ns2.example.net");
  });

  test("of another order are set, and those of the first stay", async () => {
    const engine = await made();
    const other = {
      it: { type: "FornexNameservers", inputs: { orderId: "375-502", nameservers: ["ns3.example.net"] } },
    };
    expect(clean(await engine.up(other)).operations).toEqual(["replace it", "delete it"]);
    expect(held()).toBe("ns1.example.net,ns2.example.net");
    expect(world.simulator.state().fornex.domainOrders["375-502"]?.nss).toBe("ns3.example.net");
    await expectSettled(world, engine, other);
  });

  test("an order that is not there is an error before anything is sent", async () => {
    const unknown = { it: { type: "FornexNameservers", inputs: { orderId: "375-999", nameservers: ["a.example"] } } };
    const { result, requests } = await world.requestsDuring(() => world.engine().up(unknown));
    expect(result.errors).toEqual([expect.stringContaining("375-999 does not exist in this account")]);
    expect(writes(requests)).toEqual([]);
  });

  describe.each([[false], [true]])("an answer that stays lost (next run with refresh: %s)", (refresh) => {
    test("at create: set by the next run", async () => {
      const engine = world.engine();
      answersLost();
      expect((await engine.up(program)).errors).toHaveLength(1);
      expect(held()).toBe("ns1.fornex.com,ns2.fornex.com");
      world.simulator.clearFaults();
      clean(await engine.up(program, { refresh }));
      expect(held()).toBe("ns1.example.net,ns2.example.net");
      await expectSettled(world, engine, program);
    });

    test("at a change: set by the next run", async () => {
      const engine = await made();
      answersLost();
      const changed = named("ns3.example.net");
      expect((await engine.up(changed)).errors).toHaveLength(1);
      world.simulator.clearFaults();
      clean(await engine.up(changed, { refresh }));
      expect(held()).toBe("ns3.example.net");
      await expectSettled(world, engine, changed);
    });
  });

  test("a change whose answer got lost is undone when the program takes it back", async () => {
    const engine = await made();
    world.simulator.fault({ hoster: "fornex", path: "/*change_ns/*", kind: "reset-after", times: 1_000_000 });
    expect((await engine.up(named("ns3.example.net"))).errors).toHaveLength(1);
    world.simulator.clearFaults();
    expect(held()).toBe("ns3.example.net");
    clean(await engine.up(program));
    expect(held()).toBe("ns1.example.net,ns2.example.net");
    await expectSettled(world, engine, program);
  });

  test("after a run that was killed, they are simply set again", async () => {
    await made();
    const engine = await made();
    expect(held()).toBe("ns1.example.net,ns2.example.net");
    await expectSettled(world, engine, program);
  });
});
