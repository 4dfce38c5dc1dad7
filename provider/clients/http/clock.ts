/**
 * What time it is at a hoster, as its answers say (`Date`, RFC 9110 section 6.6.1): what it tells of times can be compared
 * with nothing else, since our clock may be wrong by minutes. Until an answer came, and where none says it, ours counts.
 */
export class HosterClock {
  #aheadMs: number | undefined;

  /** Takes over what the header of an answer says. */
  hear(date: string | string[] | undefined): void {
    const aheadMs = Date.parse(String(date)) - Date.now();
    if (Number.isNaN(aheadMs)) return;
    // Cut to whole seconds and some time on its way, each is too early: the largest is the best, and so no time goes back.
    this.#aheadMs = Math.max(this.#aheadMs ?? aheadMs, aheadMs);
  }

  /** ISO 8601; such texts compare like the times. */
  now(): string {
    return this.before(0);
  }

  /** So many seconds ago. */
  before(seconds: number): string {
    return new Date(Date.now() + (this.#aheadMs ?? 0) - 1000 * seconds).toISOString();
  }
}
