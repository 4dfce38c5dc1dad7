import { z } from "zod";

/** Number of an order, such as `34-177054`. */
export const orderId = z.string().regex(/^\d{1,9}-\d{1,12}$/, "must be the number of an order, such as 34-177054");

/** A day as Fornex takes it. */
export const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
