import { detail, fieldErrors } from "../drf";
import { type Answer, type HosterRequest, json, Refusal } from "../http";
import { float, lookup } from "../json";
import type { FornexDedicated } from "./dedicatedState";
import type { Moment } from "./moment";
import { findOrder } from "./orders";

const DAY = 24 * 60 * 60 * 1000;
/** How far back from the newest day; in which steps a year comes is unverified: days, too. */
const PERIODS: Readonly<Record<string, number>> = { month: 31 * DAY, year: 366 * DAY };

/** Rows of a date and its traffic [fornex.md 1; S3]. A port that does not exist has none [unverified]. */
export function showTraffic(orderId: string, { query }: HosterRequest, { state }: Moment): Answer {
  const { label, traffic } = findDedicated(orderId, state);
  const period = query.get("period") ?? "month";
  const length = lookup(PERIODS, period);
  if (length === undefined) throw fieldErrors({ period: [`"${period}" is not a valid choice.`] });

  const days = Object.entries(lookup(traffic, query.get("port") ?? "0") ?? {}).sort(([a], [b]) => a.localeCompare(b));
  const newest = Date.parse(days.at(-1)?.[0] ?? "");
  const data = days
    .filter(([day]) => newest - Date.parse(day) < length)
    .map(([day, { input, output }]) => [day, { input: float(input), output: float(output) }]);
  return json(200, { data, order: `${orderId} ${label}`, period });
}

/** Bytes as floats [S3]. */
export function showTrafficUsed(orderId: string, { state }: Moment): Answer {
  const { label, limit, used, range_start, range_end } = findDedicated(orderId, state);
  const used_rate = limit === 0 ? 0 : used / limit;
  return json(200, {
    limit: float(limit),
    order: `${orderId} ${label}`,
    range_end,
    range_start,
    used: float(used),
    used_rate: float(used_rate),
  });
}

function findDedicated(orderId: string, state: Moment["state"]): FornexDedicated {
  const { dedicated } = findOrder(state, orderId);
  if (!dedicated) throw new Refusal(detail(404, "Not found."));
  return dedicated;
}
