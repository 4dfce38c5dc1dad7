import { detail } from "../../drf";
import { type Answer, Refusal, text } from "../../http";
import type { Moment } from "../moment";
import { findOrder } from "../orders";

/** `config-udp.ovpn` or `config-tcp.ovpn` [S3]; the media type is unverified. */
export function showConfig(orderId: string, file: string, { state }: Moment): Answer {
  const { vpn } = findOrder(state, orderId);
  const protocol = /^config-(tcp|udp)\.ovpn$/.exec(file)?.[1];
  if (!vpn || protocol === undefined) throw new Refusal(detail(404, "Not found."));
  return text(200, config(vpn.server, vpn.key, protocol), "text/plain");
}

/** The seed shows the first lines [S3]; the rest is what such a file needs. */
function config(server: string, key: string, protocol: string): string {
  return [
    ...["client", "dev tun"],
    ...["<connection>", `remote ${server} 443 ${protocol}`, "</connection>"],
    ...["nobind", "persist-key", "persist-tun"],
    ...["<key>", "-----BEGIN PRIVATE KEY-----", key, "-----END PRIVATE KEY-----", "</key>"],
    "",
  ].join("\n");
}
