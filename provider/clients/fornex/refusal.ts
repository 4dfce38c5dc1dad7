import { VpsError } from "../../errors/vpsError";
import type { Refusal } from "../http/call";
import type { FornexFeature } from "./apiVersion";

/**
 * API version 0.1: the error inside an answer with status 200. It is localised and documented nowhere, so it is shown
 * and never looked into.
 */
export function refusalIn(json: unknown): Refusal | undefined {
  if (typeof json !== "object" || json === null || !("error" in json)) return undefined;
  const { error } = json;
  if (error === null || error === "" || error === false) return undefined;
  return { kind: "refused", detail: typeof error === "string" ? error : JSON.stringify(error) };
}

/** API version 0.1 is asked for what it has no call for, though check should have asked first. */
export function lacking(feature: FornexFeature): VpsError {
  return new VpsError(
    "refused",
    `Fornex's API version 0.1 has no call for this (${feature}). Use API version 2: set vps:fornexApiVersion to 2.`,
  );
}
