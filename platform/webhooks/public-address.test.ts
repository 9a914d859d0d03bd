import { isLoopback, isPublicAddress } from './public-address';

describe('an address', () => {
  it.each([
    ...['127.0.0.1', '127.255.255.254', '0.0.0.0', '10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1'],
    ...[
      '169.254.169.254',
      '100.64.0.1',
      '100.127.255.255',
      '192.0.2.1',
      '198.18.0.1',
      '203.0.113.9',
      '224.0.0.1',
    ],
    ...['255.255.255.255', '240.0.0.1', '192.0.0.192', '::', '::1', '::ffff:127.0.0.1', '::ffff:10.0.0.1'],
    ...['::ffff:a00:1', '::ffff:7f00:1', 'fe80::1', 'fc00::1', 'fd00:ec2::254', 'ff02::1', '64:ff9b::a00:1'],
    ...['2001:db8::1', '2002:a00:1::', '2001::1', 'fec0::1', '100::1', '::10.0.0.1'],
    ...['', 'localhost', '127.1', '0x7f.1', '2130706433', '10.0.0.1/8'],
  ])('%s is none of the open internet', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each([
    '8.8.8.8',
    '93.184.215.14',
    '172.15.255.255',
    '172.32.0.1',
    '100.63.255.255',
    '2606:4700::1111',
    '::ffff:8.8.8.8',
  ])('%s is one of it', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it('of this machine is known as such', () => {
    expect(['127.0.0.1', '::1', '::ffff:127.0.0.1'].every(isLoopback)).toBe(true);
    expect(['10.0.0.1', '8.8.8.8', 'fe80::1'].some(isLoopback)).toBe(false);
  });
});
