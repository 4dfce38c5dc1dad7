import { type HosterRequest, json, Refusal } from "../../http";
import { API_KEY } from "../access";
import { ERRORS } from "./errors";

/** A missing or wrong key is a 403 in API version 0.1 [S3]; its body is unverified. */
export function authenticate(request: HosterRequest): void {
  if (parameterKey(request) !== API_KEY) throw new Refusal(json(403, { error: ERRORS.denied }));
}

/** The parameter `apikey`: in the query of GET, in the form of POST [S3]. */
export function parameterKey({ method, form, query }: HosterRequest): string | undefined {
  return (method === "POST" ? form : query).get("apikey") ?? undefined;
}
