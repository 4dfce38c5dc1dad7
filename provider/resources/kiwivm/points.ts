import { isHttp } from "../../errors/httpError";
import { VpsError } from "../../errors/vpsError";
import type { Context } from "../../lifecycle/context";
import { whenUnlocked } from "./machines";

/** Beginning something, waiting for it and what comes after needs some requests; what a request costs is not documented. */
const LEAST_POINTS = 20;

/** What is begun must be followed to its end, so there must be requests left. Old systems lack the call. */
export async function requirePoints(cx: Context, veid: string, what: string): Promise<void> {
  const { client } = cx.hosters.kiwivm(veid);
  const left = await whenUnlocked(cx, veid, () => client.pointsLeft()).catch((error: unknown) => {
    if (isHttp(error, "refused")) return LEAST_POINTS;
    throw error;
  });
  if (left >= LEAST_POINTS) return;
  throw new VpsError(
    "refused",
    `KiwiVM takes only ${left} more requests for machine ${veid} for now, too few to ${what} and see it through. Run again in a quarter of an hour, or tomorrow if that does not help.`,
  );
}
