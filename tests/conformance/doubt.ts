import type { Declared, Engine } from "./engine";
import type { Row } from "./rows";
import { clean } from "./scenario";
import type { Step } from "./story";

/** Whether nobody can tell if something in the stack was carried out. */
export function isInDoubt({ state }: Engine): boolean {
  return state.some(({ outputs }) => Object(Object(outputs.__vps).pending).unconfirmed === true);
}

/** Only the program can say what became of it, and all runs ask for that. */
export async function confirm(
  { inDoubt = "" }: Row,
  { program }: Step,
  engine: Engine,
  refresh: boolean,
): Promise<void> {
  expect((await engine.up(program, { refresh })).errors).toEqual([
    expect.stringContaining(`set confirmed to the value of ${inDoubt}`),
  ]);
  const said = ({ inputs, ...rest }: Declared) => ({ ...rest, inputs: { ...inputs, confirmed: inputs[inDoubt] } });
  const confirmed = Object.entries(program).map(([name, declared]) => [name, said(declared)]);
  clean(await engine.up(Object.fromEntries(confirmed), { refresh }));
}
