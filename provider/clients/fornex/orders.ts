import { z } from "zod";
import type { Http } from "../http/client";
import { getter } from "./get";
import { optionalText } from "./loose";
import { allPages, pageOf } from "./pages";
import { lacking } from "./refusal";

const optionalTexts = z
  .array(z.string())
  .nullish()
  .transform((value) => value ?? undefined);

/** An order of a VPS. API version 0.1 shows no tags. */
const vpsOrder = z.object({
  id: z.string(),
  type: optionalText,
  name: optionalText,
  tariff: optionalText,
  hostname: optionalText,
  ipaddress_set: optionalTexts,
  status: z.string(),
  tags: optionalTexts,
  expiration_date: optionalText,
});
export type VpsOrder = z.output<typeof vpsOrder>;

/** An order of any kind, as far as it is there. */
const anyOrder = z.object({ id: z.string() });

/** What can be changed of an order: needs the features `orderName` and `tags`. */
export interface OrderSettings {
  name?: string;
  tags?: string[];
}

const changedOrder = z.object({ name: z.string(), tags: z.array(z.string()) });

/** What was ordered: what it is called, what it is, and how long it is paid for. */
export interface FornexOrders {
  /** All orders of the kind VPS; every page of them. */
  vps(): Promise<VpsOrder[]>;
  /** The numbers of all orders, of every kind; every page of them. */
  numbers(): Promise<string[]>;
  /** Answers what the order then shows, if Fornex says it. */
  change(id: string, settings: OrderSettings): Promise<OrderSettings | undefined>;
}

/** Orders in API version 2.x. */
export function ordersV2(http: Http): FornexOrders {
  const idOf = ({ id }: { id: string }) => id;
  return {
    vps: () => allPages(http, "/orders/vps/", "orders", {}, pageOf(vpsOrder), idOf),
    numbers: async () => (await allPages(http, "/orders/", "orders", {}, pageOf(anyOrder), idOf)).map(idOf),
    change: (id, settings) =>
      http<OrderSettings | undefined>({
        effect: "repeatable",
        method: "PATCH",
        path: "/orders/{id}/",
        params: { id },
        body: { ...settings },
        answer: changedOrder,
        mayDiffer: true,
      }),
  };
}

/** Orders in API version 0.1: a bare array of orders of every kind. */
export function ordersV01(http: Http): FornexOrders {
  const get = getter(http);
  return {
    vps: async () => (await get("/orders/list", z.array(vpsOrder))).filter(({ type }) => type === "vps"),
    numbers: async () => (await get("/orders/list", z.array(anyOrder))).map(({ id }) => id),
    change: async () => {
      throw lacking("orderName");
    },
  };
}
