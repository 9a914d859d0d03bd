import { BlockList, isIP } from 'node:net';
import { plainAddress } from '../identity/address-list';

/**
 * What is no machine of the open internet, after IANA's registries of special addresses: this network, private, shared (CGNAT),
 * loopback, link-local (cloud metadata among it), documentation, benchmarking, multicast and what is reserved.
 */
const SPECIAL: readonly (readonly [address: string, bits: number])[] = [
  ...([
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    ['169.254.0.0', 16],
  ] as const),
  ...([
    ['172.16.0.0', 12],
    ['192.0.0.0', 24],
    ['192.0.2.0', 24],
    ['192.31.196.0', 24],
  ] as const),
  ...([
    ['192.52.193.0', 24],
    ['192.88.99.0', 24],
    ['192.168.0.0', 16],
    ['192.175.48.0', 24],
  ] as const),
  ...([
    ['198.18.0.0', 15],
    ['198.51.100.0', 24],
    ['203.0.113.0', 24],
    ['224.0.0.0', 4],
  ] as const),
  ['240.0.0.0', 4],
  // The host of Azure's machines, which answers them alone: in no registry.
  ['168.63.129.16', 32],
];
/** Of IPv6 only what is given out (2000::/3) is looked at; of that, ways into IPv4, documentation and other special blocks are not. */
const GIVEN_OUT = ['2000::', 3] as const;
const SPECIAL_6: readonly (readonly [address: string, bits: number])[] = [
  ...([
    ['2001::', 23],
    ['2001:db8::', 32],
    ['2002::', 16],
    ['3fff::', 20],
    ['2620:4f:8000::', 48],
  ] as const),
];

const special = new BlockList();
for (const [address, bits] of SPECIAL) special.addSubnet(address, bits, 'ipv4');
for (const [address, bits] of SPECIAL_6) special.addSubnet(address, bits, 'ipv6');
const givenOut = new BlockList();
givenOut.addSubnet(...GIVEN_OUT, 'ipv6');

/** Whether an address is one of the open internet. False for what is no address. */
export function isPublicAddress(address: string): boolean {
  const plain = plainAddress(address);
  const version = isIP(plain);
  if (version === 4) return !special.check(plain, 'ipv4');
  return version === 6 && givenOut.check(plain, 'ipv6') && !special.check(plain, 'ipv6');
}

/** Whether an address is this machine's own. */
export const isLoopback = (address: string): boolean => /^(?:127\.|::1$)/.test(plainAddress(address));
