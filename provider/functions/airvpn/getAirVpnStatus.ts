import { z } from "zod";
import type { Place } from "../../clients/airvpn/lenient";
import type { integer } from "../../integer";
import { defineFunction, type NoArguments } from "../contract";

/** AirVPN's public status (service `status`). AirVPN renews it about every minute. */
export interface GetAirVpnStatusResult {
  /** Servers to which devices connect. */
  servers: AirVpnServer[];
  /** Servers that only route. They show neither users nor addresses. */
  routing: AirVpnServer[];
  /** Totals for each country. */
  countries: AirVpnGroup[];
  /** Totals for each continent. */
  continents: AirVpnGroup[];
  /** Totals for all servers: one entry, the Earth. */
  planets: AirVpnGroup[];
}

/** The figures that servers and groups of servers have in common. */
export interface AirVpnLoad {
  /** Bandwidth in use, in Mbit/s. */
  bandwidth?: integer | undefined;
  /** Available bandwidth, in Mbit/s. */
  bandwidthMax?: integer | undefined;
  /** Connected users. */
  users?: integer | undefined;
  /** Load, in percent. It can exceed 100. */
  load?: integer | undefined;
  /** `ok`, `warning` or `error`. A server in `error` accepts no connection. */
  health: string;
  /** Reason why `health` is not `ok`; otherwise empty. */
  warning: string;
}

/** A server of AirVPN. */
export interface AirVpnServer extends AirVpnLoad {
  /** Name of the server. */
  name: string;
  /** Country of the server. */
  country: string;
  /** Code of that country, in lower case. */
  countryCode: string;
  /** Town of the server. */
  location: string;
  /** Continent of the server. */
  continent: string;
  /** IPv4 addresses to connect to. */
  ipv4: string[];
  /** IPv6 addresses to connect to. */
  ipv6: string[];
}

/** Totals for all servers of a country, a continent or the planet. */
export interface AirVpnGroup extends AirVpnLoad {
  /** Name of the country, continent or planet. */
  name: string;
  /** Code of the country, in lower case; empty for others. */
  countryCode: string;
  /** Name of the server that AirVPN recommends. It need not be the one with the lowest load. */
  serverBest: string;
  /** How many servers there are. */
  servers?: integer | undefined;
  /** Host names to connect to by IPv4. */
  ipv4: string[];
  /** Host names to connect to by IPv6. */
  ipv6: string[];
}

/** Service: status (seed 000), which needs no key. */
export const getAirVpnStatus = defineFunction<NoArguments, GetAirVpnStatusResult>({
  name: "getAirVpnStatus",
  hoster: "airvpn",
  schema: z.object({}),
  get: async (_none, cx) => {
    const { servers, routing, countries, continents, planets } = await cx.hosters.airvpn.public.status();
    return {
      servers: servers.map(serverInfo),
      routing: routing.map(serverInfo),
      countries: countries.map(groupInfo),
      continents: continents.map(groupInfo),
      planets: planets.map(groupInfo),
    };
  },
});

function serverInfo(place: Place): AirVpnServer {
  return {
    name: place.public_name,
    country: place.country_name,
    countryCode: place.country_code,
    location: place.location,
    continent: place.continent,
    ...loadOf(place),
    ...entries(place),
  };
}

function groupInfo(place: Place): AirVpnGroup {
  return {
    name: place.public_name || place.country_name,
    countryCode: place.country_code,
    serverBest: place.server_best,
    servers: place.servers,
    ...loadOf(place),
    ...entries(place),
  };
}

function loadOf({ bw, bw_max, users, currentload, health, warning }: Place): AirVpnLoad {
  return { bandwidth: bw, bandwidthMax: bw_max, users, load: currentload, health, warning };
}

function entries(place: Place): { ipv4: string[]; ipv6: string[] } {
  const { ip_v4_in1, ip_v4_in2, ip_v4_in3, ip_v4_in4, ip_v6_in1, ip_v6_in2, ip_v6_in3, ip_v6_in4 } = place;
  return {
    ipv4: [ip_v4_in1, ip_v4_in2, ip_v4_in3, ip_v4_in4].filter(Boolean),
    ipv6: [ip_v6_in1, ip_v6_in2, ip_v6_in3, ip_v6_in4].filter(Boolean),
  };
}
