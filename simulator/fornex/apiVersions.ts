import type { Answer, HosterRequest } from "../http";
import { createRouter, matcher } from "../router";
import { authenticate } from "./access";
import * as legacyAccess from "./legacy/access";
import { DNS_PREFIX, LEGACY_ROUTES } from "./legacy/routes";
import { bind, type FornexRoute, type Moment } from "./moment";
import { ROUTES } from "./routes";
import type { FornexSwitches } from "./switches";

/** Both API versions behind one prefix, told apart by path, method and where the key is. */
export function createApiVersions(prefix: string, moment: () => Moment): (request: HosterRequest) => Answer {
  const switches = () => moment().state.switches;
  const current = createRouter({ prefix, routes: bind(ROUTES, moment), authenticate, switches });
  const legacy = createRouter({
    prefix,
    routes: bind(LEGACY_ROUTES, moment),
    authenticate: legacyAccess.authenticate,
    switches,
  });
  return (request) => (isLegacy(request, switches()) ? legacy(request) : current(request));
}

const currentPaths = withMatcher(ROUTES);
const legacyPaths = withMatcher(LEGACY_ROUTES);

/**
 * A path of both API versions is the old one's when the key comes as the parameter, and nothing in the header. Without
 * its last slash it is nobody's, but redirected by whose it would be.
 */
function isLegacy(request: HosterRequest, switches: FornexSwitches): boolean {
  if (switches.legacy === "none") return false;
  if (switches.legacy === "no-dns" && request.path.startsWith(DNS_PREFIX)) return false;
  const path = [request.path, `${request.path}/`].find((one) =>
    [...legacyPaths, ...currentPaths].some(({ matches }) => matches(one)),
  );
  if (path === undefined) return false;
  const candidates = legacyPaths.filter(({ matches }) => matches(path));
  if (candidates.length === 0) return false;
  if (!currentPaths.some(({ matches }) => matches(path))) return true;
  const isKnown = candidates.some(({ method }) => method === request.method);
  const hasParameter = legacyAccess.parameterKey(request) !== undefined;
  return isKnown && hasParameter && request.headers.authorization === undefined;
}

function withMatcher(routes: readonly FornexRoute[]) {
  return routes.map(({ method, path }) => ({ method, matches: matcher(path) }));
}
