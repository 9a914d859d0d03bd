import { typeParsers } from './types';

const read = (oid: number, text: string) => typeParsers.getTypeParser(oid, 'text')(text);

describe('a value that the database gives', () => {
  it.each([
    ['a day, as text', 1082, '2022-01-31', '2022-01-31'],
    ['days', 1182, '{2022-01-31,NULL}', ['2022-01-31', null]],
    ['a bigint that is exact', 20, '9007199254740991', 9_007_199_254_740_991],
    ['a bigint that no number holds, as text', 20, '9007199254740993', '9007199254740993'],
    ['bigints', 1016, '{1,NULL,9007199254740993}', [1, null, '9007199254740993']],
    ['a boolean, by the driver’s own parser', 16, 't', true],
    ['texts, by the driver’s own parser', 1009, '{a,"b,c"}', ['a', 'b,c']],
  ])('is %s', (_, oid, text, value) => {
    expect(read(oid, text)).toEqual(value);
  });

  it('keeps the sign of a bigint at both ends of what is exact', () => {
    expect([read(20, '-9007199254740991'), read(20, '-9007199254740992')]).toEqual([
      -9_007_199_254_740_991,
      '-9007199254740992',
    ]);
  });
});
