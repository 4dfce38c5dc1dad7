import type { Config } from "../config";
import { SETTINGS } from "../config/allSettings";
import { lazy } from "../lazy";
import { CONNECTIONS, type Hosters } from ".";
import { ClientFactory } from "./clientFactory";

/** Any hoster, as what is made with the settings of all. */
type AnyConnection = { connect: (factory: ClientFactory<typeof SETTINGS>) => unknown };

/** The hosters with these settings. */
export function connect(config: Config): Hosters {
  const factory = new ClientFactory(SETTINGS, config);
  const getters = Object.entries<AnyConnection>(CONNECTIONS).map(([name, connection]) => {
    const get = lazy(() => connection.connect(factory));
    return [name, { get, enumerable: true }];
  });
  return Object.defineProperties({}, Object.fromEntries(getters)) as Hosters;
}
