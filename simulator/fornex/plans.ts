import { type Answer, json } from "../http";
import { float, type Json } from "../json";
import type { Moment } from "./moment";
import type { FornexSwitches } from "./switches";

/*
 * The plans of API version 2.x: bare arrays, for everybody to see; their paths have no slash at the end [fornex.md 1,
 * 2].
 */

export function listBackups({ state: { plans, switches } }: Moment): Answer {
  const shown = Object.values(plans.backups);
  return json(
    200,
    shown.map(({ space, price }) => ({ space, price: priced(price, switches), units: "GB" })),
  );
}

export function listDedicated({ state: { plans, switches } }: Moment): Answer {
  return list(plans.dedicated, (id, { price, locations, ...plan }) => {
    return { id, ...plan, price: priced(price, switches), locations: Object.entries(locations) };
  });
}

/** `disk_class` is null in the example, against the schema [fornex.md trap 18]. */
export function listVps({ state: { plans, switches } }: Moment): Answer {
  return list(plans.vps, (id, { price, ...plan }) => ({
    id,
    ...plan,
    price: priced(price, switches),
    disk_class: null,
  }));
}

export function listHosting({ state: { plans, switches } }: Moment): Answer {
  return list(plans.hosting, (id, { name, sites, cpu_cores, hdd_space, price, available_locations }) => {
    return { id, name, sites, cpu_cores, hdd_space, price: priced(price, switches), available_locations };
  });
}

/** A bare array, every plan with its id. */
export function list<Plan>(plans: Record<string, Plan>, show: (id: number, plan: Plan) => Json): Answer {
  return json(
    200,
    Object.entries(plans).map(([id, plan]) => show(Number(id), plan)),
  );
}

/** A float [S3]. */
export function priced(price: number, { planPrices }: FornexSwitches): Json {
  return planPrices === "text" ? price.toFixed(2) : float(price);
}
