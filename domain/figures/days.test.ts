import fc from 'fast-check';
import { addDays, toDay } from '../calendar/day';
import { dayParts, dayWords, shortDayWords } from './days';

describe('a day in words', () => {
  it.each([
    ['2021-09-30', '30 September 2021', '30 Sep 2021'],
    ['2021-05-01', '1 May 2021', '1 May 2021'],
    ['1900-01-01', '1 January 1900', '1 Jan 1900'],
    ['2024-02-29', '29 February 2024', '29 Feb 2024'],
  ])('of %s is %s', (day, words, short) => {
    expect(dayWords(day)).toBe(words);
    expect(shortDayWords(day)).toBe(short);
  });

  it('says that it is not recorded', () => {
    expect(dayWords(null)).toBe('not recorded');
    expect(shortDayWords(null)).toBe('not recorded');
  });

  it.each(['2021-02-29', '30/09/2021', '', '2021-9-30'])('refuses %p', (text) => {
    expect(() => dayWords(text)).toThrow(RangeError);
  });

  it('is the same as what the calendar of British English writes', () => {
    const british = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
    const days = fc.nat(60_000).map((count) => addDays(toDay('1950-01-01'), count));
    fc.assert(
      fc.property(days, (day) => expect(dayWords(day)).toBe(british.format(new Date(`${day}T00:00Z`)))),
    );
  });

  it('has the month by its name in its parts', () => {
    expect(dayParts('2021-09-05')).toEqual({ dayOfMonth: 5, month: 'September', year: '2021' });
  });
});
