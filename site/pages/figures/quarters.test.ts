import { quarterLabel, quartersUpTo } from './quarters';

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
