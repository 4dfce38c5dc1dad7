import { z } from "zod";
import { check } from "./check";
import { InvalidInput } from "./hoster";
import { type Answer, empty, json } from "./http";
import type { Json } from "./json";
import type { Simulation } from "./simulation";

/** Where the simulator itself is driven. */
export const ADMIN_PREFIX = "/_simulator";

type Endpoint = (simulation: Simulation, body: unknown) => Answer;

const advanceSchema = z.strictObject({ seconds: z.number() });

const ENDPOINTS: Readonly<Record<string, Endpoint>> = {
  "GET /state": (simulation) => json(200, plain(simulation.state())),
  "PATCH /state": (simulation, body) => {
    simulation.patch(body);
    return json(200, plain(simulation.state()));
  },
  "GET /requests": (simulation) => json(200, plain(simulation.requests.list())),
  "DELETE /requests": (simulation) => {
    simulation.requests.clear();
    return empty(204);
  },
  "POST /faults": (simulation, body) => {
    simulation.faults.add(body);
    return empty(204);
  },
  "DELETE /faults": (simulation) => {
    simulation.faults.clear();
    return empty(204);
  },
  "POST /advance": (simulation, body) => {
    simulation.advance(check(advanceSchema, body, "advance").seconds);
    return json(200, { now: new Date(simulation.clock.now()).toISOString() });
  },
  "POST /reset": (simulation) => {
    simulation.reset();
    return empty(204);
  },
};

/** The HTTP form of what the programmatic form does; mistakes are a 400 `{"error": …}`. */
export function administrate(simulation: Simulation, method: string, path: string, body: Buffer): Answer {
  const endpoint = Object.hasOwn(ENDPOINTS, `${method} ${path}`) ? ENDPOINTS[`${method} ${path}`] : undefined;
  if (!endpoint) return json(404, { error: "not found", endpoints: Object.keys(ENDPOINTS) });
  try {
    return endpoint(simulation, parse(body));
  } catch (error) {
    if (error instanceof InvalidInput) return json(400, { error: error.message });
    throw error;
  }
}

function parse(body: Buffer): unknown {
  if (body.length === 0) return undefined;
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    throw new InvalidInput("the body is not JSON");
  }
}

function plain(value: unknown): Json {
  return JSON.parse(JSON.stringify(value)) as Json;
}
