import type { Config } from "../config";
import { SETTINGS } from "../config/settings";
import { lazy } from "../lazy";
import { CONNECTIONS, type Hosters } from ".";
import { Wiring } from "./wiring";

/** Any hoster, as what is made with the settings of all. */
type AnyConnection = { connect: (wiring: Wiring<typeof SETTINGS>) => unknown };

/** The hosters with these settings. */
export function connect(config: Config): Hosters {
  const wiring = new Wiring(SETTINGS, config);
  const getters = Object.entries<AnyConnection>(CONNECTIONS).map(([name, connection]) => {
    const get = lazy(() => connection.connect(wiring));
    return [name, { get, enumerable: true }];
  });
  return Object.defineProperties({}, Object.fromEntries(getters)) as Hosters;
}
