import { z } from "zod";
import { check } from "./check";
import { InvalidInput } from "./hoster";
import { HOSTERS, type HosterName } from "./registry";

const KINDS = ["status", "html", "cut", "slow", "reset-before", "reset-after", "lock"] as const;

/**
 * What goes wrong:
 * - `status`: the request is not carried out; `status` (500 if left out) is answered, with `retryAfter` if given
 * - `html`: the request is not carried out; an edge proxy's HTML page is answered (`status`, 502 if left out)
 * - `cut`: carried out; the answer breaks off in the middle of its body (an answer without a body is not sent at all)
 * - `slow`: carried out at once, answered `delayMs` later (1000 if left out)
 * - `reset-before`: not carried out; the connection is reset without an answer
 * - `reset-after`: carried out; then the connection is reset without an answer
 * - `lock`: KiwiVM only: the request is not carried out; 788888 is answered, as for a locked machine
 */
export type FaultKind = (typeof KINDS)[number];

/** Something that goes wrong with the next `times` requests that match. */
export interface Fault {
  hoster: HosterName;
  /** Only requests with this method; all if left out. */
  method?: string;
  /** Only this path below the hoster's prefix; `*` stands for any text. All if left out. */
  path?: string;
  /** How many requests it hits; 1 if left out. */
  times?: number;
  kind: FaultKind;
  /** For `status` and `html`. */
  status?: number;
  /** Value of the Retry-After header: seconds, or a date text. */
  retryAfter?: number | string;
  /** Real milliseconds, for `slow`. */
  delayMs?: number;
}

const schema = z.strictObject({
  hoster: z.enum(Object.keys(HOSTERS) as HosterName[]),
  method: z.string().min(1).optional(),
  path: z.string().startsWith("/").optional(),
  times: z.int().min(1).default(1),
  kind: z.enum(KINDS),
  status: z.int().min(200).max(599).optional(),
  retryAfter: z.union([z.number().min(0), z.string()]).optional(),
  delayMs: z.number().min(0).max(600_000).optional(),
});

type ActiveFault = z.infer<typeof schema>;

/** The faults still to come; the oldest one that matches wins. */
export class Faults {
  #active: ActiveFault[] = [];

  add(fault: unknown): void {
    const checked = check(schema, fault, "fault");
    if (checked.kind === "lock" && checked.hoster !== "kiwivm") {
      throw new InvalidInput(`fault.kind: only kiwivm locks machines, ${checked.hoster} does not know "lock"`);
    }
    this.#active.push(checked);
  }

  /** The fault that hits this request, used up by one. */
  take(hoster: string, method: string, path: string): Readonly<ActiveFault> | undefined {
    const fault = this.#active.find((candidate) => hits(candidate, hoster, method, path));
    if (!fault) return undefined;
    fault.times -= 1;
    this.#active = this.#active.filter((candidate) => candidate.times > 0);
    return fault;
  }

  clear(): void {
    this.#active = [];
  }
}

function hits(fault: ActiveFault, hoster: string, method: string, path: string): boolean {
  if (fault.hoster !== hoster) return false;
  if (fault.method !== undefined && fault.method.toUpperCase() !== method) return false;
  return fault.path === undefined || matchesGlob(fault.path, path);
}

function matchesGlob(glob: string, path: string): boolean {
  const literals = glob.split("*").map((literal) => literal.replace(/[\\^$.|?+()[\]{}]/g, "\\$&"));
  return new RegExp(`^${literals.join(".*")}$`).test(path);
}
