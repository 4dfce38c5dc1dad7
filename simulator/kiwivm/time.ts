/** A simulated time some seconds after another, ISO 8601. */
export function later(now: number, seconds: number): string {
  return new Date(now + seconds * 1000).toISOString();
}

/** "never", like every text that is no time, is never past. */
export function isPast(time: string, now: number): boolean {
  return Date.parse(time) <= now;
}
