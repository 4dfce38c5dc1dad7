import type { Program, Properties } from "./engine";
import { clean, expectSettled, forEachApiVersion } from "./scenario";
import { writes } from "./world";

const KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHaSw601QLuAPAILOu5mzYiHEjI06gxucUPArdc/9DHt";
const key = (inputs: Properties = {}): Program => ({
  it: { type: "SshKey", inputs: { title: "laptop", key: `${KEY} me@laptop`, ...inputs } },
});

/** What only keys do: be the same under another comment, and be linked to servers. */
forEachApiVersion((world) => {
  const keys = () => world.simulator.state().fornex.sshKeys;

  async function made(inputs: Properties = {}) {
    const engine = world.engine();
    clean(await engine.up(key(inputs)));
    return { engine, id: engine.get("it").id };
  }

  test.each([KEY, `${KEY} you@desk`, `${KEY}  me@laptop, for work `, `${KEY}\n`])(
    "the same key with another comment is the same key: %j",
    async (spelling) => {
      const { engine, id } = await made();
      await expectSettled(world, engine, key({ key: spelling }));
      const { result, requests } = await world.requestsDuring(() => world.engine().up(key({ key: spelling })));
      expect(result.errors).toEqual([expect.stringContaining(`id ${id}.`)]);
      expect(writes(requests)).toEqual([]);
    },
  );

  test.each(["comment", "sent"] as const)(
    "a title that is shown as the %s is no difference",
    async (legacyKeyTitle) => {
      world.simulator.patch({ fornex: { switches: { legacyKeyTitle } } });
      const { engine, id } = await made();
      await expectSettled(world, engine, key());
      expect(keys()[id]?.title).toBe(
        world.apiVersion === "0.1" && legacyKeyTitle === "comment" ? "me@laptop" : "laptop",
      );
    },
  );

  describe("where Fornex keeps a key that is linked to a server", () => {
    beforeEach(() =>
      world.simulator.patch({ fornex: { switches: { linkedKeyDelete: "refused" }, orders: { "34-501": {} } } }),
    );
    function unlink(id: string): void {
      for (const [order, { vps }] of Object.entries(world.simulator.state().fornex.orders)) {
        if (vps) world.simulator.patch({ fornex: { orders: { [order]: { vps: { sshKeys: { [id]: null } } } } } });
      }
    }

    test.each([[false], [true]])("a destroy says so, and works once it is unlinked (refresh: %s)", async (refresh) => {
      const { engine, id } = await made();
      expect((await engine.destroy({ refresh })).errors).toEqual([
        expect.stringMatching(/still lists.*linked.*panel/s),
      ]);
      expect(engine.get("it").id).toBe(id);
      expect(keys()).toHaveProperty([id]);
      unlink(id);
      clean(await engine.destroy({ refresh }));
      expect(keys()).not.toHaveProperty([id]);
    });

    test("another title says so, and the key stays as it is", async () => {
      const { engine, id } = await made();
      expect((await engine.up(key({ title: "desk" }))).errors).toEqual([expect.stringContaining("linked")]);
      expect(engine.get("it").id).toBe(id);
      await expectSettled(world, engine, key());
    });
  });
});
