import { checkPlace, keyLike, type OrderType } from './order';

const TYPES: readonly OrderType[] = ['timestamptz', 'date', 'text', 'int', 'bigint'];
const PLACE = ['2021-04-01T09:30:00.123Z', '2021-04-01', 'Zoë', -(2 ** 31) + 1, Number.MAX_SAFE_INTEGER];
const at = (index: number, value: string | number) => PLACE.map((held, at) => (at === index ? value : held));

describe('the place of a cursor', () => {
  it('looks like its example and is given back', () => {
    expect(keyLike(TYPES).map((value) => typeof value)).toEqual(PLACE.map((value) => typeof value));
    expect(checkPlace(PLACE, TYPES)).toEqual(PLACE);
    expect(checkPlace(['', 0], ['text', 'int'])).toEqual(['', 0]);
    expect(checkPlace(['-infinity'], ['date'])).toEqual(['-infinity']);
  });

  it.each([
    ['a moment without its milliseconds', at(0, '2021-04-01T09:30:00Z')],
    ['a moment of no day', at(0, '2021-02-30T09:30:00.000Z')],
    ['a moment of no time', at(0, '2021-02-28T25:30:00.000Z')],
    ['words', at(0, 'now')],
    ['no day', at(1, '2021-02-29')],
    ['a word for a day', at(1, 'infinity ')],
    ['a text with a NUL', at(2, 'a\0')],
    ['too large an int', at(3, 2 ** 31)],
    ['one too few', PLACE.slice(0, 4)],
  ])('is refused for %s', (_what, place) => {
    expect(() => checkPlace(place, place.length < 5 ? [...TYPES.slice(0, 4), 'date'] : TYPES)).toThrow(
      'is no cursor of this list',
    );
  });
});
