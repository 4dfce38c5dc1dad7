/** A number that is the same for the same id in every run: durations and addresses follow from it. */
export function numberOf(id: string): number {
  if (/^\d{1,15}$/.test(id)) return Number(id);
  return [...id].reduce((hash, letter) => (hash * 31 + letter.charCodeAt(0)) % 1_000_003, 7);
}

/** From the block reserved for documentation; repeats after 240 servers. */
export function ipv4Of(id: string): string {
  return `203.0.113.${10 + (numberOf(id) % 240)}`;
}

/** Spelled with a leading zero, as [S4] does. */
export function ipv6Of(id: string): string {
  return `2001:0db8::${((numberOf(id) % 0xffff) + 1).toString(16)}`;
}
