import { z } from "zod";
import type { Session } from "../../clients/airvpn/lenient";
import type { integer } from "../../integer";
import { defineFunction, type NoArguments } from "../contract";
import { isoTime } from "./time";

/** The member and its sessions (service `userinfo`). Times are ISO 8601, UTC; empty if the event never happened. */
export interface GetAirVpnUserResult {
  /** Login name. */
  login: string;
  /** Whether the membership is paid. */
  premium?: boolean | undefined;
  /** Whether a device is connected. */
  connected?: boolean | undefined;
  /** When the member registered. */
  registeredAt: string;
  /** When the membership ends. */
  expiresAt: string;
  /** Days until the membership ends. */
  expirationDays?: integer | undefined;
  /** When a device last tried to connect. */
  lastAttemptAt: string;
  /** When the member last visited the web site. */
  lastVisitAt: string;
  /** When the member was last active on the web site. */
  lastActivityAt: string;
  /** Credit of the account. */
  credits?: number | undefined;
  /** Posts in the forum. */
  posts?: integer | undefined;
  /** Time of the member's last post in the forum. The form in which AirVPN writes it is unverified. */
  lastPostAt: string;
  /** All connected devices. The device with the longest session comes first. */
  sessions: AirVpnSession[];
}

/** A connected device. Addresses are empty if AirVPN shows none. */
export interface AirVpnSession {
  /** Name of the device. */
  deviceName: string;
  /** Description of the device. */
  deviceDescription: string;
  /** IPv4 address inside the VPN (10.*). */
  vpnIpv4: string;
  /** IPv6 address inside the VPN. */
  vpnIpv6: string;
  /** Public IPv4 address of the device's traffic. */
  exitIpv4: string;
  /** Public IPv6 address of the device's traffic. */
  exitIpv6: string;
  /** IPv4 address to which the device connected. */
  entryIpv4: string;
  /** IPv6 address to which the device connected. */
  entryIpv6: string;
  /** Name of the server. */
  serverName: string;
  /** Country of the server. */
  serverCountry: string;
  /** Code of that country. */
  serverCountryCode: string;
  /** Continent of the server. */
  serverContinent: string;
  /** Town of the server. */
  serverLocation: string;
  /** Bandwidth of the server, in Mbit/s. */
  serverBandwidth?: integer | undefined;
  /** Bytes read in this session. */
  bytesRead?: integer | undefined;
  /** Bytes written in this session. */
  bytesWritten?: integer | undefined;
  /** Upload of the device, in bytes a second. */
  speedRead?: integer | undefined;
  /** Download of the device, in bytes a second. */
  speedWritten?: integer | undefined;
  /** When the device connected. */
  connectedSince: string;
}

/** Service: userinfo (seed 000). */
export const getAirVpnUser = defineFunction<NoArguments, GetAirVpnUserResult>({
  name: "getAirVpnUser",
  hoster: "airvpn",
  schema: z.object({}),
  get: async (_none, cx) => {
    const { user, sessions } = await cx.hosters.airvpn.client.userInfo();
    return {
      login: user.login,
      premium: user.premium,
      connected: user.connected,
      registeredAt: isoTime(user.register_unix, user.register_date),
      expiresAt: isoTime(user.expiration_unix, user.expiration_date),
      expirationDays: user.expiration_days,
      lastAttemptAt: isoTime(user.last_attempt_unix, user.last_attempt_date),
      lastVisitAt: isoTime(user.last_visit_unix, user.last_visit_date),
      lastActivityAt: isoTime(user.last_activity_unix, user.last_activity_date),
      credits: user.credits,
      posts: user.posts,
      lastPostAt: isoTime(Number(user.last_post), user.last_post),
      sessions: sessions.map(sessionInfo),
    };
  },
});

function sessionInfo(session: Session): AirVpnSession {
  return {
    deviceName: session.device_name,
    deviceDescription: session.device_description,
    vpnIpv4: session.vpn_ipv4 || session.vpn_ip,
    vpnIpv6: session.vpn_ipv6,
    exitIpv4: session.exit_ipv4 || session.exit_ip,
    exitIpv6: session.exit_ipv6,
    entryIpv4: session.entry_ipv4 || session.entry_ip,
    entryIpv6: session.entry_ipv6,
    serverName: session.server_name,
    serverCountry: session.server_country,
    serverCountryCode: session.server_country_code,
    serverContinent: session.server_continent,
    serverLocation: session.server_location,
    serverBandwidth: session.server_bw,
    bytesRead: session.bytes_read,
    bytesWritten: session.bytes_write,
    speedRead: session.speed_read,
    speedWritten: session.speed_write,
    connectedSince: isoTime(session.connected_since_unix, session.connected_since_date),
  };
}
