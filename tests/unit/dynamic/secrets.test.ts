import { formerAsSecret } from "../../../provider/dynamic/secrets";
import { resources } from "../../../provider/registry";
import { KINDS } from "../../../sdk/kindTable";
import { recorded } from "../support/record";

interface Definition {
  name: string;
  arguments: Record<string, { nonSecret?: string }>;
}
const DEFINITIONS = Object.values<Definition>(resources);

/** What an update that failed leaves of each argument where the program says something else by now. */
function leftOf(name: string): Record<string, unknown> {
  const definition = DEFINITIONS.find((one) => one.name === name);
  const former = Object.keys(definition?.arguments ?? {}).map((argument) => [argument, "former"]);
  const state = recorded(Object.fromEntries(former), { specified: former.map(([argument = ""]) => argument) });
  return { ...formerAsSecret(plainForms(definition), state, {}) };
}

/** Where two values are the same only if they are the same text. */
function plainForms(definition: Definition | undefined) {
  return { ...definition, canonical: (args: object) => args } as unknown as Parameters<typeof formerAsSecret>[0];
}

test.each(KINDS)("what the class of $name takes as no secret is none after a failed update; the rest is", (kind) => {
  const { adopt: _, ...left } = leftOf(kind.name);
  const plain = Object.keys(left).filter((argument) => left[argument] === "former");
  const refused = Object.keys(kind.nonSecret).filter((argument) => argument !== "adopt");
  expect(plain.sort()).toEqual(refused.sort());
});
