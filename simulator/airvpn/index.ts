import type { Clock } from "../clock";
import { detail } from "../drf";
import { type Answer, type Drop, type HosterRequest, json, refusal } from "../http";
import { lookup } from "../json";
import { StatefulHoster, type StateRules } from "../statefulHoster";
import type { WorldName } from "../world";
import { API_KEY, authenticate, Parameters } from "./access";
import { failure, success } from "./answers";
import { AirvpnError } from "./errors";
import { inFormat } from "./formats";
import { admit } from "./limit";
import { patchState } from "./patch";
import { SERVICES } from "./services";
import type { AirvpnState } from "./state";
import { WORLDS } from "./worlds";

export type { AirvpnLimit } from "./limit";
export type { AirvpnNotification, AirvpnServer, AirvpnSession, AirvpnState, AirvpnUser } from "./state";
export type { AirvpnSwitches } from "./switches";

const PREFIX = "/airvpn/api";

const RULES: StateRules<AirvpnState> = { worlds: WORLDS, patch: patchState, settle: () => {} };

/** AirVPN: the member, its sessions, its messages to itself, and the public status [S0; airvpn 2.1-2.5]. */
export class Airvpn extends StatefulHoster<AirvpnState> {
  readonly name = "airvpn";
  readonly prefix = PREFIX;
  readonly secrets = [API_KEY];

  constructor(clock: Clock, world: WorldName) {
    super(clock, world, RULES);
  }

  env(url: string): Record<string, string> {
    return { AIRVPN_API_KEY: API_KEY, AIRVPN_API_URL: url + PREFIX };
  }

  handle(request: HosterRequest): Answer | Drop {
    const { state, now } = this.present();
    if (!admit(state.limit, now)) return banned(state);
    if (!["GET", "POST"].includes(request.method)) return detail(405, "Method not allowed."); // unverified
    if (!request.path.endsWith("/")) return redirect(request);

    const parameters = new Parameters(request);
    return answer(request, parameters, state, now);
  }
}

/** Status 200 also for failures [airvpn 2.2]. */
function answer(request: HosterRequest, parameters: Parameters, state: AirvpnState, now: number): Answer {
  const format = parameters.get("format");
  try {
    const service = lookup(SERVICES, serviceName(request, parameters));
    if (!service) throw new AirvpnError("Unknown service");
    if (!service.isPublic) authenticate(request, parameters);
    return inFormat(format, success(service.run({ state, parameters, now }), state.switches));
  } catch (error) {
    if (error instanceof AirvpnError) return refusal(inFormat(format, failure(error.message, state.switches)));
    throw error;
  }
}

/** `/userinfo/`, or in an older form `/?service=userinfo` [S0; airvpn 2.1]. */
function serviceName({ path }: HosterRequest, parameters: Parameters): string {
  return path === "/" ? (parameters.get("service") ?? "") : path.slice(1, -1);
}

/** The documents always write the slash at the end; that one is asked for is unverified. */
function redirect({ path, query }: HosterRequest): Answer {
  const search = query.size > 0 ? `?${query}` : "";
  return { status: 301, headers: { location: `${PREFIX}${path}/${search}` }, body: "" };
}

function banned({ switches }: AirvpnState): Answer | Drop {
  if (switches.banned === "429") return json(429, { detail: "Too many requests." });
  if (switches.banned === "error") return refusal(json(200, failure("Too many requests", switches)));
  return switches.banned;
}
