/**
 * The simulated time: where it started, plus real time multiplied by the speed, plus what was advanced by hand.
 * Nothing waits on it: whoever has something due compares the due time with `now()` when the next request comes.
 */
export class Clock {
  #start = 0;
  #realStart = 0;
  #advancedMs = 0;

  constructor(readonly speed: number) {
    this.reset();
  }

  /** Milliseconds since 1970, like `Date.now()`. */
  now(): number {
    // The monotonic clock: a correction of the machine's time must not make servers younger.
    return Math.floor(this.#start + (performance.now() - this.#realStart) * this.speed + this.#advancedMs);
  }

  advance(seconds: number): void {
    this.#advancedMs += seconds * 1000;
  }

  reset(): void {
    this.#start = Date.now();
    this.#realStart = performance.now();
    this.#advancedMs = 0;
  }
}

/** `2025-01-10T14:30:00Z` */
export function isoSeconds(time: number): string {
  return `${isoWithoutZone(time)}Z`;
}

/** `2024-02-05T21:41:25` */
export function isoWithoutZone(time: number): string {
  return new Date(time).toISOString().slice(0, 19);
}
