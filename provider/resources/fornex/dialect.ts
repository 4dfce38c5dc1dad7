import type { FornexFeature } from "../../clients/fornex/dialect";
import type { Hosters } from "../../hosters";
import type { Issue } from "../../lifecycle/contract";

/** The arguments whose feature the configured dialect lacks. */
export function lackingIn(hosters: Hosters, needs: Record<string, FornexFeature>): Issue[] {
  const { dialect, lacks } = hosters.fornex.client;
  return Object.entries(needs)
    .filter(([, feature]) => lacks.has(feature))
    .map(([argument]) => ({
      argument,
      problem: `cannot be said in Fornex's dialect ${dialect} (vps:fornexDialect); leave it out, or use dialect 2`,
    }));
}
