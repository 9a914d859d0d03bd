import { BlockList, isIP } from 'node:net';

/** Networks and single addresses, such as 10.1.0.0/16, 192.0.2.7 or 2001:db8::/32. */
export interface AddressList {
  /** False for what is no address. */
  holds(address: string): boolean;
}

const BITS = { 4: 32, 6: 128 } as const;
/** How an address of IPv4 is written by a socket that listens for both. */
const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

/** Whether `text` is an address, or a network in the notation of CIDR (RFC 4632). */
export const isAddressRange = (text: string): boolean => rangeOf(text) !== null;

/** Makes a list of ranges. Throws for one that is none. */
export function addressList(ranges: readonly string[]): AddressList {
  const list = new BlockList();
  for (const text of ranges) {
    const range = rangeOf(text);
    if (range === null) throw new Error('An address list holds what is no address');
    list.addSubnet(range.address, range.bits, range.family);
  }
  return {
    holds(address) {
      const plain = plainAddress(address);
      const version = isIP(plain);
      return version !== 0 && list.check(plain, familyOf(version));
    },
  };
}

/** An address as it is written in lists: one of IPv4 that came by IPv6 is one of IPv4. */
export const plainAddress = (address: string): string => MAPPED.exec(address)?.[1] ?? address;

const familyOf = (version: number): 'ipv4' | 'ipv6' => (version === 6 ? 'ipv6' : 'ipv4');

interface Range {
  readonly address: string;
  readonly bits: number;
  readonly family: 'ipv4' | 'ipv6';
}

function rangeOf(text: string): Range | null {
  const [, address = '', bits] = /^([0-9a-f.:]+)(?:\/(\d{1,3}))?$/i.exec(text) ?? [];
  const version = isIP(address);
  if (version !== 4 && version !== 6) return null;
  const most = BITS[version];
  const length = bits === undefined ? most : Number(bits);
  return length <= most ? { address, bits: length, family: familyOf(version) } : null;
}
