import type { Internal, Recorded } from "../../../provider/lifecycle/record";

/** What a stack holds of a resource of ours whose program gives no optional argument, unless `internal` says otherwise. */
export function recorded<S extends object>(properties: S, internal: Partial<Internal> = {}): Recorded<S> {
  return { properties, internal: { specified: [], owner: "mine", account: "0123456789abcdef", ...internal } };
}
