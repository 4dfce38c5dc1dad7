import { z } from "zod";

export { orderId } from "../../hosters/fornex/orderId";

/** A day of the calendar, as Fornex takes it: `2026-01-31`. */
export const day = z.iso.date();
