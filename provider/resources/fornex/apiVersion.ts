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
      problem: `is not supported by Fornex's API version ${apiVersion} (vps:fornexApiVersion); omit it, or use API version 2`,
    }));
}
