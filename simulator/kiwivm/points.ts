import type { KiwivmPoints } from "./machineParts";
import type { KiwivmSettings } from "./settings";
import type { KiwivmMachine } from "./state";
import { isPast, later } from "./time";

const QUARTER_HOUR = 15 * 60;
const DAY = 24 * 60 * 60;

/** What is left in the two windows [kiwivm 1.4]. */
export function remaining({ used15min, used24h }: KiwivmPoints, { points15min, points24h }: KiwivmSettings) {
  return { remaining_points_15min: points15min - used15min, remaining_points_24h: points24h - used24h };
}

/** Takes the points a call costs; false when there were not enough left. */
export function charge({ points }: KiwivmMachine, cost: number, settings: KiwivmSettings, now: number): boolean {
  openWindows(points, now);
  const left = remaining(points, settings);
  if (left.remaining_points_15min < cost || left.remaining_points_24h < cost) return false;
  points.used15min += cost;
  points.used24h += cost;
  return true;
}

/** That a window starts with a request and not with the quarter of an hour is unverified. */
function openWindows(points: KiwivmPoints, now: number): void {
  if (isOver(points.since15min, QUARTER_HOUR, now)) Object.assign(points, { used15min: 0, since15min: null });
  if (isOver(points.since24h, DAY, now)) Object.assign(points, { used24h: 0, since24h: null });
  points.since15min ??= later(now, 0);
  points.since24h ??= later(now, 0);
}

function isOver(since: string | null, seconds: number, now: number): boolean {
  return since !== null && isPast(later(Date.parse(since), seconds), now);
}
