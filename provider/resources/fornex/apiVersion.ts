import type { FornexFeature } from "../../clients/fornex/apiVersion";
import type { Hosters } from "../../hosters";
import type { Issue } from "../../lifecycle/definition";

/** The arguments whose feature the configured API version lacks. */
export function lackingIn(hosters: Hosters, needs: Record<string, FornexFeature>): Issue[] {
  const { apiVersion, lacks } = hosters.fornex.client;
  return Object.entries(needs)
    .filter(([, feature]) => lacks.has(feature))
    .map(([argument]) => ({
      argument,
      problem: `cannot be said in Fornex's API version ${apiVersion} (vps:fornexApiVersion); leave it out, or use API version 2`,
    }));
}
