import { toDay } from '../../../domain/calendar/day';
import { quarterAt, quarterEndedBy, quartersBefore } from './quarters';

describe('quarters', () => {
  it('have ended on their last day, and not before', () => {
    expect(quarterEndedBy(toDay('2021-09-30'))).toMatchObject({ financialYear: '2021-22', quarter: 'Q2' });
    expect(quarterEndedBy(toDay('2021-09-29'))).toMatchObject({ financialYear: '2021-22', quarter: 'Q1' });
    expect(quarterEndedBy(toDay('2021-04-01'))).toMatchObject({ financialYear: '2020-21', quarter: 'Q4' });
  });

  it('go back one after the other, across years', () => {
    const quarters = quartersBefore(quarterAt(toDay('2021-05-05')), 3);
    expect(quarters.map(({ from, to }) => `${from} ${to}`)).toEqual([
      ...['2020-10-01 2020-12-31', '2021-01-01 2021-03-31', '2021-04-01 2021-06-30'],
    ]);
  });
});
