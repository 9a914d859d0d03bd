import type { IncomingMessage } from 'node:http';
import { addressList } from '../../platform/identity/address-list';
import { callerAddress } from './caller-address';

const from = (remoteAddress: string | undefined, forwarded?: string, trusted: string[] = []) =>
  callerAddress(
    {
      headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
      socket: { remoteAddress } as IncomingMessage['socket'],
    },
    addressList(trusted),
  );

describe('the address of a caller', () => {
  it('is that of the connection, whatever it says of others', () => {
    expect(from('192.0.2.7')).toBe('192.0.2.7');
    expect(from('::ffff:192.0.2.7')).toBe('192.0.2.7');
    expect(from('192.0.2.7', '10.1.2.3')).toBe('192.0.2.7');
    expect(from(undefined)).toBeNull();
  });

  it('is what a trusted proxy says, the last one that none of them has', () => {
    const trusted = ['10.0.0.0/24'];
    expect(from('10.0.0.7', '192.0.2.7', trusted)).toBe('192.0.2.7');
    expect(from('10.0.0.7', '192.0.2.7, 10.0.0.9', trusted)).toBe('192.0.2.7');
    expect(from('10.0.0.7', '10.1.2.3, 192.0.2.7', trusted)).toBe('192.0.2.7');
    expect(from('10.0.0.7', '10.1.2.3, nonsense', trusted)).toBe('nonsense');
    expect(from('10.0.0.7', '', trusted)).toBe('10.0.0.7');
    expect(from('192.0.2.1', '10.0.0.9', trusted)).toBe('192.0.2.1');
  });
});
