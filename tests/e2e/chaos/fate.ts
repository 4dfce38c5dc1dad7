import { createHash } from "node:crypto";

/** What may go wrong with a request on its way. `slow` is the only one whose answer is the hoster's own. */
const FAULTS = [
  "reset",
  "server-error",
  "bad-gateway-html",
  "unavailable",
  "too-many",
  "half",
  "html-with-200",
  "other-json",
  "slow",
] as const;
export type Fault = (typeof FAULTS)[number];

/** Whom a kill -9 hits: the provider alone, or the command with all that it started. */
export type Victim = "provider" | "command";

/** What becomes of one request. */
export interface Fate {
  fault: Fault | undefined;
  /** Who is killed while the request is under way; nothing is answered then. */
  victim: Victim | undefined;
  /** Whether the hoster carries it out, where that is left open. */
  reaches: boolean;
}

const SPOILED = 0.2;
/** These say by themselves that nothing was carried out. */
const NEVER_REACHES: ReadonlySet<Fault> = new Set(["unavailable", "too-many"]);
/** These are the hoster's own answer. */
const ALWAYS_REACHES: ReadonlySet<Fault> = new Set(["half", "slow"]);

/** Follows from the seed and the request's number alone, so that a run can be told again. One request in `killsOneIn` kills. */
export function fateOf(seed: number, request: number, killsOneIn: number): Fate {
  const dice = createHash("sha256").update(`${seed}/${request}`).digest();
  const roll = (index: number) => dice.readUInt32BE(4 * index) / 2 ** 32;
  const fault = roll(0) < SPOILED ? FAULTS[Math.floor(roll(1) * FAULTS.length)] : undefined;
  const victim = roll(2) < 1 / killsOneIn ? (roll(3) < 0.5 ? "provider" : "command") : undefined;
  return { fault, victim, reaches: reaches(fault, victim, roll(4) < 0.5) };
}

function reaches(fault: Fault | undefined, victim: Victim | undefined, coin: boolean): boolean {
  if (victim) return coin;
  if (fault === undefined || ALWAYS_REACHES.has(fault)) return true;
  return !NEVER_REACHES.has(fault) && coin;
}
