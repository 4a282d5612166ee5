import { isIPv4 } from 'node:net';

/**
 * The network that an address belongs to, /24 of IPv4 and /48 of IPv6 (RFC 4291 notation): somebody who has many
 * addresses of one network counts once, and nobody is counted more exactly than that.
 */
export function networkOf(address: string): string {
  const [ip = ''] = address.replace(/^::ffff:(?=\d+\.)/i, '').split('%');
  if (isIPv4(ip)) return ip.slice(0, ip.lastIndexOf('.'));
  const [before = '', after] = ip.toLowerCase().split('::');
  const groups = before.split(':').filter(Boolean);
  const rest = after?.split(':').filter(Boolean) ?? [];
  const missing = after === undefined ? 0 : Math.max(0, 8 - groups.length - rest.length);
  const all = [...groups, ...Array<string>(missing).fill('0'), ...rest];
  return all
    .slice(0, 3)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}
