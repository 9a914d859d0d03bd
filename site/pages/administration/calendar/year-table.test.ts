import { toDay } from '../../../../domain/calendar/day';
import { readYear, yearTable } from './year-table';

const KNOWN = { first: 2018, last: 2028 };

describe('the calendar of a year', () => {
  it('counts the working days of each month, without its bank holidays', () => {
    const { months, workingDays } = yearTable(2027, [
      { day: '2027-05-03', name: 'Early May bank holiday', note: null },
      { day: '2027-12-25', name: 'At a weekend', note: null },
    ]);
    expect(months).toHaveLength(12);
    expect(months[4]).toMatchObject({
      ...{ name: 'May', workingDays: 20 },
      holidays: [{ on: 'Monday 3 May', retractHref: '/administration/calendar/retract?day=2027-05-03' }],
    });
    expect(months[11]?.workingDays).toBe(23);
    expect(workingDays).toBe(260);
  });

  it('is that of today, and never of a year that is not known', () => {
    const today = toDay('2026-11-29');
    expect(readYear(undefined, KNOWN, today)).toBe(2026);
    expect(readYear('2027', KNOWN, today)).toBe(2027);
    expect(readYear('1999', KNOWN, today)).toBe(2018);
    expect(readYear(['2027'], KNOWN, today)).toBe(2026);
    expect(readYear('x', KNOWN, toDay('2031-01-01'))).toBe(2028);
  });
});
