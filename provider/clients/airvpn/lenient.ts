import { z } from "zod";
import { lenientBoolean, lenientMap, lenientNumber, lenientText, lenientThing, lenientThings } from "../lenient";
import { done } from "./schemas";

/** A session. Addresses come under the documented name, and by kind in newer answers. */
const session = lenientThing({
  device_name: lenientText,
  device_description: lenientText,
  vpn_ip: lenientText,
  vpn_ipv4: lenientText,
  vpn_ipv6: lenientText,
  exit_ip: lenientText,
  exit_ipv4: lenientText,
  exit_ipv6: lenientText,
  entry_ip: lenientText,
  entry_ipv4: lenientText,
  entry_ipv6: lenientText,
  server_name: lenientText,
  server_country: lenientText,
  server_country_code: lenientText,
  server_continent: lenientText,
  server_location: lenientText,
  server_bw: lenientNumber,
  bytes_read: lenientNumber,
  bytes_write: lenientNumber,
  speed_read: lenientNumber,
  speed_write: lenientNumber,
  connected_since_unix: lenientNumber,
  connected_since_date: lenientText,
});
export type Session = z.output<typeof session>;

/** A whole answer. */
function answer<Shape extends z.ZodRawShape>(shape: Shape) {
  return z
    .unknown()
    .refine((json) => done.safeParse(json).success, 'result must be "ok"')
    .pipe(lenientThing(shape));
}

export const userInfo = answer({
  user: lenientMap({
    login: lenientText,
    premium: lenientBoolean,
    connected: lenientBoolean,
    register_unix: lenientNumber,
    register_date: lenientText,
    expiration_unix: lenientNumber,
    expiration_date: lenientText,
    expiration_days: lenientNumber,
    last_attempt_unix: lenientNumber,
    last_attempt_date: lenientText,
    last_visit_unix: lenientNumber,
    last_visit_date: lenientText,
    last_activity_unix: lenientNumber,
    last_activity_date: lenientText,
    credits: lenientNumber,
    posts: lenientNumber,
    last_post: lenientText,
  }),
  sessions: lenientThings(session),
});
export type UserInfo = z.output<typeof userInfo>;

/** A server, or several of them together: each of the lists has some of the fields. */
const place = lenientThing({
  public_name: lenientText,
  country_name: lenientText,
  country_code: lenientText,
  location: lenientText,
  continent: lenientText,
  server_best: lenientText,
  bw: lenientNumber,
  bw_max: lenientNumber,
  users: lenientNumber,
  servers: lenientNumber,
  currentload: lenientNumber,
  ip_v4_in1: lenientText,
  ip_v4_in2: lenientText,
  ip_v4_in3: lenientText,
  ip_v4_in4: lenientText,
  ip_v6_in1: lenientText,
  ip_v6_in2: lenientText,
  ip_v6_in3: lenientText,
  ip_v6_in4: lenientText,
  health: lenientText,
  warning: lenientText,
});
export type Place = z.output<typeof place>;

export const status = answer({
  servers: lenientThings(place),
  routing: lenientThings(place),
  countries: lenientThings(place),
  continents: lenientThings(place),
  planets: lenientThings(place),
});
export type Status = z.output<typeof status>;
