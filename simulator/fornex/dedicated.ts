import { z } from "zod";
import { detail, fieldErrors } from "../drf";
import { type Answer, type HosterRequest, json, Refusal } from "../http";
import { float, lookup } from "../json";
import type { Moment } from "./moment";
import { findOrder } from "./orders";

/** Bytes of a day. */
export interface FornexDayTraffic {
  input: number;
  output: number;
}

/** The machine behind an order of a dedicated server. */
export interface FornexDedicated {
  /** How statistics call it, after the order's id: "DS HyperXeon (example.net)". */
  label: string;
  /** By port number, then by date. */
  traffic: Record<string, Record<string, FornexDayTraffic>>;
  /** Bytes in the current range. */
  used: number;
  limit: number;
  range_start: string;
  range_end: string;
}

const date = z.iso.date();
const bytes = z.number().min(0).default(0);

export const dedicatedPatch = z.strictObject({
  label: z.string().default("DS HyperXeon (example.net)"),
  traffic: z
    .record(
      z.string().regex(/^\d{1,3}$/, "ports are numbers"),
      z.record(date, z.strictObject({ input: bytes, output: bytes })),
    )
    .default({}),
  used: bytes,
  limit: z.number().min(0).default(14_293_651_161_088),
  range_start: date.default("2015-10-21"),
  range_end: date.default("2015-11-21"),
});

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
