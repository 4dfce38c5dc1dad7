import { detail } from "../drf";
import { type HosterRequest, Refusal } from "../http";

/** The only key that opens the simulated account: `<prefix>.<secret>` [fornex.md 0]. */
export const API_KEY = "simulated.0123456789abcdef";

/** A missing, invalid or unprefixed key is a 401 [fornex.md 0]. The text for an invalid one is unverified. */
export function authenticate(request: HosterRequest): void {
  const given = headerKey(request) ?? parameterKey(request);
  if (given === undefined) throw new Refusal(detail(401, "Authentication credentials were not provided."));
  if (given !== API_KEY) throw new Refusal(detail(401, "Invalid API key."));
}

function headerKey(request: HosterRequest): string | undefined {
  return /^Api-Key (.*)$/.exec(request.headers.authorization ?? "")?.[1];
}

/** The parameter `apikey` still works, discouraged [fornex.md 0]. */
function parameterKey(request: HosterRequest): string | undefined {
  const inQuery = request.query.get("apikey");
  return inQuery ?? request.form.get("apikey") ?? undefined;
}
