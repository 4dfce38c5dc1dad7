import { z } from "zod";
import { shownBoolean, shownMap, shownNumber, shownText, shownThing, shownThings } from "../shown";
import { done } from "./schemas";

/** A session. Addresses come under the documented name, and by kind in newer answers. */
const session = shownThing({
  device_name: shownText,
  device_description: shownText,
  vpn_ip: shownText,
  vpn_ipv4: shownText,
  vpn_ipv6: shownText,
  exit_ip: shownText,
  exit_ipv4: shownText,
  exit_ipv6: shownText,
  entry_ip: shownText,
  entry_ipv4: shownText,
  entry_ipv6: shownText,
  server_name: shownText,
  server_country: shownText,
  server_country_code: shownText,
  server_continent: shownText,
  server_location: shownText,
  server_bw: shownNumber,
  bytes_read: shownNumber,
  bytes_write: shownNumber,
  speed_read: shownNumber,
  speed_write: shownNumber,
  connected_since_unix: shownNumber,
  connected_since_date: shownText,
});
export type Session = z.output<typeof session>;

/** A whole answer. */
function answer<Shape extends z.ZodRawShape>(shape: Shape) {
  return z
    .unknown()
    .refine((json) => done.safeParse(json).success, 'result must be "ok"')
    .pipe(shownThing(shape));
}

export const userInfo = answer({
  user: shownMap({
    login: shownText,
    premium: shownBoolean,
    connected: shownBoolean,
    register_unix: shownNumber,
    register_date: shownText,
    expiration_unix: shownNumber,
    expiration_date: shownText,
    expiration_days: shownNumber,
    last_attempt_unix: shownNumber,
    last_attempt_date: shownText,
    last_visit_unix: shownNumber,
    last_visit_date: shownText,
    last_activity_unix: shownNumber,
    last_activity_date: shownText,
    credits: shownNumber,
    posts: shownNumber,
    last_post: shownText,
  }),
  sessions: shownThings(session),
});
export type UserInfo = z.output<typeof userInfo>;

/** A server, or several of them together: each of the lists has some of the fields. */
const place = shownThing({
  public_name: shownText,
  country_name: shownText,
  country_code: shownText,
  location: shownText,
  continent: shownText,
  server_best: shownText,
  bw: shownNumber,
  bw_max: shownNumber,
  users: shownNumber,
  servers: shownNumber,
  currentload: shownNumber,
  ip_v4_in1: shownText,
  ip_v4_in2: shownText,
  ip_v4_in3: shownText,
  ip_v4_in4: shownText,
  ip_v6_in1: shownText,
  ip_v6_in2: shownText,
  ip_v6_in3: shownText,
  ip_v6_in4: shownText,
  health: shownText,
  warning: shownText,
});
export type Place = z.output<typeof place>;

export const status = answer({
  servers: shownThings(place),
  routing: shownThings(place),
  countries: shownThings(place),
  continents: shownThings(place),
  planets: shownThings(place),
});
export type Status = z.output<typeof status>;
