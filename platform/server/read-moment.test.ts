import { readMoment } from './read-moment';

describe('a moment that is an argument', () => {
  it.each([
    ['2021-04-01T08:30:00Z', '2021-04-01T08:30:00.000Z'],
    ['2021-04-01T08:30Z', '2021-04-01T08:30:00.000Z'],
    ['2021-04-01T09:30:00+01:00', '2021-04-01T08:30:00.000Z'],
    ['2021-04-01T08:30:00.123Z', '2021-04-01T08:30:00.123Z'],
    ['2021-04-01T08:30:00.123999Z', '2021-04-01T08:30:00.123Z'],
    ['1900-01-01T00:00:00+14:00', '1899-12-31T10:00:00.000Z'],
  ])('%s is %s', (written, moment) => {
    expect(readMoment('where.changedSince', written)?.toISOString()).toBe(moment);
  });

  it.each([null, undefined])('is none where none was given: %s', (value) => {
    expect(readMoment('where.changedSince', value)).toBeNull();
  });

  it.each([
    ['2021-04-01'],
    ['2021-04-01T08:30:00'],
    ['2021-02-30T08:30:00Z'],
    ['2021-04-01T25:00:00Z'],
    ['2021-04-01 08:30:00Z'],
    ['2021-04-01T08:30:00+99:99'],
    ['yesterday'],
    [''],
    [1617265800000],
    [{ at: 1 }],
  ])('is refused: %j', (value) => {
    expect(() => readMoment('where.changedSince', value)).toThrow(
      '`where.changedSince` is no moment: write it in ISO 8601 with its distance from UTC, for example 2021-04-01T08:30:00Z.',
    );
  });
});
