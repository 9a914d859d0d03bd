import { englandAndWales } from '../../domain/calendar/bank-holidays';
import { londonDayOf, toDay } from '../../domain/calendar/day';
import { isWorkingDay } from '../../domain/calendar/working-days';
import { demonstrationPeople } from '../people';
import { madeUpWorkshops } from './made-up';

describe('the workshops of the demonstration', () => {
  it('are in working hours of days after the one on which it starts, whichever that is', () => {
    for (const today of ['2026-11-29', '2026-12-04', '2027-03-20', '2027-12-05'])
      for (const { plan } of madeUpWorkshops(toDay(today))) {
        const day = londonDayOf(new Date(plan.startsAt));
        expect([day > today, isWorkingDay({ calendar: englandAndWales, day })]).toEqual([true, true]);
      }
  });

  it('are booked by people that there are, one of them past its seats', () => {
    const people = demonstrationPeople.map(({ subject }) => subject);
    const all = madeUpWorkshops(toDay('2026-11-29'));
    expect(people).toEqual(expect.arrayContaining(all.flatMap(({ booked }) => booked)));
    expect(all.some(({ booked, plan }) => booked.length > plan.seats)).toBe(true);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });
});
