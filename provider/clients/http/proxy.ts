import { VpsError } from "../../errors/vpsError";
import { isThisMachine } from "../../loopback";

/** A proxy on the way to a hoster, as the environment names it. */
export interface HttpProxy {
  /** The environment variable that names it. */
  variable: string;
  /** Scheme, host and port; no credentials. */
  origin: string;
  /** Value of the header Proxy-Authorization, where the variable holds credentials. */
  authorization: string | undefined;
  /** Credentials, to be blotted out of everything we print. */
  secrets: string[];
}

/** All that {@link proxyFor} looks at. */
export const PROXY_VARIABLES = ["HTTPS_PROXY", "HTTP_PROXY", "NO_PROXY"].flatMap((name) => [name.toLowerCase(), name]);

type Environment = Record<string, string | undefined>;

/**
 * The proxy that the environment names for this URL: HTTPS_PROXY, else HTTP_PROXY, and NO_PROXY for exceptions, each also in
 * lower case, which wins. Throws a `config` error for one that cannot be used.
 */
export function proxyFor(url: URL, environment: Environment): HttpProxy | undefined {
  // A proxy elsewhere cannot reach this machine's own simulator.
  if (isThisMachine(url) || isExempt(url, either(environment, "NO_PROXY")?.value ?? "")) return undefined;
  const names = url.protocol === "https:" ? ["HTTPS_PROXY", "HTTP_PROXY"] : ["HTTP_PROXY"];
  const named = names.map((name) => either(environment, name)).find((found) => found?.value);
  return named && parsed(named.variable, named.value);
}

function either(environment: Environment, name: string): { variable: string; value: string } | undefined {
  for (const variable of [name.toLowerCase(), name]) {
    const value = environment[variable];
    if (value !== undefined) return { variable, value };
  }
  return undefined;
}

function parsed(variable: string, value: string): HttpProxy {
  // As curl and npm take it.
  const text = /^\w[\w+.-]*:\/\//.test(value.trim()) ? value.trim() : `http://${value.trim()}`;
  const url = URL.parse(text);
  // What else stands there may be the rest of a password with a special character in it.
  const rest = url && url.pathname.replace("/", "") + url.search + url.hash;
  if (!url || rest || !/^https?:$/.test(url.protocol)) throw unusable(variable);
  const user = decoded(variable, url.username);
  const password = decoded(variable, url.password);
  return {
    variable,
    origin: url.origin,
    authorization: user || password ? `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}` : undefined,
    secrets: [user, password, url.username, url.password].filter((secret) => secret !== ""),
  };
}

function decoded(variable: string, part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw unusable(variable);
  }
}

/** Never the value: it may hold a password. */
function unusable(variable: string): VpsError {
  return new VpsError(
    "config",
    `The environment variable ${variable} does not name a usable proxy. Write host:port, or http://user:password@host:port with special characters percent-encoded. https:// works, too; SOCKS does not. NO_PROXY lists the hosts that are reached without a proxy.`,
  );
}

/** Whether NO_PROXY lists the URL's host: itself or a domain above it, with or without a port; `*` is every host. */
function isExempt(url: URL, list: string): boolean {
  const host = bare(url.hostname);
  const port = url.port || (url.protocol === "https:" ? "443" : "80");
  return list.split(/[,\s]+/).some((entry) => {
    const only = /^(?:\[.+\]|[^:]+):(\d+)$/.exec(entry)?.[1];
    const name = only === undefined ? entry : entry.slice(0, -only.length - 1);
    if (name === "" || (only !== undefined && only !== port)) return false;
    const domain = bare(name.replace(/^\*?\./, ""));
    return name === "*" || (host === domain && !name.startsWith("*.")) || host.endsWith(`.${domain}`);
  });
}

function bare(host: string): string {
  return host
    .replace(/^\[(.+)\]$/, "$1")
    .replace(/(.)\.$/, "$1")
    .toLowerCase();
}
