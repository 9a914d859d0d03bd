import { IN_TIME_RATE, RECEIVED, valued } from '../testing';
import { comparedParts } from './compared-parts';

const rows = (values: (readonly [name: string, value: number | null])[]) =>
  values.map(([name, value]) => ({
    of: {},
    names: [name],
    figures: [valued(value, (value ?? 0) * 100, 100)],
  }));
const namesOf = (parts: readonly { readonly of: string }[]) => parts.map(({ of }) => of);

describe('parts beside the whole', () => {
  it('stand with the worst share first, what has none last', () => {
    const given = rows([
      ['a', 0.9],
      ['b', null],
      ['c', 0.2],
    ]);
    const whole = { whole: valued(0.5, 500, 1_000), definition: IN_TIME_RATE };
    expect(namesOf(comparedParts(given, whole))).toEqual(['c', 'a', 'b']);
    const less = { ...IN_TIME_RATE, polarity: 'LOWER_IS_BETTER' as const };
    expect(namesOf(comparedParts(given, { ...whole, definition: less }))).toEqual(['a', 'c', 'b']);
    expect(comparedParts(given, whole).map(({ judged }) => judged)).toEqual(['worse', 'better', null]);
  });

  it('stand with the largest count first, and are not judged: a part is always less', () => {
    const parts = comparedParts(
      rows([
        ['a', 3],
        ['b', 9],
        ['c', 3],
      ]),
      { whole: valued(15), definition: RECEIVED },
    );
    expect(parts.map(({ of, judged }) => [of, judged])).toEqual([
      ['b', null],
      ['a', null],
      ['c', null],
    ]);
  });

  it('are higher or lower where neither way is better', () => {
    const neither = { ...IN_TIME_RATE, polarity: 'NEITHER' as const };
    const [part] = comparedParts(rows([['a', 0.9]]), { whole: valued(0.5, 500, 1_000), definition: neither });
    expect(part?.judged).toBe('higher');
  });
});
