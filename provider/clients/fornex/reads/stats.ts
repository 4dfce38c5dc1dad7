import { z } from "zod";
import { anything, lenientList, lenientMap, lenientNumber, lenientText, lenientThing } from "../../lenient";

/** What both API versions tell of a VPS over time. */
export interface Stats {
  subtitle: string;
  series: Series[];
}

/** One line of a chart. */
export interface Series {
  name: string;
  points: Point[];
}

/** `time` in milliseconds since 1970. */
export interface Point {
  time?: number | undefined;
  value?: number | undefined;
}

/** API version 2.x: pairs of time and value. */
const pair = z
  .tuple([lenientNumber, lenientNumber])
  .or(anything.transform(() => [undefined, undefined] as const))
  .transform(([time, value]): Point => ({ time, value }));

export const statsV2: z.ZodType<Stats> = lenientThing({
  subtitle: lenientText,
  series: lenientList(
    lenientMap({ name: lenientText, data: lenientList(pair) }).transform(({ name, data }) => ({ name, points: data })),
  ),
});

/** API version 0.1: bare values, with the time of the first and the time between two. */
const seriesV01 = lenientMap({
  name: lenientText,
  data: gaps(),
  pointStart: lenientNumber,
  pointInterval: lenientNumber,
}).transform(({ name, data, pointStart, pointInterval }): Series => {
  const timeOf = (index: number) =>
    pointStart === undefined || pointInterval === undefined ? undefined : pointStart + index * pointInterval;
  return { name, points: data.map((value, index) => ({ time: timeOf(index), value })) };
});

export const statsV01: z.ZodType<Stats> = lenientThing({ subtitle: lenientText, series: lenientList(seriesV01) });

/** A list whose empty places count, since the place of a value is its time. */
function gaps() {
  return anything.transform((value) => (Array.isArray(value) ? value : [])).pipe(z.array(lenientNumber));
}
