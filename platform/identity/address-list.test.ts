import { addressList, isAddressRange } from './address-list';

describe('an address list', () => {
  it.each([
    [['192.0.2.7'], '192.0.2.7', true],
    [['192.0.2.7'], '192.0.2.8', false],
    [['10.1.0.0/16'], '10.1.255.255', true],
    [['10.1.0.0/16'], '10.2.0.0', false],
    [['10.1.0.0/16'], '::ffff:10.1.2.3', true],
    [['2001:db8::/32'], '2001:db8::1', true],
    [['2001:db8::/32'], '2001:db9::1', false],
    [['0.0.0.0/0'], '2001:db8::1', false],
    [['0.0.0.0/0'], '203.0.113.1', true],
    [['198.51.100.1', '192.0.2.0/24'], '192.0.2.200', true],
    [['0.0.0.0/0', '::/0'], 'unknown', false],
    [[], '192.0.2.7', false],
  ])('of %j holds %s: %s', (ranges, address, holds) => {
    expect(addressList(ranges).holds(address)).toBe(holds);
  });

  it.each(['', '10.1.0.0/33', '::/129', '10.1.0', 'example.org', '10.1.0.0/', '10.1.0.0/16/2', '10.1.0.0/x'])(
    'has no place for "%s"',
    (text) => {
      expect(isAddressRange(text)).toBe(false);
      expect(() => addressList([text])).toThrow('no address');
    },
  );
});
