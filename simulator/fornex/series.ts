import type { Json } from "../json";
import type { FornexSwitches } from "./switches";

/** From when to when, in simulated milliseconds. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Series {
  /** What stands beside the data. */
  readonly style: Readonly<Record<string, Json>>;
  readonly values: readonly (number | null)[];
}

/** The seed's `pointInterval` [S3]; that longer spans get a wider one is unverified. */
const INTERVAL = 300_000;
const MAX_POINTS = 288;

/**
 * The curves of each field. The traffic's names and colours are the seed's [S3]; the other names, and all units, are
 * unverified.
 */
const CURVES: Readonly<Record<string, readonly { style: Record<string, Json>; level: number }[]>> = {
  cpu: [{ style: { name: "CPU" }, level: 23.5 }],
  memory: [{ style: { name: "Memory" }, level: 812.25 }],
  disk: [{ style: { name: "Disk" }, level: 3.5 }],
  inodes: [{ style: { name: "Inodes" }, level: 61_234 }],
  io: [
    { style: { name: "Read" }, level: 12.5 },
    { style: { name: "Write" }, level: 40.25 },
  ],
  traffic: [
    { style: { name: "Incoming", color: "#60B5FF" }, level: 65_379.49276 },
    { style: { name: "Outgoing", color: "#61D561", type: "areaspline" }, level: 4_575.14841552 },
  ],
};

export function intervalOf({ start, end }: Span): number {
  return INTERVAL * Math.max(1, Math.ceil((end - start) / INTERVAL / MAX_POINTS));
}

/** The curves of a field over a span; undefined for a field that does not exist. */
export function seriesOf(field: string, span: Span, { statistics }: FornexSwitches): Series[] | undefined {
  const curves = Object.hasOwn(CURVES, field) ? CURVES[field] : undefined;
  if (statistics === "empty") return curves && [];
  const times = timesOf(span);
  return curves?.map(({ style, level }) => ({
    style,
    values: times.map((_, index) => (statistics === "gaps" && index % 3 === 1 ? null : wave(level, index))),
  }));
}

/** When each value was measured. */
export function timesOf(span: Span): number[] {
  const interval = intervalOf(span);
  const count = Math.floor((span.end - span.start) / interval) + 1;
  return Array.from({ length: count }, (_, index) => span.start + index * interval);
}

/** Invented, and the same at every asking. */
function wave(level: number, index: number): number {
  return level * (1 + (index % 12) / 100);
}

const MINUTE = new Intl.DateTimeFormat("en-US", {
  dateStyle: "long",
  timeStyle: "short",
  hourCycle: "h23",
  timeZone: "UTC",
});

/** Like the seed's, which is in Moscow's time [S3]. */
export function subtitle({ start, end }: Span): string {
  return `${minute(start)} - ${minute(end)} (UTC)`;
}

function minute(time: number): string {
  return MINUTE.format(time).replace(" at ", ", ");
}
