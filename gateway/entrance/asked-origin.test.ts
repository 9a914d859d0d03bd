import type { IncomingMessage } from 'node:http';
import { addressList } from '../../platform/identity/address-list';
import { askedOrigin } from './asked-origin';

const asked = (headers: Record<string, string>, remoteAddress = '198.51.100.7') =>
  askedOrigin(
    { headers, socket: { remoteAddress } } as unknown as IncomingMessage,
    addressList(['192.0.2.0/24']),
  );
const PROXY = '192.0.2.1';

describe('the origin that somebody asked', () => {
  it.each([
    ['http://localhost:4000', { host: 'localhost:4000' }],
    ['http://complaints.example.gov.uk', { host: 'Complaints.Example.gov.uk' }],
    ['http://[::1]:4000', { host: '[::1]:4000' }],
  ])('is %s', (origin, headers) => {
    expect(asked(headers)).toBe(origin);
  });

  it.each([[''], ['a b'], ['evil.example/path'], ['user@evil.example'], ['a"b'], ['x'.repeat(300)]])(
    'is none by the host %j',
    (host) => {
      expect(asked({ host })).toBeNull();
      expect(asked({})).toBeNull();
    },
  );

  it('is what a trusted proxy was asked; of others it is believed that it was by HTTPS, and no more', () => {
    const headers = { host: 'gateway:4000', 'x-forwarded-host': 'c.example', 'x-forwarded-proto': 'https' };
    expect(asked(headers, PROXY)).toBe('https://c.example');
    expect(asked({ ...headers, 'x-forwarded-proto': 'https, http' }, PROXY)).toBe('https://c.example');
    expect(asked(headers)).toBe('https://gateway:4000');
    expect(asked({ ...headers, 'x-forwarded-proto': 'http' })).toBe('http://gateway:4000');
  });
});
