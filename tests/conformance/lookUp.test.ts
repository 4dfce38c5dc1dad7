import type { Properties } from "./engine";
import { quietly } from "./provider";
import { full, type Row } from "./rows";
import { forEachRow, made } from "./scenario";
import type { World } from "./world";

/** What an id does not say of where to look. */
const BESIDE_ID: Record<string, string[]> = { FornexDnsRecord: ["domain"], KiwiSnapshot: ["veid"] };

forEachRow((row, world) => {
  const { name } = row.subject;
  const besideId = BESIDE_ID[name] ?? [];

  if (row.subject.importId === undefined) {
    test("it leaves nothing to look up, and says so", async () => {
      const { id } = await made(row, world, row.required);
      await expect(lookUp(row, world, id, row.required)).rejects.toThrow(
        new RegExp(`^${name} leaves no object at the hoster`),
      );
    });
    return;
  }

  test("an id, and what it does not say, is enough to look it up", async () => {
    const { engine, id } = await made(row, world, full(row));
    const passed = pick(row.required, besideId);
    const found = await lookUp(row, world, id, passed);
    expect(found.id).toBe(id);
    expect(found.inputs).toEqual(passed);
    const { outputs } = engine.get("it");
    const shown = Object.keys(outputs).filter((key) => key in found.props && !NOT_SHOWN.has(key));
    expect(shown.length).toBeGreaterThan(0);
    expect(pick(found.props, shown)).toEqual(pick(outputs, shown));
    expect(await again(row, world, found)).toEqual(found);
  });

  test("what is missing for that is named", async () => {
    const { id } = await made(row, world, full(row));
    const answer = lookUp(row, world, id, {});
    if (besideId.length === 0) await expect(answer).resolves.toMatchObject({ id });
    else
      await expect(answer).rejects.toThrow(`${besideId.join(" and ")}: the id does not contain it. Write the id as `);
  });

  test("an id that nothing has, or that is none, is one clean line", async () => {
    for (const id of ["999999", "nonsense"]) {
      const answer = await lookUp(row, world, id, pick(row.required, besideId)).catch((error: Error) => error);
      if (!(answer instanceof Error)) continue;
      expect(answer.stack).toBe(answer.message);
      expect(answer.message).not.toMatch(/undefined|not a function|cannot read/i);
    }
  });
});

/** Not of the hoster. */
const NOT_SHOWN = new Set(["__vps", "__provider"]);

function lookUp(row: Row, world: World, id: string, passed: Properties) {
  return again(row, world, { id, props: passed });
}

/** As Pulumi reads it at a later refresh: it hands over the outputs. */
function again(row: Row, world: World, { id, props }: { id: string; props: object }) {
  return row.subject.open.dynamic(world.runtime(), quietly).read(id, { ...props, __provider: "exports.handler=…" });
}

function pick(values: object, names: string[]): Properties {
  return Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name)));
}
