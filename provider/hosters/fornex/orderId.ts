import { z } from "zod";
import type { ImportId } from "../../lifecycle/definition";

/** Number of an order, such as `34-177054`. */
export const orderId = z.string().regex(/^\d{1,9}-\d{1,12}$/, "must be the number of an order, such as 34-177054");

/** Names an order, or what an order has once. */
export const orderImportId = {
  form: "the order's number",
  example: "34-177054",
  parse: (text) => (orderId.safeParse(text).success ? { id: text, args: { orderId: text } } : undefined),
} satisfies ImportId<{ orderId: string }>;
