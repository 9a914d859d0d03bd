import fc from 'fast-check';
import { toDay } from '../../domain/calendar/day';
import { siteAddress } from '../../gateway/assistants/site-address';
import { addressOf } from '../../site/filters/address';
import { FILTER_PARTS } from '../../site/filters/parts';
import { readFilter } from '../../site/filters/read-filter';
import { randomFigures } from './random-figures';

const site = siteAddress({ siteUrl: 'https://site.example', today: () => toDay('2021-10-14') });
const NAMES = { services: null, directorates: null, themes: null, channels: null };

/** The parameters of an address, as the site is handed them. */
function queryOf(address: string): Record<string, string[]> {
  const { searchParams } = new URL(address);
  return Object.fromEntries([...searchParams.keys()].map((name) => [name, searchParams.getAll(name)]));
}
const sorted = (where: object) =>
  Object.fromEntries(
    Object.entries(where).map(([name, value]) => [name, Array.isArray(value) ? [...value].sort() : value]),
  );

describe('a link of an assistant’s answer', () => {
  it.each(randomFigures(40, { isProtected: false }).map(({ where }) => [where]))(
    'is read by the site as what was asked: %j',
    (where) => {
      const address = site.figure({ measure: 'RECEIVED', where, asAt: null });
      const { filter, problems } = readFilter(queryOf(address ?? ''), NAMES);
      const isBackwards = String(where.from ?? '0') > String(where.to ?? '9');
      expect(problems.length > 0).toBe(isBackwards);
      if (!isBackwards) expect(sorted(filter)).toEqual(sorted(where));
    },
  );

  it('is the address that the site itself would write', () => {
    const where = { financialYears: ['2021-22'], streams: ['SCHOOLS' as const], services: ['A & B, C'] };
    expect(site.figure({ measure: 'OPEN', where, asAt: '2021-09-30' })).toBe(
      `https://site.example${addressOf('/measures/OPEN', { ...where, asAt: '2021-09-30' })}`,
    );
  });

  it('is there for every part that the site reads', () => {
    fc.assert(
      fc.property(fc.constantFrom(...FILTER_PARTS), (part) => {
        const where = { from: '2021-04-01', [part]: '2021-04-01' };
        expect(site.figure({ measure: 'OPEN', where, asAt: null })).toContain(`${part}=2021-04-01`);
      }),
    );
  });
});
