import fc from 'fast-check';
import { quarterLabel, quartersUpTo, share, sum } from './cells';

const count = fc.option(fc.nat({ max: 1_000_000 }), { nil: null });

describe('a sum of counts', () => {
  it('is of those that were recorded, and null where none was', () => {
    expect(sum([1, null, 2])).toBe(3);
    expect(sum([null, null])).toBeNull();
    expect(sum([])).toBeNull();
    expect(sum([0, null])).toBe(0);
  });

  it('does not depend on the order', () => {
    fc.assert(fc.property(fc.array(count), (counts) => expect(sum([...counts].reverse())).toBe(sum(counts))));
  });
});

describe('a share', () => {
  it('is null where a part is not known, and where there is nothing to divide by', () => {
    expect(share(1, 4)).toBe(0.25);
    expect(share(null, 4)).toBeNull();
    expect(share(1, null)).toBeNull();
    expect(share(0, 0)).toBeNull();
  });
});

describe('quarters of years', () => {
  const years = ['2020-21', '2021-22'];

  it('end with the one that is named', () => {
    const quarters = quartersUpTo(years, { financialYear: '2021-22', quarter: 'Q2' });
    expect(quarters.map(({ financialYear, quarter }) => `${quarter} ${financialYear}`)).toEqual([
      'Q1 2020-21',
      'Q2 2020-21',
      'Q3 2020-21',
      'Q4 2020-21',
      'Q1 2021-22',
      'Q2 2021-22',
    ]);
  });

  it('are all of them where the named one is of another year', () => {
    expect(quartersUpTo(years, { financialYear: '2030-31', quarter: 'Q1' })).toHaveLength(8);
  });

  it('have a name for a table and a shorter one for an axis', () => {
    expect(quarterLabel({ financialYear: '2021-22', quarter: 'Q2' })).toEqual({
      label: 'Q2 2021-22',
      shortLabel: 'Q2 21',
    });
  });
});
