import { z } from "zod";

export { orderId } from "../../resources/fornex/orderId";

/** A day of the calendar, as Fornex takes it: `2026-01-31`. */
export const day = z.iso.date();
