import { z } from "zod";
import type { integer } from "../../integer";
import { defineFunction, type NoArguments } from "../contract";

/** Everything that is ordered, of every kind (`GET /orders/`; `/orders/list` in API version 0.1). */
export interface GetFornexOrdersResult {
  /** All orders; a list of API version 2 is walked to its last page. */
  orders: FornexOrderInfo[];
}

/** An order: a VPS, a dedicated server, a domain, hosting and so on. Prices are in the account's currency. */
export interface FornexOrderInfo {
  /** Number of the order, such as `34-177054`. */
  orderId: string;
  /** Kind of the order as Fornex reports it, such as `vps`. */
  type: string;
  /** Name that the owner gave the order; empty if there is none. */
  name: string;
  /** Name of the tariff. */
  tariff: string;
  /** Number of the tariff. API version 0.1 only. */
  tariffId?: integer | undefined;
  /** Price of the tariff. */
  tariffPrice?: number | undefined;
  /** Host name; empty if there is none. */
  hostname: string;
  /** Addresses of the machine. */
  ipAddresses: string[];
  /** Status as Fornex reports it: `active`, `unpaid`, `expired`, … or an undocumented one. */
  status: string;
  /** Price per month. */
  costMonth?: number | undefined;
  /** Until when it is paid for, as Fornex writes it (API version 0.1 without time zone). */
  expiresAt: string;
  /** Tags. Empty in API version 0.1, which shows none. */
  tags: string[];
  /** Whether it ends when its term does. API version 2 only. */
  cancelMark?: boolean | undefined;
}

/** Endpoints: GET /orders/ (API version 2), GET /orders/list (0.1). */
export const getFornexOrders = defineFunction<NoArguments, GetFornexOrdersResult>({
  name: "getFornexOrders",
  hoster: "fornex",
  schema: z.object({}),
  get: async (_none, cx) => {
    const orders = await cx.hosters.fornex.client.reads.orders();
    return {
      orders: orders.map((order) => ({
        orderId: order.id,
        type: order.type,
        name: order.name,
        tariff: order.tariff,
        tariffId: order.tariff_id,
        tariffPrice: order.tariff_price,
        hostname: order.hostname,
        ipAddresses: order.ipaddress_set,
        status: order.status,
        costMonth: order.cost_month,
        expiresAt: order.expiration_date,
        tags: order.tags,
        cancelMark: order.cancel_mark,
      })),
    };
  },
});
