import type { Snapshot } from "../../clients/kiwivm/schemas";

/** What a listed description may mean: KiwiVM shows it as it is, or in base64, and does not say which (no document tells). */
export function meaningsOf(listed: string): string[] {
  const decoded = Buffer.from(listed, "base64").toString("latin1");
  const isBase64 = listed !== "" && Buffer.from(decoded, "latin1").toString("base64") === listed;
  return isBase64 && /^[\x20-\x7e]*$/.test(decoded) ? [decoded, listed] : [listed];
}

export function isDescribedAs(listed: string, wanted: string): boolean {
  return meaningsOf(listed).includes(wanted);
}

/** What the hoster shows, in the words of `applied` where it may mean those. */
export function shownDescription(listed: string, applied: string): string | undefined {
  return isDescribedAs(listed, applied) ? applied : meaningsOf(listed)[0];
}

/** Unix seconds in a name such as `snapshot-<veid>-<seconds>-<date>-<hex>.tar.gz`; undefined for a name of another form. */
function takenAt(fileName: string): number | undefined {
  const [, seconds] = /^snapshot-\d+-(\d{9,})-/.exec(fileName) ?? [];
  return seconds === undefined ? undefined : Number(seconds);
}

/** Those that were not listed before, are described as wanted, and by the hoster's own clock are not older than the rest. */
export function newOnes<S extends Snapshot>(listed: readonly S[], before: readonly string[], wanted: string): S[] {
  const newest = Math.max(0, ...before.map((name) => takenAt(name) ?? 0));
  return listed.filter(
    ({ fileName, description }) =>
      !before.includes(fileName) && isDescribedAs(description, wanted) && (takenAt(fileName) ?? newest) >= newest,
  );
}
