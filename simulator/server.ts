import type { ServerResponse } from "node:http";
import fastify, { type FastifyError, type FastifyRequest } from "fastify";
import { ADMIN_PREFIX, administrate } from "./admin";
import { deliver, send } from "./delivery";
import { readForm } from "./form";
import { type HosterRequest, json } from "./http";
import type { Simulation } from "./simulation";

const HOST = "127.0.0.1";
const BODY_LIMIT = 1024 * 1024;

/** A running server; no library's types in it, because its declaration ships. */
export interface RunningServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves a simulation on 127.0.0.1; port 0 takes a free one. */
export async function serve(simulation: Simulation, port: number): Promise<RunningServer> {
  const closing = new AbortController();
  // Connections that clients keep alive must not keep the simulator from closing.
  const app = fastify({ bodyLimit: BODY_LIMIT, forceCloseConnections: true, exposeHeadRoutes: false });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", { parseAs: "buffer" }, (_request, body, done) => done(null, body));
  app.setErrorHandler<FastifyError>((error, _request, reply) =>
    reply.code(error.statusCode ?? 500).send({ detail: error.message }),
  );
  app.all("*", async (request, reply) => {
    reply.hijack();
    try {
      await answer(simulation, request, reply.raw, closing.signal);
    } catch (error) {
      if (closing.signal.aborted) return;
      send(reply.raw, json(500, { detail: `The simulator failed: ${String(error)}` }));
    }
  });

  const url = await app.listen({ host: HOST, port });
  return {
    url,
    async close() {
      closing.abort();
      await app.close();
    },
  };
}

async function answer(
  simulation: Simulation,
  request: FastifyRequest,
  response: ServerResponse,
  closing: AbortSignal,
): Promise<void> {
  const url = new URL(`http://${HOST}${request.raw.url ?? "/"}`);
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);

  const adminPath = below(ADMIN_PREFIX, url.pathname);
  if (adminPath !== undefined) return send(response, administrate(simulation, request.method, adminPath, body));

  const hoster = simulation.hosters.find((candidate) => below(candidate.prefix, url.pathname) !== undefined);
  if (!hoster) return send(response, json(404, { detail: "Not found." }));
  const asked: HosterRequest = {
    method: request.method,
    path: url.pathname.slice(hoster.prefix.length),
    query: url.searchParams,
    headers: singleHeaders(request),
    body,
    form: await readForm(request.headers["content-type"], body),
    origin: `http://${request.headers.host ?? HOST}`,
  };
  await deliver(simulation, hoster, asked, response, closing);
}

/** The path below a prefix, with its leading slash. */
function below(prefix: string, path: string): string | undefined {
  return path.startsWith(`${prefix}/`) ? path.slice(prefix.length) : undefined;
}

function singleHeaders(request: FastifyRequest): Record<string, string | undefined> {
  const entries = Object.entries(request.headers).map(([name, value]) => [
    name,
    Array.isArray(value) ? value[0] : value,
  ]);
  return Object.fromEntries(entries);
}
