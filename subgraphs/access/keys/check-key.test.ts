import { checkKey, commandUnusable, daysUnusable, type WrittenKey } from './check-key';

const LIMITS = { longestKeyDays: 90 };
const WRITTEN: WrittenKey = {
  ...{ name: ' Power BI ', owner: 'Performance team', role: 'analyst', expiresInDays: 30 },
  ...{ streams: null, services: undefined, partner: null, addresses: ['10.1.0.0/16', ' 10.1.0.0/16 '] },
};
const check = (changed: Partial<WrittenKey> = {}) => checkKey({ ...WRITTEN, ...changed }, LIMITS);

describe('a key that is asked for', () => {
  it('is kept as it is meant', () => {
    expect(check()).toEqual({
      ...{ name: 'Power BI', owner: 'Performance team', role: 'analyst', days: 30, is_sandbox: false },
      ...{ streams: [], services: [], partner: null, addresses: ['10.1.0.0/16'] },
    });
    expect(check({ role: 'officer', streams: ['ADULTS', 'ADULTS'] })).toMatchObject({ streams: ['adults'] });
    expect(check({ role: 'partner', partner: ' stockport-homes ' })).toMatchObject({
      partner: 'stockport-homes',
    });
  });

  it.each<[string, Partial<WrittenKey>]>([
    ['name', { name: '  ' }],
    ['name', { name: 'x'.repeat(101) }],
    ['owner', { owner: '' }],
    ['role', { role: 'gateway' }],
    ['role', { role: 'import' }],
    ['role', { role: 'constructor' }],
    ['role', { role: 'Analyst' }],
    ['partner', { role: 'partner' }],
    ['partner', { partner: 'stockport-homes' }],
    ['partner', { role: 'partner', partner: 'Stockport Homes' }],
    ['partner', { role: 'partner', partner: 'a,b' }],
    ['streams', { streams: ['adults,childrens'] }],
    ['services', { services: ['a b'] }],
    ['services', { services: Array.from({ length: 51 }, (_, each) => `s${each}`) }],
    ['addresses', { addresses: ['10.0.0.0/64'] }],
    ['addresses', { addresses: ['example.org'] }],
    ['expiresInDays', { expiresInDays: 0 }],
    ['expiresInDays', { expiresInDays: -1 }],
    ['expiresInDays', { expiresInDays: 91 }],
  ])('cannot be kept for its %s: %j', (part, changed) => {
    expect(check(changed)).toMatchObject({ __typename: 'KeyUnusable', code: 'KEY_UNUSABLE', part });
  });

  it('holds for so many days as are allowed', () => {
    expect([daysUnusable(1, LIMITS), daysUnusable(90, LIMITS)]).toEqual([null, null]);
  });

  it('comes by a command with a name of its own', () => {
    expect(commandUnusable('1c5d3ae0-7f0e-4f7e-9d8e-0a5a6a1b2c3d')).toBeNull();
    for (const command of ['', 'again', '1c5d3ae0'])
      expect(commandUnusable(command)).toMatchObject({ part: 'command' });
  });
});
