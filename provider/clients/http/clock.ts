/**
 * What time it is at a hoster, as its answers say (`Date`, RFC 9110 section 6.6.1): what it tells of times can be compared
 * with nothing else, since our clock may be wrong by minutes. Until an answer came, and where none says it, ours counts.
 */
export class HosterClock {
  /** Of the moment from which our steady clock counts: the other one may be set right in the middle of a run. */
  #startMs: number | undefined;

  /** Takes over what the header of an answer says. */
  hear(date: string | string[] | undefined): void {
    const startMs = Date.parse(String(date)) - performance.now();
    if (Number.isNaN(startMs)) return;
    // Cut to whole seconds and some time on its way, each is too early: the largest is the best, and so no time goes back.
    this.#startMs = Math.max(this.#startMs ?? startMs, startMs);
  }

  /** ISO 8601; such texts compare like the times. */
  now(): string {
    return this.before(0);
  }

  /** So many seconds ago. */
  before(seconds: number): string {
    const nowMs = this.#startMs === undefined ? Date.now() : this.#startMs + performance.now();
    return new Date(nowMs - 1000 * seconds).toISOString();
  }
}
