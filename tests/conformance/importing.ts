import type { Engine } from "./engine";
import type { Row } from "./rows";
import type { Properties } from "./stack";
import type { World } from "./world";

/** As an adapter does that is asked for an import: the object of this name. */
export const imported = (row: Row, world: World, text: string) => row.subject.imported(world.runtime(), text);
/** What names all objects of the account. */
export const listed = (row: Row, world: World) => row.subject.listed(world.runtime());

/** A stack that was given what an import answered. */
export function holding(row: Row, world: World, found: Awaited<ReturnType<typeof imported>>): Engine {
  if (found === undefined) throw new Error("there is nothing to import");
  const { id, inputs, outputs } = found;
  const engine = world.engine();
  engine.state = [
    {
      name: "it",
      type: row.subject.name,
      id,
      inputs: { ...row.consent, ...inputs },
      outputs: withoutMarks({ ...outputs, __provider: "exports.handler=…" }) as Properties,
      initErrors: [],
      from: {},
      replacementTrigger: undefined,
    },
  ];
  return engine;
}

/** The engine hands a secret on bare. */
function withoutMarks(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutMarks);
  if (typeof value !== "object" || value === null) return value;
  if ("4dabf18193072939515e22adb298388d" in value && "value" in value) return withoutMarks(value.value);
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withoutMarks(one)]));
}

/** What a person writes to import the object with this id. */
export function textOf({ subject, required }: Row, id: string): string {
  if (subject.name === "FornexDnsRecord") return `${required.domain}/${id}`;
  return subject.name === "KiwiSnapshot" ? `${required.veid}/${id}` : id;
}
