const LATEST_SECONDS = 8.64e12;

/** A moment as ISO 8601 (UTC), from seconds since 1970 or from MySQL's text; `""` for what never happened (null, or zeros). */
export function isoTime(unix: number | undefined, date: string): string {
  if (unix !== undefined && unix > 0 && unix < LATEST_SECONDS) {
    return new Date(unix * 1000).toISOString().replace(/\.\d+Z$/, "Z");
  }
  const [, day, time] = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)$/.exec(date) ?? [];
  return day === undefined || day === "0000-00-00" ? "" : `${day}T${time}Z`;
}
