import { z } from "zod";
import { PROXY_VARIABLES } from "../clients/http/proxy";
import { SETTINGS } from "../config/allSettings";
import { Reader, seal } from "../sealed";

const VARIABLES = [...Object.values(SETTINGS).flatMap(({ environment }) => environment), ...PROXY_VARIABLES];

/** What it is asked and answers: the address of a {@link Reader}, and the settings sealed for it. */
const PROPERTIES = z.looseObject({ reader: z.string() });
const VALUES = z.record(z.string(), z.string());

/**
 * Tells a program the settings in the environment of this process, where the program's own process has another one. Sealed,
 * since an answer ends in the stack's state.
 */
export const environment = {
  async read(id: string, properties: object) {
    const props = PROPERTIES.parse(properties);
    // In a refresh: whoever asked that is gone, and another answer would be a change.
    if ("sealed" in props) return { id, props };
    const values = Object.fromEntries(VARIABLES.map((name) => [name, process.env[name]]));
    return { id, props: { ...props, sealed: seal(JSON.stringify(values), props.reader) } };
  },
};

/** Asks it: `ask` hands on the address of a reader and brings back what was sealed for it. */
export async function environmentBy(ask: (reader: string) => Promise<string>): Promise<Record<string, string>> {
  const reader = new Reader();
  return VALUES.parse(JSON.parse(reader.open(await ask(reader.address))));
}
