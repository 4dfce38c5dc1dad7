import { once } from "node:events";
import type { ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { Faults } from "./faults";
import type { Hoster } from "./hoster";
import { type Answer, type Drop, type HosterRequest, json, refusal, text } from "./http";
import type { AnyHoster } from "./registry";
import type { Simulation } from "./simulation";

type Fault = NonNullable<ReturnType<Faults["take"]>>;

/** Has the hoster answer, or a fault in its place, and logs it. */
export async function deliver(
  simulation: Simulation,
  hoster: AnyHoster,
  request: HosterRequest,
  response: ServerResponse,
  closing: AbortSignal,
): Promise<void> {
  const fault = simulation.faults.take(hoster.name, request.method, request.path);
  const answer = fault ? answerDespite(fault, hoster, request) : hoster.handle(request);
  const isDropped = typeof answer === "string";
  const isCutAway = fault?.kind === "cut" && !isDropped && answer.body === "";
  const isReset = answer === "reset" || fault?.kind === "reset-after" || isCutAway;
  simulation.requests.add({
    hoster: hoster.name,
    method: request.method,
    path: request.path,
    status: isReset || isDropped ? 0 : answer.status,
    carriedOut: !isDropped && answer.status < 300 && !answer.isRefusal,
    userAgent: request.headers["user-agent"] ?? "",
    at: new Date(simulation.clock.now()).toISOString(),
  });

  if (isReset) return reset(response);
  if (isDropped) return hang(response, closing);
  if (fault?.kind === "cut") return cut(response, { ...answer, headers: dated(answer, simulation) });
  const delayMs = (1000 * (answer.delaySeconds ?? 0)) / simulation.clock.speed;
  const faultMs = fault?.kind === "slow" ? (fault.delayMs ?? 1000) : 0;
  if (delayMs + faultMs > 0) await sleep(delayMs + faultMs, undefined, { signal: closing });
  send(response, { ...answer, headers: dated(answer, simulation) });
}

/** The answer when this fault hits; except for the last line, nothing is carried out. */
function answerDespite(fault: Fault, hoster: Hoster, request: HosterRequest): Answer | Drop {
  if (fault.kind === "reset-before") return "reset";
  if (fault.kind === "status") return faultyStatus(fault);
  if (fault.kind === "html")
    return refusal(text(fault.status ?? 502, edgePage(fault.status ?? 502), "text/html; charset=UTF-8"));
  if (fault.kind === "lock" && hoster.locked) return hoster.locked(fault.times);
  return hoster.handle(request);
}

function faultyStatus(fault: Fault): Answer {
  const headers = fault.retryAfter === undefined ? {} : { "retry-after": String(fault.retryAfter) };
  return refusal(json(fault.status ?? 500, { detail: `Simulated status ${fault.status ?? 500}.` }, headers));
}

/** Something like what an edge proxy shows when it blocks, or when the server behind it does not answer [fornex.md trap 22]. */
function edgePage(status: number): string {
  return [
    "<!DOCTYPE html>",
    '<html lang="en-US"><head><title>Just a moment...</title><meta name="robots" content="noindex,nofollow"></head>',
    `<body><h1>Error ${status}</h1><p>Performance &amp; security by the edge</p></body></html>`,
    "",
  ].join("\n");
}

/** The time of an answer is the hoster's own (RFC 9110 section 6.6.1), that is the simulated one. */
function dated({ headers }: Answer, { clock }: Simulation): Answer["headers"] {
  return { ...headers, date: new Date(clock.now()).toUTCString() };
}

export function send(response: ServerResponse, answer: Answer): void {
  const length = Buffer.byteLength(answer.body);
  // RFC 9110: a 204 has no Content-Length.
  const headers = answer.status === 204 ? answer.headers : { ...answer.headers, "content-length": length };
  response.writeHead(answer.status, headers);
  response.end(answer.body);
}

/** The headers promise the whole body; half of it comes. */
function cut(response: ServerResponse, answer: Answer): void {
  const body = Buffer.from(answer.body);
  response.writeHead(answer.status, { ...answer.headers, "content-length": body.length });
  response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.destroy());
}

/** Until the client gives up. */
async function hang(response: ServerResponse, closing: AbortSignal): Promise<void> {
  await once(response, "close", { signal: closing });
}

function reset(response: ServerResponse): void {
  response.socket?.resetAndDestroy();
}
