import { isIPv6 } from 'node:net';

/** Whoever has one IPv6 address has the 2^64 of its network, so those count as one. */
export function networkOf(ip: string): string {
  if (!isIPv6(ip) || ip.includes('.')) return ip.slice(0, 45);
  const [head = [], tail] = ip.split('::').map((half) => (half === '' ? [] : half.split(':')));
  const zeros = tail ? 8 - head.length - tail.length : 0;
  const groups = [...head, ...Array<string>(zeros).fill('0'), ...(tail ?? [])];
  return `${groups.slice(0, 4).join(':')}::/64`;
}
