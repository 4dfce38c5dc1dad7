import { AsyncLocalStorage } from "node:async_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { withDeadline } from "./deadline";
import { HttpError } from "./errors/httpError";
import { VpsError } from "./errors/vpsError";

/** Something that a user is told while an operation goes on. */
export interface Line {
  level: "info" | "warning";
  text: string;
  /** Which object it is about, where it is about a single one. */
  about?: string;
}

/** What an adapter hands in with every call. */
export interface Operation {
  /** Fires when the call is cancelled; whatever goes on for it then ends within two seconds. */
  readonly signal: AbortSignal;
  /** The longest a wait may take; the setting `vps:timeoutSeconds` if left out. */
  readonly timeoutSeconds?: number | undefined;
  readonly report: (line: Line) => void;
  /** Each request is sent once, since it is better not to know than to wait. */
  readonly isOneTry?: boolean;
}

const present = new AsyncLocalStorage<Operation>();

/** Where no adapter has handed one in: nobody cancels it, and nobody listens. */
const NONE: Operation = { signal: new AbortController().signal, report: () => {} };

/** Does work for an operation: all that waits, asks and tells below it goes by that. */
export function withOperation<T>(operation: Operation, work: () => T): T {
  return present.run(operation, work);
}

/** The operation for which the caller works. */
export function operation(): Operation {
  return present.getStore() ?? NONE;
}

/** Tells the user something. */
export function report(line: Line): void {
  operation().report(line);
}

/** A line as a terminal shows it. */
export function printed({ level, text, about }: Line): string {
  return [about, level === "warning" ? level : undefined, text].filter((part) => part !== undefined).join(": ");
}

/** Whether the operation was cancelled, or its one try is over. */
export function isOver(): boolean {
  return operation().signal.aborted;
}

/** Throws where the operation was cancelled, or its one try is over. */
export function throwIfOver(): void {
  const { signal } = operation();
  if (signal.aborted) throw endOf(signal);
}

/** Waits so long, or throws as soon as the operation is over. */
export async function pause(seconds: number): Promise<void> {
  throwIfOver();
  const { signal } = operation();
  await sleep(1000 * seconds, undefined, { signal }).catch(() => {});
  throwIfOver();
}

/** What comes of `work`, or an error as soon as the operation is over; the work goes on then. */
export async function unlessOver<T>(work: Promise<T>): Promise<T> {
  const { signal } = operation();
  const { promise: over, reject } = Promise.withResolvers<never>();
  const leave = () => reject(endOf(signal));
  if (signal.aborted) leave();
  signal.addEventListener("abort", leave, { once: true });
  try {
    return await Promise.race([over, work]);
  } finally {
    signal.removeEventListener("abort", leave);
  }
}

/** Does work whose requests are each sent once and are all given up after some seconds. What others wait for as well goes on for them. */
export async function inOneTry<T>(seconds: number, work: () => Promise<T>): Promise<T> {
  const outer = operation();
  const late = () => new HttpError("broken", "It did not answer in time.");
  return withDeadline(outer.signal, 1000 * seconds, late, (signal) =>
    withOperation({ ...outer, signal, isOneTry: true }, () => unlessOver(work())),
  );
}

/** Does work that others will share with more time than the present try has: what fails is tried again. */
export function withRetries<T>(work: () => Promise<T>): Promise<T> {
  return withOperation({ ...operation(), isOneTry: false }, work);
}

/** Why what goes on for an operation with this signal ends. */
function endOf({ reason }: AbortSignal): VpsError {
  return reason instanceof VpsError ? reason : cancelled();
}

/** That an operation was cancelled. */
export function cancelled(): VpsError {
  return new VpsError(
    "cancelled",
    "The operation was cancelled before it was done. Run `pulumi up` again to continue.",
  );
}
