import { englandAndWales } from '../calendar/bank-holidays';
import { closedCalendar } from '../calendar/closed-days';
import { toDay } from '../calendar/day';
import { calendarFor, endOfFurther, endOfSpan, isEstimated } from './span';
import { calendars, workingDays } from './testing/stages';

const easter = { from: toDay('2026-03-30'), to: toDay('2026-04-10'), name: 'Easter holidays' };
const known = { ...calendars, school: closedCalendar(englandAndWales, [easter]) };
const from = toDay('2026-02-28');

describe('spans', () => {
  it('count days from the next one, and months with the first', () => {
    expect(endOfSpan({ from, span: workingDays(2), calendars })).toBe('2026-03-03');
    expect(endOfSpan({ from, span: { count: 1, unit: 'MONTH' }, calendars })).toBe('2026-03-27');
  });

  it('go on from the end of another', () => {
    expect(endOfFurther({ from, span: workingDays(2), calendars })).toBe('2026-03-03');
    expect(endOfFurther({ from, span: { count: 1, unit: 'MONTH' }, calendars })).toBe('2026-03-31');
  });

  it('count school days by the calendar of schools, and by working days where there is none', () => {
    expect(calendarFor('SCHOOL_DAY', known)).toBe(known.school);
    expect(calendarFor('SCHOOL_DAY', calendars)).toBe(calendars.working);
    expect(calendarFor('WORKING_DAY', known)).toBe(calendars.working);
  });

  it.each([
    ['2026-03-26', '2026-04-23', false],
    ['2025-08-29', '2025-09-02', true],
    ['2026-08-28', '2026-09-03', true],
    ['2027-01-04', '2027-01-08', true],
  ])('from %s to %s is estimated where a school year of it has no holidays: %s', (begins, ends, expected) => {
    expect(isEstimated({ from: toDay(begins), to: toDay(ends), calendars: known })).toBe(expected);
    expect(isEstimated({ from: toDay(begins), to: toDay(ends), calendars })).toBe(true);
  });
});
