import { type Answer, json } from "../../http";
import type { Moment } from "../moment";
import { list, priced } from "../plans";

/* The plans of API version 0.1 [S3]: bare arrays. */

export function listBackups({ state: { plans, switches } }: Moment): Answer {
  const shown = Object.values(plans.backups);
  return json(
    200,
    shown.map(({ space, price }) => ({ price: priced(price, switches), space, units: "Gb" })),
  );
}

/** One location, as text. */
export function listDedicated({ state: { plans, switches } }: Moment): Answer {
  return list(plans.dedicated, (id, { price, locations, ...plan }) => {
    return { ...plan, id, price: priced(price, switches), location: Object.keys(locations)[0] ?? null };
  });
}

export function listVpn({ state: { plans, switches } }: Moment): Answer {
  return list(plans.vpn, (id, { available_locations, type, price }) => {
    return { available_locations, type, id, price: priced(price, switches) };
  });
}

export function listVps({ state: { plans, switches } }: Moment): Answer {
  return list(plans.vps, (id, { price, ...plan }) => ({ ...plan, id, price: priced(price, switches) }));
}

/** Disk space in megabytes: the seed has 1000 where the current API version has 1. */
export function listHosting({ state: { plans, switches } }: Moment): Answer {
  return list(plans.hosting, (id, { hdd_space, price, ...plan }) => {
    return { ...plan, hdd_space: hdd_space && hdd_space * 1000, id, price: priced(price, switches) };
  });
}
