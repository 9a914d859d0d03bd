import { readTime } from './time-field';

describe('a time of the day', () => {
  it.each([
    ['9:30', '09:30'],
    ['09:30', '09:30'],
    ['9.30am', '09:30'],
    ['2 pm', '14:00'],
    ['2:15PM', '14:15'],
    ['12pm', '12:00'],
    ['12.30am', '00:30'],
    ['14:00', '14:00'],
    ['0:05', '00:05'],
  ])('may be written as %s', (text, time) => expect(readTime(text)).toBe(time));

  it.each(['', '9', '25:00', '9:75', '13pm', '0am', 'noon', '9:5', '9:30 Uhr'])('is not %j', (text) =>
    expect(readTime(text)).toBeNull(),
  );
});
