import { periodOfPage } from './period';

const asAt = '2021-09-30';

describe('the time that a page is about', () => {
  it('is the newest quarter that the records reach, where none is named', () => {
    expect(periodOfPage({ streams: ['ADULTS'] }, asAt)).toMatchObject({
      filter: { streams: ['ADULTS'], financialYears: ['2021-22'], quarters: ['Q2'] },
      isNewest: true,
      isOnePeriod: true,
      label: 'July to September 2021 (Q2 2021-22)',
      years: ['2019-20', '2020-21', '2021-22'],
      yearBefore: '2020-21',
      quartersSoFar: ['Q1', 'Q2'],
      endsOn: asAt,
    });
  });

  it.each([
    [{ financialYears: ['2020-21'] }, '2020-21 (April 2020 to March 2021)', true, '2021-03-31'],
    [{ financialYears: ['2021-22'] }, '2021-22 (April 2021 to March 2022)', true, asAt],
    [
      { financialYears: ['2020-21'], quarters: ['Q1' as const, 'Q2' as const] },
      'April to September 2020 (Q1 to Q2 2020-21)',
      true,
      '2020-09-30',
    ],
    [
      { financialYears: ['2020-21'], quarters: ['Q1' as const, 'Q3' as const] },
      'Q1, Q3, 2020-21',
      false,
      '2020-12-31',
    ],
    [{ financialYears: ['2019-20', '2021-22'] }, '2019-20, 2021-22', false, asAt],
    [{ quarters: ['Q1' as const] }, 'Q1', false, asAt],
    [{ from: '2021-02-03', to: '2021-02-10' }, '3 to 10 February 2021', true, '2021-02-10'],
    [{ from: '2021-02-03' }, 'from 3 February 2021', false, asAt],
    // Nothing of it has come yet: there is nothing to compare.
    [
      { financialYears: ['2021-22'], quarters: ['Q4' as const] },
      'January to March 2022 (Q4 2021-22)',
      false,
      asAt,
    ],
  ])('is what the filter says: %j', (filter, label, isOnePeriod, endsOn) => {
    expect(periodOfPage(filter, asAt)).toMatchObject({ label, isOnePeriod, endsOn, isNewest: false });
  });

  it('crosses from one financial year to the next', () => {
    expect(periodOfPage({}, '2021-03-31').label).toBe('January to March 2021 (Q4 2020-21)');
    expect(periodOfPage({}, '2021-04-01').label).toBe('April to June 2021 (Q1 2021-22)');
  });
});
