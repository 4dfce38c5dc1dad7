import { detail } from "../../drf";
import { type Answer, json, Refusal } from "../../http";
import type { Moment } from "../moment";
import { intervalOf, subtitle } from "../series";
import { findSeries, spanBetween } from "../statistics";

/** Flat values with the times of the first and the last one beside them [S3]. */
export function showStatistics(orderId: string, field: string, range: string, moment: Moment): Answer {
  const [, start = "", end = ""] = /^(\d{4}-\d\d-\d\d)--(\d{4}-\d\d-\d\d)\.json$/.exec(range) ?? [];
  if (start === "") throw new Refusal(detail(404, "Not found."));

  const span = spanBetween(start, end, moment.now);
  const series = findSeries(orderId, field, span, moment);
  const points = { pointEnd: span.end, pointInterval: intervalOf(span), pointStart: span.start };
  return json(200, {
    series: series.map(({ style, values }) => ({ ...style, data: [...values], ...points })),
    subtitle: subtitle(span),
  });
}
