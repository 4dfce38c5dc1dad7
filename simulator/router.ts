import { detail, type Rendered, requireAcceptable } from "./drf";
import { type Answer, type HosterRequest, Refusal } from "./http";

export interface Call {
  readonly request: HosterRequest;
  /** The named parts of the path, unescaped. */
  readonly params: Readonly<Record<string, string>>;
}

/** One endpoint. `:name` in the path stands for one segment. */
export interface Route {
  readonly method: string;
  readonly path: string;
  /** Whether it answers without credentials; any that come are not looked at [unverified]. */
  readonly isPublic?: true;
  /** What it renders; JSON if left out. */
  readonly renders?: Rendered;
  readonly run: (call: Call) => Answer;
}

/** Where it is open what a hoster's Django does. */
export interface RouterSwitches {
  /** What becomes of `Accept`: see the hosters' switches. */
  readonly accept: "strict" | "text-as-json" | "ignored";
  /** Whether a write without its last slash is redirected, too. */
  readonly redirectWrites: boolean;
}

export interface RouterOptions {
  readonly prefix: string;
  readonly routes: readonly Route[];
  /** Throws a Refusal when the request carries no valid credentials. */
  readonly authenticate: (request: HosterRequest) => void;
  /** As they are now. */
  readonly switches: () => RouterSwitches;
}

/**
 * Path, `Accept`, credentials, method: the order of Django REST framework, so that a wrong key on an unknown path is a 404
 * and on a known one a 401.
 */
export function createRouter(options: RouterOptions): (request: HosterRequest) => Answer {
  const routes = options.routes.map((route) => ({ ...route, matches: matcher(route.path) }));

  function handle(request: HosterRequest): Answer {
    const candidates = routes.filter((route) => route.matches(request.path) !== undefined);
    if (candidates.length === 0) return withoutRoute(request);

    const method = request.method === "HEAD" ? "GET" : request.method;
    const route = candidates.find((candidate) => candidate.method === method);
    negotiate(request, (route ?? candidates[0])?.renders ?? "application/json");
    if (!route?.isPublic) options.authenticate(request);
    const params = route?.matches(request.path);
    if (!route || !params) return detail(405, `Method "${request.method}" not allowed.`);
    return route.run({ request, params });
  }

  function negotiate(request: HosterRequest, rendered: Rendered): void {
    const { accept } = options.switches();
    if (accept === "ignored") return;
    requireAcceptable(request, accept === "text-as-json" ? "application/json" : rendered);
  }

  /**
   * A forgotten slash is redirected by path alone, so a write is, too, whose body is lost on the way: Django's APPEND_SLASH,
   * where it is not debugging [fornex.md trap 6; vpsorg.md 0, unverified].
   */
  function withoutRoute(request: HosterRequest): Answer {
    const isRead = request.method === "GET" || request.method === "HEAD";
    const isRedirected = isRead || options.switches().redirectWrites;
    const slashed = `${request.path}/`;
    if (!isRedirected || !routes.some((route) => route.matches(slashed))) return detail(404, "Not found.");
    const query = request.query.size > 0 ? `?${request.query}` : "";
    return { status: 301, headers: { location: `${options.prefix}${slashed}${query}` }, body: "" };
  }

  return (request) => {
    try {
      return handle(request);
    } catch (error) {
      if (error instanceof Refusal) return error.answer;
      throw error;
    }
  };
}

/** Whether a path is that of a pattern, and if so, its named parts. */
export function matcher(pattern: string): (path: string) => Record<string, string> | undefined {
  const wanted = pattern.split("/");
  return (path) => {
    const given = path.split("/");
    if (given.length !== wanted.length) return undefined;
    const params: Record<string, string> = {};
    for (const [index, part] of wanted.entries()) {
      const segment = given[index] ?? "";
      if (!part.startsWith(":")) {
        if (part !== segment) return undefined;
        continue;
      }
      const value = unescapeSegment(segment);
      if (!value) return undefined;
      params[part.slice(1)] = value;
    }
    return params;
  };
}

function unescapeSegment(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
