import { z } from "zod";

/** Number of an order, such as `34-177054`. */
export const orderId = z.string().regex(/^\d{1,9}-\d{1,12}$/, "must be the number of an order, such as 34-177054");
