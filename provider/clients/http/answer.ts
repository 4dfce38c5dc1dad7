import { type Busy, HttpError, type HttpFailure } from "../../errors/httpError";
import { type Call, nameOf, type Refusal } from "./call";
import type { RawAnswer } from "./exchange";
import { redact } from "./redact";
import type { Endpoint } from "./send";

const LONGEST_DETAIL = 300;

/** Turns a raw answer into the documented one, or into a typed error that says what to do next. */
export function interpret<T>(endpoint: Endpoint, call: Call<T>, raw: RawAnswer): T {
  const what = `${endpoint.hoster}: ${nameOf(call)} answered ${raw.status}`;
  const fail = (kind: HttpFailure, text: string, busy?: Busy) =>
    new HttpError(kind, text, { status: raw.status, retryAfter: seconds(raw.retryAfter), busy });

  if (raw.status < 200 || raw.status > 299) {
    const kind = kindOf(raw);
    throw fail(kind, sentence(endpoint, call, what, { kind, detail: detailOf(raw.text) }));
  }
  const unreadable = (looks: string) =>
    fail("unreadable", `${what} with ${looks} in place of JSON. Check whether a proxy or a maintenance page answered.`);
  // Also where the body does not matter: what answered was not the hoster.
  if (isHtml(raw.text)) throw unreadable("an HTML page");
  const json = parsedJson(raw.text);
  const refusal = (call.refusal ?? endpoint.refusal)?.(json);
  if (refusal) throw fail(refusal.kind, sentence(endpoint, call, what, refusal), refusal.busy);
  if (call.answer === "none") return undefined as T;
  const unexpected = (where: string, how: string) =>
    fail("unexpected", `${what}, but ${where} is not as documented (${how}). Check that the URL is that of the API.`);
  if (call.answer === "empty") {
    // Whoever has something to say may have done something else than what was asked.
    if (raw.text.trim() !== "") throw unexpected("the answer", "text in place of nothing");
    return undefined as T;
  }
  if (call.answer === "text") {
    if (json !== undefined) throw unexpected("the answer", "JSON in place of text");
    if (raw.text.trim() === "") throw unexpected("the answer", "nothing in place of text");
    return raw.text as T;
  }
  const parsed = call.answer.safeParse(json);
  if (call.mayDiffer) return parsed.data as T;
  if (json === undefined) throw unreadable("text that is not JSON");
  if (parsed.success) return parsed.data;
  const first = parsed.error.issues[0];
  throw unexpected(first?.path.join(".") || "the answer", first?.message ?? "");
}

/** What was answered, in the hoster's words if they may be quoted, and what to do about it. */
function sentence(endpoint: Endpoint, call: Call<unknown>, what: string, refusal: Refusal): string {
  const words = call.unquoted ? unquoted(refusal) : quoted(endpoint, call, refusal);
  return `${what}${words && `: ${words}`}. ${adviceFor(refusal.kind, endpoint, call)}`.trimEnd();
}

function quoted(endpoint: Endpoint, call: Call<unknown>, { detail }: Refusal): string {
  // Blotted out before it is shortened: half a secret would not be found any more.
  return shortened(
    redact(detail, endpoint.words ?? [], endpoint.secrets, call.params, call.query, call.body, call.form),
  );
}

function unquoted({ plain }: Refusal): string {
  const unsaid = "its message may hold a secret, so it is not shown";
  return plain === undefined ? unsaid : `${plain}; ${unsaid}`;
}

/** Undefined for text that is not JSON. */
function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function kindOf(raw: RawAnswer): HttpFailure {
  switch (raw.status) {
    case 401:
      return "unauthorized";
    case 402:
      return "payment";
    case 403:
      return isHtml(raw.text) ? "blocked" : "forbidden";
    case 404:
      return "not-found";
    case 408:
      return "broken";
    case 429:
      return "rate-limited";
    default:
      return raw.status >= 500 ? "server" : "rejected";
  }
}

function adviceFor(kind: HttpFailure, endpoint: Endpoint, call: Call<unknown>): string {
  switch (kind) {
    case "unauthorized":
      return unaccepted(endpoint);
    case "forbidden": {
      const lacking = `The account or the credential lacks this permission. Ask for it in ${endpoint.hoster}'s panel or at its support.`;
      return endpoint.forbidsUnknown ? `${unaccepted(endpoint)} Or: ${lacking}` : lacking;
    }
    case "blocked":
      return `The protection in front of ${endpoint.hoster} blocked the request, not ${endpoint.hoster} itself. Try from another network.`;
    case "payment":
      return `The account's credit does not cover this. Nothing was ordered. Add credit at ${endpoint.hoster}, then run again.`;
    case "not-found":
      return call.params || call.query || call.form || call.body
        ? `Check the number or name. If it is right, check ${endpoint.hoster}'s address in the configuration.`
        : `Check ${endpoint.hoster}'s address in the configuration.`;
    case "refused":
      // What the words mean is not known, but only what is named in the path can be missing.
      return call.params ? "If that means that the object does not exist, check its number or name." : "";
    case "rate-limited":
      return "Rate limit reached. Run again later.";
    case "locked":
      return `${endpoint.hoster} is working on the machine and accepts no other request meanwhile. Run again when it is done.`;
    case "server":
      return `That is a fault at ${endpoint.hoster}. Run again later.`;
    default:
      return "";
  }
}

function unaccepted({ hoster, credential }: Endpoint): string {
  const where = credential ? ` It is set as ${credential}.` : "";
  return `${hoster} does not accept the credential. Check that it is complete, not expired, and from this account.${where}`;
}

/** The hoster's own words out of an error body: `detail`, `message`, `error`, or field errors in DRF style. */
function detailOf(text: string): string {
  if (isHtml(text)) return "an HTML page";
  const json = parsedJson(text);
  if (json === undefined) return text;
  if (typeof json !== "object" || json === null) return String(json);
  const fields = Object.entries(json).map(([key, value]) => {
    const words = (Array.isArray(value) ? value : [value])
      .map((one) => (typeof one === "string" ? one : JSON.stringify(one)))
      .join(" ");
    return ["detail", "message", "error", "non_field_errors"].includes(key) ? words : `${key}: ${words}`;
  });
  return fields.join("; ");
}

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, " ").trim().replace(/\.$/, "");
  return line.length > LONGEST_DETAIL ? `${line.slice(0, LONGEST_DETAIL)}…` : line;
}

function isHtml(text: string): boolean {
  return /^\s*</.test(text);
}

function seconds(retryAfter: string | undefined): number | undefined {
  if (retryAfter === undefined || retryAfter.trim() === "") return undefined;
  const number = Number(retryAfter);
  if (Number.isFinite(number)) return Math.max(0, number);
  const date = Date.parse(retryAfter);
  return Number.isNaN(date) ? undefined : Math.max(0, (date - Date.now()) / 1000);
}
