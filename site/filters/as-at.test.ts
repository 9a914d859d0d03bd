import { readAsAt } from './as-at';

const recorded = { first: '2018-04-01', newest: '2021-09-30' };

describe('the day as at which an address asks', () => {
  it('is read where the records speak of it, to their ends', () => {
    for (const day of ['2018-04-01', '2020-06-15', '2021-09-30'])
      expect(readAsAt(day, recorded)).toEqual({ asAt: day, problems: [] });
  });

  it('may be left out', () => {
    expect([readAsAt(undefined, recorded), readAsAt('', recorded)]).toEqual(Array(2).fill({ problems: [] }));
  });

  it.each([
    ['yesterday', 'As at: write one day such as 2021-09-30.'],
    ['2021-02-30', 'As at: write one day such as 2021-09-30.'],
    [['2021-01-01', '2021-01-02'], 'As at: write one day such as 2021-09-30.'],
    ['2021-10-01', 'As at: the records reach 30 September 2021. Write a day up to then.'],
    ['2018-03-31', 'As at: the records begin on 1 April 2018. Write a later day.'],
  ])('is left out and told where it makes no sense: %s', (given, says) => {
    expect(readAsAt(given, recorded)).toEqual({ problems: [{ says }] });
  });

  it('has no beginning where no record says one', () => {
    expect(readAsAt('1999-01-01', { ...recorded, first: null })).toEqual({
      asAt: '1999-01-01',
      problems: [],
    });
  });
});
