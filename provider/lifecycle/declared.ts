import { z } from "zod";

/** What a program says of a resource beside its arguments. */
export interface Declared {
  /** Its name in the program. */
  name?: string | undefined;
  /** Names of the arguments that are passed as secrets; where that is not known, any may be one. */
  secrets?: readonly string[] | undefined;
  /** Whether its option deleteBeforeReplace is given. */
  goesFirst?: boolean | undefined;
  /** Its option ignoreChanges: property paths. Pulumi then puts the old input in place of the program's. */
  ignoreChanges?: readonly string[] | undefined;
}

const shape = z.object({
  name: z.string().optional(),
  secrets: z.array(z.string()).optional(),
  goesFirst: z.boolean().optional(),
  ignoreChanges: z.array(z.string()).optional(),
});

/** Read from what a class of the SDK handed on; nothing where it did not. */
export function declaredIn(value: unknown): Declared {
  return shape.safeParse(value).data ?? {};
}
