import { type Answer, json } from "../../http";
import type { Moment } from "../moment";
import { orderAnswer } from "./answers";

/** A bare array of every kind of order [S3]. */
export function listOrders({ state }: Moment): Answer {
  const orders = Object.entries(state.orders).map(([id, order]) => orderAnswer(id, order));
  return json(200, orders);
}
