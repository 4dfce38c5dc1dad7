import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from "node:net";

/** A request as the server got it. */
export interface Received {
  method: string;
  /** Path and query as they stood in the request line. */
  url: string;
  headers: IncomingMessage["headers"];
  body: string;
}

type Handler = (request: Received, response: ServerResponse, count: number) => void;

/**
 * A real HTTP server on this machine for the tests of one file: each test says how it answers. Requests of a test are
 * counted from 1.
 */
export function useHttpServer() {
  const received: Received[] = [];
  let handler: Handler;
  const server = createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8");
    request.on("data", (chunk: string) => {
      body += chunk;
    });
    request.on("end", () => {
      received.push({ method: request.method ?? "", url: request.url ?? "", headers: request.headers, body });
      handler(received[received.length - 1] as Received, response, received.length);
    });
  });

  beforeAll(() => listening(server));
  beforeEach(() => {
    received.length = 0;
    handler = (_, response) => response.writeHead(500).end("no handler set");
  });
  afterAll(() => {
    server.closeAllConnections();
    return closed(server);
  });

  return {
    received,
    get url() {
      return urlOf(server);
    },
    onRequest(next: Handler) {
      handler = next;
    },
    /** Answers of the first, second, … request; the last one for all that follow. */
    answers(...answers: { status?: number; headers?: Record<string, string>; body?: string | object }[]) {
      handler = (_, response, count) => {
        const { status = 200, headers = {}, body = "" } = answers[Math.min(count, answers.length) - 1] ?? {};
        response.writeHead(status, headers).end(typeof body === "string" ? body : JSON.stringify(body));
      };
    },
  };
}

/** A TCP server for what an HTTP server would never do. The connection number counts from 1. */
export async function withTcpServer<T>(
  onConnection: (socket: Socket, connection: number) => void,
  work: (url: string) => Promise<T>,
): Promise<T> {
  const sockets = new Set<Socket>();
  let connections = 0;
  const server = createTcpServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    connections++;
    onConnection(socket, connections);
  });
  await listening(server);
  try {
    return await work(urlOf(server));
  } finally {
    for (const socket of sockets) socket.destroy();
    await closed(server);
  }
}

/** A port of this machine on which nothing listens: one that was free a moment ago may be another test's by now. */
export const UNUSED_URL = "http://127.0.0.1:1";

function urlOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function listening(server: Server): Promise<void> {
  return new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}
