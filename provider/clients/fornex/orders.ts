import { z } from "zod";
import type { Http } from "../http/client";
import { optionalText } from "./loose";
import { allPages, pageOf } from "./pages";
import { lacking } from "./refusal";

const optionalTexts = z
  .array(z.string())
  .nullish()
  .transform((value) => value ?? undefined);

/** An order of a VPS. Dialect 0.1 shows no tags. */
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

/** What was ordered: what it is called, what it is, and how long it is paid for. */
export interface FornexOrders {
  /** All orders of the kind VPS; every page of them. */
  vps(): Promise<VpsOrder[]>;
  /** The numbers of all orders, of every kind; every page of them. */
  numbers(): Promise<string[]>;
  change(id: string, settings: OrderSettings): Promise<void>;
}

/** Orders in dialect 2.x. */
export class OrdersV2 implements FornexOrders {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  vps(): Promise<VpsOrder[]> {
    return allPages(this.#http, "/orders/vps/", "orders", {}, pageOf(vpsOrder), ({ id }) => id);
  }

  async numbers(): Promise<string[]> {
    const orders = await allPages(this.#http, "/orders/", "orders", {}, pageOf(anyOrder), ({ id }) => id);
    return orders.map(({ id }) => id);
  }

  async change(id: string, settings: OrderSettings): Promise<void> {
    await this.#http({
      effect: "repeatable",
      method: "PATCH",
      path: "/orders/{id}/",
      params: { id },
      body: { ...settings },
      answer: "none",
    });
  }
}

/** Orders in dialect 0.1. */
export class OrdersV01 implements FornexOrders {
  readonly #http: Http;

  constructor(http: Http) {
    this.#http = http;
  }

  /** A bare array of orders of every kind. */
  async vps(): Promise<VpsOrder[]> {
    const orders = await this.#http({ effect: "read", method: "GET", path: "/orders/list", answer: z.array(vpsOrder) });
    return orders.filter(({ type }) => type === "vps");
  }

  async numbers(): Promise<string[]> {
    const orders = await this.#http({ effect: "read", method: "GET", path: "/orders/list", answer: z.array(anyOrder) });
    return orders.map(({ id }) => id);
  }

  async change(): Promise<void> {
    throw lacking("orderName");
  }
}
