import { z } from "zod";

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
