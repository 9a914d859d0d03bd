import { quantitiesOf } from './quantities';
import { sumsOf } from './relations';
import { counted, rated } from './testing/made-report';

const Q1 = { financialYears: ['2021-22'], quarters: ['Q1'] };
const Q2 = { financialYears: ['2021-22'], quarters: ['Q2'] };
const HALF = { from: '2021-04-01', to: '2021-09-30' };

const sums = (...cells: readonly Parameters<typeof quantitiesOf>[0][]) =>
  sumsOf(cells.flatMap(quantitiesOf), () => null);

/** The sums by their values. */
function numbers({ relations, values }: ReturnType<typeof sums>) {
  const told = (key: string) => values.get(key);
  return relations.map(({ whole, parts }) => [told(whole), parts.map(told)]);
}

describe('the sums of a report', () => {
  it('add up quarters to their period', () => {
    expect(numbers(sums(counted('a', 55, Q1), counted('b', 67, Q2), counted('c', 122, HALF)))).toEqual([
      [122, [55, 67]],
    ]);
  });

  it('hold what is left over, as a number that no cell tells', () => {
    const made = sums(counted('a', 55, Q1), counted('c', 122, HALF));
    expect([numbers(made), made.rests.size]).toEqual([[[122, [55, 67]]], 1]);
  });

  it('take a rate for its parts, and find them again as measures of their own', () => {
    const made = sums(
      rated('a', [30, 40], { measure: 'UPHOLD_RATE' }),
      counted('b', 10, { measure: 'NOT_UPHELD' }),
      counted('c', 50, { measure: 'ANSWERED' }),
    );
    expect(numbers(made)).toContainEqual([40, [30, 10]]);
    expect(numbers(made)).toContainEqual([50, [40, 10]]);
  });

  it('never add up what is open at two days', () => {
    const open = (id: string, value: number, days: object) =>
      counted(id, value, { measure: 'OPEN', ...days });
    expect(numbers(sums(open('a', 5, Q1), open('b', 7, Q2), open('c', 12, HALF)))).toEqual([]);
  });

  it('never add up what contradicts itself', () => {
    expect(numbers(sums(counted('a', 130, Q1), counted('c', 122, HALF)))).toEqual([]);
  });
});
