import { checkFields, detail, fieldErrors, pageEnvelope, readFields, takePage } from "../drf";
import { type Answer, empty, type HosterRequest, json, Refusal } from "../http";
import { lookup } from "../json";
import type { Moment } from "./moment";
import { orderAnswer } from "./orderAnswers";
import { cancelSchema, orderChangeSchema } from "./orderInput";
import type { FornexOrder, FornexVps } from "./orderState";
import type { FornexState } from "./state";

/** Pages of 10 [fornex.md 0]; the largest size is unverified. */
const PAGE_SIZE = 10;
const MAX_PAGE_SIZE = 100;

/** Which orders are meant: all of them, or the virtual servers, which show more. */
export type OrderKind = "any" | "vps";

/** 404 when unknown [fornex.md 1]; its text is unverified. */
export function findOrder(state: FornexState, id: string, kind: OrderKind = "any"): FornexOrder {
  const order = lookup(state.orders, id);
  if (!order || (kind === "vps" && order.type !== "vps")) throw new Refusal(detail(404, "Not found."));
  return order;
}

/** Orders in these states are not served, by their names [fornex.md 2, unverified]. */
const IDLE = new Set(["unpaid", "pending", "expired", "disabled", "canceled", "blocked"]);

export function findVps(state: FornexState, id: string): FornexVps {
  const { status, vps } = findOrder(state, id);
  const hidden = state.switches.idleMachines === "missing" && IDLE.has(status);
  if (!vps || hidden) throw new Refusal(detail(404, "Not found."));
  return vps;
}

/** `cancel_mark` filters, `ordering` is by id unless "expired" is asked for [fornex.md 1]. */
export function listOrders(kind: OrderKind, request: HosterRequest, { state }: Moment): Answer {
  const { query } = request;
  const mark = query.get("cancel_mark")?.toLowerCase();
  const matching = Object.entries(state.orders)
    .filter(([, order]) => kind === "any" || order.type === kind)
    .filter(([, order]) => mark === undefined || order.cancel_mark === (mark === "true" || mark === "1"))
    .sort(sorting(query.get("ordering")))
    .map(([id, order]) => orderAnswer(id, order, state.switches, kind === "vps"));

  const page = takePage(matching, query, PAGE_SIZE, MAX_PAGE_SIZE);
  const origin = state.switches.foreignNext ? "https://fornex.invalid" : request.origin;
  const url = new URL(`${origin}/fornex/api/orders/${kind === "vps" ? "vps/" : ""}`);
  for (const [key, value] of query) if (key !== "apikey") url.searchParams.append(key, value);
  return json(200, pageEnvelope(page, matching.length, url));
}

type OrderEntry = [string, FornexOrder];

function sorting(ordering: string | null): (one: OrderEntry, other: OrderEntry) => number {
  if (ordering !== null && ordering !== "id" && ordering !== "expired") {
    throw fieldErrors({ ordering: [`"${ordering}" is not a valid choice.`] });
  }
  if (ordering === "expired") return ([, one], [, other]) => one.expiration_date.localeCompare(other.expiration_date);
  return ([one], [other]) => one.localeCompare(other, "en", { numeric: true });
}

export function showOrder(kind: OrderKind, id: string, { state }: Moment): Answer {
  return json(200, orderAnswer(id, findOrder(state, id, kind), state.switches, kind === "vps"));
}

/** Answers the three fields that can be changed, whichever were sent [fornex.md 1]. */
export function changeOrder(id: string, request: HosterRequest, { state }: Moment): Answer {
  const order = findOrder(state, id);
  const change = checkFields(orderChangeSchema(state.switches.emptyNameClears), readFields(request));
  const { ignores } = state.switches;
  if (change.name !== undefined && !ignores.includes("order.name"))
    order.name = change.name === "" ? null : change.name;
  if (change.tags && !ignores.includes("order.tags")) order.tags = change.tags;
  return json(200, { name: order.name ?? "", tags: [...order.tags], project: null });
}

/** Stops the renewal; only an unpaid order goes at once [fornex.md 1]. The texts are unverified. */
export function cancelOrder(id: string, request: HosterRequest, { state }: Moment): Answer {
  const order = findOrder(state, id);
  checkFields(cancelSchema, readFields(request));
  if (order.status === "unpaid") {
    delete state.orders[id];
    return json(200, { status: "canceled", message: "The order is canceled." });
  }
  order.cancel_mark = true;
  return json(200, { status: "cancel_pending", message: "The order ends with its paid term." });
}

export function keepOrder(id: string, { state }: Moment): Answer {
  findOrder(state, id).cancel_mark = false;
  return empty(204);
}

/** Off by default, and the simulated account was not granted it [fornex.md 1, trap 10]. */
export function refuseNewVps(): Answer {
  return detail(403, "You do not have permission to perform this action.");
}
