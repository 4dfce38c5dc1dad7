import { type Dispatcher, Pool, ProxyAgent } from "undici";
import { VpsError } from "../../errors/vpsError";
import { reasonOf } from "./networkError";
import type { HttpProxy } from "./proxy";

/** undici itself would wait for ever, whatever the signal of the request says. */
const ANSWER_TIMEOUT_SECONDS = 30;

/** The proxy let nothing through: of the request itself, nothing was sent. */
export class ProxyFailure extends VpsError {
  override readonly name = "ProxyFailure";
  /** Host and port. */
  readonly proxy: string;

  constructor(proxy: HttpProxy, problem: string) {
    const { host } = new URL(proxy.origin);
    super("http", `the proxy ${host}, which ${proxy.variable} names, ${problem}`);
    this.proxy = host;
  }
}

/** Sends through a tunnel that the proxy opens (CONNECT), so that the proxy sees nothing of what is sent. */
export function tunnelAgent(
  proxy: HttpProxy,
  options: { connectTimeout: number; keepAliveTimeout: number },
): Dispatcher {
  return new ProxyAgent({
    ...options,
    uri: proxy.origin,
    ...(proxy.authorization === undefined ? {} : { token: proxy.authorization }),
    proxyTunnel: true,
    // Only here can a failure of the proxy be told from one of the hoster: they have the same codes.
    clientFactory: (origin, poolOptions) => {
      const pool = new Pool(origin, poolOptions);
      const connect = pool.connect.bind(pool);
      return Object.assign(pool, {
        connect: async (wanted: Dispatcher.ConnectOptions<null>) => opened(proxy, wanted, connect),
      });
    },
  });
}

async function opened(
  proxy: HttpProxy,
  wanted: Dispatcher.ConnectOptions<null>,
  connect: (wanted: Dispatcher.ConnectOptions<null>) => Promise<Dispatcher.ConnectData<null>>,
): Promise<Dispatcher.ConnectData<null>> {
  const signal = AbortSignal.timeout(1000 * ANSWER_TIMEOUT_SECONDS);
  const answer = await connect({ ...wanted, signal }).catch((error: unknown) => {
    throw new ProxyFailure(proxy, signal.aborted ? SILENT : unreached(reasonOf(error).why));
  });
  if (answer.statusCode === 200) return answer;
  answer.socket.on("error", () => {}).destroy();
  throw new ProxyFailure(proxy, refused(proxy, wanted.path, answer.statusCode));
}

const SILENT = `did not answer within ${ANSWER_TIMEOUT_SECONDS} seconds. Check its address, and that it is running.`;

function unreached(why: string): string {
  return `could not be reached (${why}). Check its address, and that it is running.`;
}

function refused({ variable, authorization }: HttpProxy, target: string, status: number): string {
  if (status !== 407) {
    return `answered ${status} in place of a connection to ${target}. Ask whoever runs the proxy. NO_PROXY lists the hosts that are reached without it.`;
  }
  return authorization === undefined
    ? `answered 407: it requires a user name and a password. Write them into ${variable}, as http://user:password@host:port.`
    : `answered 407: it does not accept the user name and password in ${variable}. Correct them there, with special characters percent-encoded.`;
}
