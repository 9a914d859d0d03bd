import type { StreamReport } from '../../../../contracts/report';
import type { Reaches } from '../../../../counting/reach';
import {
  type FinancialYear,
  financialYearsBefore,
  type Quarter,
} from '../../../../domain/calendar/financial-year';
import { type Column, columnsOf, labelOf, quartersUpTo } from '../../report/columns';
import type { ColumnDefinition, ColumnPeriod, Given } from '../definitions/definition';

/** What a report speaks of. */
export interface Reported {
  readonly year: FinancialYear;
  readonly upTo: Quarter;
}

/** A column of figures of one period. */
export interface FigureColumn {
  readonly kind: 'FIGURE';
  readonly key: string;
  readonly label: string;
  readonly given: Given;
  readonly period: Column;
  /** Whether it says nothing before its last quarter is recorded, since it would repeat the one before. */
  readonly needsLastQuarter: boolean;
}

export type PlannedColumn = FigureColumn | Exclude<ColumnDefinition, { readonly kind: 'FIGURE' }>;

/** The columns of a report's year and quarter that a definition stands for. */
export const plannedColumns = (
  columns: readonly ColumnDefinition[],
  reported: Reported,
): readonly PlannedColumn[] =>
  columns.flatMap<PlannedColumn>((column) => {
    if (column.kind === 'FIGURE') return figureColumns(column, reported);
    return column.kind === 'DIRECTION' ? [{ ...column, before: keyIn(column.before, reported) }] : [column];
  });

/** Of a whole year, the same period of another is that year: its column is the one that is there. */
const keyIn = (key: string, { upTo }: Reported): string =>
  upTo === 'Q4' ? key.replace(/^(year-\d)-so-far$/, '$1') : key;

function figureColumns(
  column: Extract<ColumnDefinition, { readonly kind: 'FIGURE' }>,
  reported: Reported,
): readonly FigureColumn[] {
  const { kind, period, key, label, ...given } = column;
  return PERIODS[period](reported).map((each) => ({
    ...{ kind, given, period: each.column, needsLastQuarter: period === 'CUMULATIVE_QUARTERS' },
    key: key === undefined ? each.key : `${key}-${each.key}`,
    label: label === undefined ? each.column.label : `${label}, ${each.column.label}`,
  }));
}

/** A period with its key, which is the same in each version of a report, whatever its quarter. */
interface KeyedPeriod {
  readonly key: string;
  readonly column: Column;
}

const PERIODS: Readonly<Record<ColumnPeriod, (reported: Reported) => readonly KeyedPeriod[]>> = {
  YEARS_BEFORE: ({ year }) =>
    yearsBefore(year, 2).map(({ key, financialYear }) => ({
      key,
      column: { label: financialYear, financialYear, quarters: null },
    })),
  QUARTERS: ({ year, upTo }) =>
    quartersUpTo(upTo).map((quarter) => ({
      key: quarter.toLowerCase(),
      column: quartersOf(year, [quarter]),
    })),
  CUMULATIVE_QUARTERS: ({ year, upTo }) =>
    quartersUpTo(upTo).map((quarter) => ({
      key: quarter === upTo ? 'so-far' : `to-${quarter.toLowerCase()}`,
      column: quartersOf(year, quartersUpTo(quarter)),
    })),
  SO_FAR: ({ year, upTo }) => [{ key: 'so-far', column: quartersOf(year, quartersUpTo(upTo)) }],
  SAME_PERIOD_OF_YEARS_BEFORE: (reported) => samePeriod(reported, 2),
  SAME_PERIOD_LAST_YEAR: (reported) => samePeriod(reported, 1),
};

const keysOfPeriod = (period: ColumnPeriod, reported: Reported): readonly string[] =>
  PERIODS[period](reported).map(({ key }) => key);

const samePeriod = ({ year, upTo }: Reported, count: number): readonly KeyedPeriod[] =>
  upTo === 'Q4'
    ? []
    : yearsBefore(year, count).map(({ key, financialYear }) => ({
        key: `${key}-so-far`,
        column: quartersOf(financialYear, quartersUpTo(upTo)),
      }));

/** `year-2` is the year two years before. */
const yearsBefore = (year: FinancialYear, count: number) =>
  financialYearsBefore({ financialYear: year, count }).map((financialYear, place) => ({
    key: `year-${count - place}`,
    financialYear,
  }));

/** Some quarters that follow each other; all four are the year. */
function quartersOf(financialYear: FinancialYear, quarters: readonly Quarter[]): Column {
  if (quarters.length === 4) return { label: financialYear, financialYear, quarters: null };
  const [first, last] = [quarters[0], quarters.at(-1)];
  const named = first === last ? first : `${first}-${last}`;
  return { label: `${financialYear} ${named}`, financialYear, quarters };
}

/** The columns of a table by which a part describes itself, as the period report has them, with their keys. */
export function describedColumns(
  report: Pick<StreamReport, 'samePeriodOfYearsBefore'>,
  {
    keeper,
    reach,
    reported,
  }: { readonly keeper: string; readonly reach: Reaches | undefined; readonly reported: Reported },
): readonly FigureColumn[] {
  const keys = [
    ...keysOfPeriod('YEARS_BEFORE', reported),
    ...keysOfPeriod('QUARTERS', reported),
    ...(reported.upTo === 'Q1' ? [] : keysOfPeriod('SO_FAR', reported)),
    ...keysOfPeriod('SAME_PERIOD_OF_YEARS_BEFORE', reported),
  ];
  return columnsOf(report, reported).map((period, place) => ({
    kind: 'FIGURE',
    key: keys[place] ?? period.label,
    label: labelOf(period, keeper, reach),
    ...{ given: {}, period, needsLastQuarter: false },
  }));
}
