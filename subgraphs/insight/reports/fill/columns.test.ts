import { parseFinancialYear, type Quarter } from '../../../../domain/calendar/financial-year';
import { columnsOf } from '../../report/columns';
import type { ColumnDefinition, ColumnPeriod } from '../definitions/definition';
import { describedColumns, plannedColumns } from './columns';

const year = parseFinancialYear('2021-22')!;
const planned = (period: ColumnPeriod, upTo: Quarter, rest: { key?: string; label?: string } = {}) =>
  plannedColumns([{ kind: 'FIGURE', period, ...rest }], { year, upTo }).map((column) => [
    column.key,
    column.kind === 'FIGURE' ? column.label : null,
  ]);

describe('the columns of a table', () => {
  it.each<[ColumnPeriod, Quarter, readonly (readonly [string, string])[]]>([
    [
      'YEARS_BEFORE',
      'Q2',
      [
        ['year-2', '2019-20'],
        ['year-1', '2020-21'],
      ],
    ],
    [
      'QUARTERS',
      'Q2',
      [
        ['q1', '2021-22 Q1'],
        ['q2', '2021-22 Q2'],
      ],
    ],
    [
      'CUMULATIVE_QUARTERS',
      'Q2',
      [
        ['to-q1', '2021-22 Q1'],
        ['so-far', '2021-22 Q1-Q2'],
      ],
    ],
    ['SO_FAR', 'Q1', [['so-far', '2021-22 Q1']]],
    ['SO_FAR', 'Q4', [['so-far', '2021-22']]],
    ['SAME_PERIOD_LAST_YEAR', 'Q3', [['year-1-so-far', '2020-21 Q1-Q3']]],
    [
      'SAME_PERIOD_OF_YEARS_BEFORE',
      'Q1',
      [
        ['year-2-so-far', '2019-20 Q1'],
        ['year-1-so-far', '2020-21 Q1'],
      ],
    ],
    // Of a whole year that is the year before, which has a column.
    ['SAME_PERIOD_LAST_YEAR', 'Q4', []],
  ])('of %s up to %s', (period, upTo, columns) => {
    expect(planned(period, upTo)).toEqual(columns);
  });

  it('have a key and words of their own where two are of one period', () => {
    expect(planned('SO_FAR', 'Q2', { key: 'late', label: 'Late' })).toEqual([
      ['late-so-far', 'Late, 2021-22 Q1-Q2'],
    ]);
  });

  it('compare a whole year with the one before', () => {
    const direction: ColumnDefinition = {
      ...{ kind: 'DIRECTION', key: 'direction', label: 'Direction' },
      ...{ of: 'so-far', before: 'year-1-so-far' },
    };
    const columnsUpTo = (upTo: Quarter) => plannedColumns([direction], { year, upTo });
    expect(columnsUpTo('Q2')).toMatchObject([{ before: 'year-1-so-far' }]);
    expect(columnsUpTo('Q4')).toMatchObject([{ before: 'year-1' }]);
  });

  it.each(['Q1', 'Q2', 'Q3', 'Q4'] as const)(
    'by which parts describe themselves are the period report’s, up to %s',
    (upTo) => {
      for (const samePeriodOfYearsBefore of [true, false]) {
        const report = { samePeriodOfYearsBefore };
        const columns = describedColumns(report, {
          keeper: 'ADULTS',
          reach: undefined,
          reported: { year, upTo },
        });
        expect(columns.map(({ period }) => period)).toEqual(columnsOf(report, { year, upTo }));
        const keys = columns.map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
        expect(keys.every((key) => /^(year-[12]|q[1-4]|so-far|year-[12]-so-far)$/.test(key))).toBe(true);
      }
    },
  );
});
