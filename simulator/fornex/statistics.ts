import { detail, fieldErrors } from "../drf";
import { type Answer, type HosterRequest, json, Refusal } from "../http";
import type { Moment } from "./moment";
import { findVps } from "./orders";
import { type Series, type Span, seriesOf, subtitle, timesOf } from "./series";

/** Series of `[milliseconds, value]` pairs; inodes are API version 0.1's only [fornex.md 1]. */
export function showStatistics(orderId: string, field: string, { query }: HosterRequest, moment: Moment): Answer {
  const span = spanBetween(query.get("start") ?? "-1h", query.get("end") ?? "now", moment.now);
  const series = findSeries(orderId, field === "inodes" ? "" : field, span, moment);
  const times = timesOf(span);
  return json(200, {
    series: series.map(({ style, values }) => ({
      ...style,
      data: times.map((time, index) => [time, values[index] ?? null]),
    })),
    subtitle: subtitle(span),
  });
}

/** What an unknown field is answered with is unverified. */
export function findSeries(orderId: string, field: string, span: Span, { state }: Moment): Series[] {
  findVps(state, orderId);
  const series = seriesOf(field, span, state.switches);
  if (!series) throw new Refusal(detail(404, "Not found."));
  return series;
}

/** A span that ends before it begins is a 400 [unverified]. */
export function spanBetween(start: string, end: string, now: number): Span {
  const span = { start: timeOf("start", start, now), end: timeOf("end", end, now) };
  if (span.start > span.end) throw fieldErrors({ end: ["Must not be before start."] });
  return span;
}

const UNITS: Readonly<Record<string, number>> = { m: 60, h: 3600, d: 86_400, w: 604_800 };

/** "now", "-1h", "2024-02-05", or a full timestamp, which one client sends [fornex.md 1]; the other units are unverified. */
function timeOf(name: string, text: string, now: number): number {
  const relative = /^-(\d{1,6})([mhdw])$/.exec(text);
  if (relative) return now - Number(relative[1]) * (UNITS[relative[2] ?? ""] ?? 0) * 1000;
  const time = text === "now" ? now : /^\d{4}-\d\d-\d\d/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(time)) throw fieldErrors({ [name]: ["Enter a valid date."] });
  return time;
}
