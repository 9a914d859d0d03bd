import fc from 'fast-check';
import { dayFromNumber } from '../../domain/calendar/day';
import { type Comparison, compareCells, reversed } from './compare-cells';

describe('two cells', () => {
  it.each<[string, string, Comparison]>([
    ['04/05/2021', '2021-05-04', 'same'],
    ['4/5/21', '4-May-21', 'same'],
    ['04/05/2021', '44320', 'same'],
    ['04/05/2021 09:00', '2021-05-04T09:00', 'same'],
    ['2021-05-04T09:00:00+01:00', '04/05/2021 09:00:00', 'same'],
    ['01/04/2021 13:26', '2021-04-01 13:26:58', 'less'],
    ['01/04/2021', '2021-04-01 13:26:58', 'less'],
    ['2021-04-01 13:26:58.25', '2021-04-01 13:26:58', 'more'],
    ['01/04/2021 13:27', '2021-04-01 13:26:58', 'different'],
    ['01/04/2021 13:26', '2021-04-02 13:26:58', 'different'],
    ['04/05/2021', '05/04/2021', 'different'],
    ['1614960171', '01614960171', 'less'],
    ['007', '7', 'more'],
    ['7', '7.0', 'same'],
    ['1.61496E+09', '1614960171', 'less'],
    ['01614960171', '1.61496E+09', 'more'],
    ['1.61497E+09', '1614960171', 'different'],
    ['7', '8', 'different'],
    ['="123"', "'123", 'same'],
    ['Planning\u200b', ' Planning', 'same'],
    ['no  spaces', 'nospaces', 'same'],
    ['Planning', 'planning', 'different'],
    ['', '0', 'different'],
    ['', 'x', 'different'],
    ['n/a', '31/02/2021', 'different'],
  ])('%j says %j: %s', (one, other, expected) => {
    expect(compareCells(one, other)).toBe(expected);
    expect(compareCells(other, one)).toBe(reversed(expected));
  });

  const aDay = fc.integer({ min: 8_000, max: 25_000 }).map(dayFromNumber);
  const aTime = fc.integer({ min: 1, max: 86_399 });
  const two = (number: number) => String(number).padStart(2, '0');
  const written = (day: string, seconds: number) => {
    const time = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(two);
    const slashed = day.split('-').reverse().join('/');
    return {
      exact: [`${day}T${time.join(':')}`, `${day} ${time.join(':')}`, `${slashed} ${time.join(':')}`],
      minutes: [`${day}T${time.slice(0, 2).join(':')}`, `${slashed} ${time.slice(0, 2).join(':')}`],
      days: [day, slashed],
    };
  };

  const comparisons = (all: readonly string[], others: readonly string[]) => [
    ...new Set(all.flatMap((one) => others.map((other) => compareCells(one, other)))),
  ];

  it('that write one moment in any two forms say the same, or less where less of it is written', () => {
    fc.assert(
      fc.property(aDay, aTime, (day, seconds) => {
        const { exact, minutes, days } = written(day, seconds);
        expect(comparisons(exact, exact)).toEqual(['same']);
        expect(comparisons([...minutes, ...days], exact)).toEqual(['less']);
        expect(comparisons(minutes, days)).toEqual(['more']);
      }),
    );
  });

  it('that write two moments never say the same', () => {
    fc.assert(
      fc.property(aDay, aTime, aDay, aTime, (day, seconds, otherDay, otherSeconds) => {
        fc.pre(day !== otherDay || seconds !== otherSeconds);
        const [one, other] = [written(day, seconds), written(otherDay, otherSeconds)];
        expect(comparisons(one.exact, other.exact)).toEqual(['different']);
      }),
    );
  });

  it('compare the other way round, whatever they are', () => {
    const anything = fc.oneof(
      fc.string(),
      fc.constantFrom('04/05/2021', '44320', '007', '7', '', '7.0', '7E+00'),
    );
    fc.assert(
      fc.property(anything, anything, (one, other) => {
        expect(compareCells(other, one)).toBe(reversed(compareCells(one, other)));
        expect(compareCells(one, one)).toBe('same');
      }),
    );
  });
});
