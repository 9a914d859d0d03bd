import { isIsoDay, readDay, readGivenDay } from './read-day';

const isDay = (text: string): text is string => text === '2021-04-01';
const refusalOf = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error;
  }
};
const NO_DAY = {
  message: '`where.from` is no day of the calendar: write it as YYYY-MM-DD, for example 2021-04-01.',
  extensions: { code: 'BAD_USER_INPUT' },
};

describe('a day that is an argument', () => {
  it('is what was given, and null where nothing was', () => {
    expect(readDay('where.from', '2021-04-01', isDay)).toBe('2021-04-01');
    expect(readDay('where.from', null, isDay)).toBeNull();
    expect(readDay('where.from', undefined, isDay)).toBeNull();
    expect(readGivenDay('where.from', '2021-04-01', isDay)).toBe('2021-04-01');
  });

  it.each([['2021-02-29'], ['soon'], [''], [20210401], [{ day: 1 }], [true]])('is refused: %j', (value) => {
    expect(refusalOf(() => readDay('where.from', value, isDay))).toMatchObject(NO_DAY);
    expect(refusalOf(() => readGivenDay('where.from', value, isDay))).toMatchObject(NO_DAY);
  });

  it.each([null, undefined])('is refused where it has to be given: %s', (value) => {
    expect(refusalOf(() => readGivenDay('where.from', value, isDay))).toMatchObject(NO_DAY);
  });
});

describe('a day as ISO 8601 writes it', () => {
  it.each([
    ['1900-01-01', true],
    ['2024-02-29', true],
    ['9999-12-31', true],
    ['1899-12-31', false],
    ['2021-02-29', false],
    ['2021-13-01', false],
    ['2021-4-1', false],
    ['2021-04-01T00:00:00Z', false],
    [' 2021-04-01', false],
    ['', false],
  ])('%j: %s', (text, is) => {
    expect(isIsoDay(text)).toBe(is);
  });
});
