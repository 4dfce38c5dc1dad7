import { canonicalName } from "../../dnsName";
import type { Context } from "../../lifecycle/runtime/context";
import type { KiwiPtrState } from "./ptrModel";

/**
 * What the resources of a run know of what stood at an address before. KiwiVM shows the present PTR only, and a create after
 * a rename, or for a replacement, is told nothing of the state that another resource has of the same address.
 */
class PreviousPtrs {
  readonly #known = new Map<string, Map<string, string>>();

  /** The resource with this mark has the value in its state. */
  remember(id: string, owner: string, previousPtr: string): void {
    this.#known.set(id, this.#of(id).set(owner, previousPtr));
  }

  forget(id: string, owner: string): void {
    this.#known.get(id)?.delete(owner);
  }

  /** What other resources know. */
  ofOthers(id: string, owner: string): string[] {
    return [...this.#of(id)].filter(([mark]) => mark !== owner).map(([, previousPtr]) => previousPtr);
  }

  #of(id: string): Map<string, string> {
    return this.#known.get(id) ?? new Map();
  }
}

/** What this run knows of earlier PTRs. */
export function previousPtrs(cx: Context): PreviousPtrs {
  return cx.shared("kiwivm previous PTRs", () => new PreviousPtrs());
}

/** A resource releases an address that another one holds: one line, unless that one knows what stood there, too. */
export function tellPrevious(id: string, owner: string, { previousPtr }: KiwiPtrState, cx: Context): void {
  const others = previousPtrs(cx).ofOthers(id, owner).map(canonicalName);
  previousPtrs(cx).forget(id, owner);
  if (others.includes(canonicalName(previousPtr))) return;
  const knows = others.length === 0 ? "may not know that" : "does not know that";
  cx.report(
    previousPtr === ""
      ? `before this program set its PTR, the address had none that is known; the resource that manages it now ${knows}, and would not remove its own`
      : `before this program set its PTR, the address resolved to ${previousPtr}; the resource that manages it now ${knows}, and would not restore it`,
  );
}
