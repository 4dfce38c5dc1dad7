import { pyName } from "../../../scripts/examples/pyName.mts";

test.each([
  ["planId", "plan_id"],
  ["ipAddress", "ip_address"],
  ["remainingPoints24H", "remaining_points24_h"],
  ["remainingPoints15Min", "remaining_points15_min"],
  ["SHA256Hash", "sha256_hash"],
  ["vpsIPs", "vps_ips"],
  ["IPAddress", "ip_address"],
  ["getIPv6Address", "get_i_pv6_address"],
  ["HTTPServer9X", "http_server9_x"],
  ["getAirVpnStatus", "get_air_vpn_status"],
  ["lambda", "lambda_"],
])("%s is %s, as Pulumi's generator writes it", (name, expected) => {
  expect(pyName(name)).toBe(expected);
});
