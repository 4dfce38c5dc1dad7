/** The four entry addresses of each family, made from the server's name and always the same for it. */
export function entryAddresses(server: string) {
  const number = [...server].reduce((sum, character) => (sum * 31 + character.charCodeAt(0)) % 63, 0);
  const ipv4 = (index: number) => `203.0.113.${number * 4 + index - 1}`;
  const ipv6 = (index: number) => `2001:db8:${number.toString(16)}::${index}`;
  return inputs(ipv4, ipv6);
}

/** Groups of servers have names in place of addresses: `nl.vpn.airdns.org`, `nl2.vpn.airdns.org` [airvpn 2.3]. */
export function entryNames(group: string) {
  const nth = (index: number) => `${group}${index === 1 ? "" : index}`;
  return inputs(
    (index) => `${nth(index)}.vpn.airdns.org`,
    (index) => `${nth(index)}.ipv6.vpn.airdns.org`,
  );
}

function inputs(ipv4: (index: number) => string, ipv6: (index: number) => string) {
  return {
    ip_v4_in1: ipv4(1),
    ip_v4_in2: ipv4(2),
    ip_v4_in3: ipv4(3),
    ip_v4_in4: ipv4(4),
    ip_v6_in1: ipv6(1),
    ip_v6_in2: ipv6(2),
    ip_v6_in3: ipv6(3),
    ip_v6_in4: ipv6(4),
  };
}
