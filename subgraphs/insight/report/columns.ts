import type { StreamReport } from '../../../contracts/report';
import { type DaySet, EVERY_DAY } from '../../../counting/day-set';
import { goesOnPast, isReached, type Reaches } from '../../../counting/reach';
import {
  type FinancialYear,
  financialYearsBefore,
  type Quarter,
} from '../../../domain/calendar/financial-year';

/** A column of the report: a financial year, or some quarters of it. */
export interface Column {
  readonly label: string;
  readonly financialYear: FinancialYear;
  readonly quarters: readonly Quarter[] | null;
}

const QUARTERS: readonly Quarter[] = ['Q1', 'Q2', 'Q3', 'Q4'];

/** The quarters of a financial year, up to and with one. */
export const quartersUpTo = (upTo: Quarter): readonly Quarter[] =>
  QUARTERS.slice(0, QUARTERS.indexOf(upTo) + 1);

/** The two years before, each quarter so far, the period so far, and for some streams that period of the years before. */
export function columnsOf(
  { samePeriodOfYearsBefore }: Pick<StreamReport, 'samePeriodOfYearsBefore'>,
  { year, upTo }: { year: FinancialYear; upTo: Quarter },
): readonly Column[] {
  const before = financialYearsBefore({ financialYear: year, count: 2 });
  const quarters = quartersUpTo(upTo);
  const soFar = upTo === 'Q1' ? 'Q1' : `Q1-${upTo}`;
  const period = (financialYear: FinancialYear) => ({
    label: `${financialYear} ${soFar}`,
    financialYear,
    quarters,
  });
  return [
    ...before.map((financialYear) => ({ label: financialYear, financialYear, quarters: null })),
    ...quarters.map((quarter) => ({ label: `${year} ${quarter}`, financialYear: year, quarters: [quarter] })),
    ...(upTo === 'Q1' ? [] : [period(year)]),
    ...(samePeriodOfYearsBefore && upTo !== 'Q4' ? before.map(period) : []),
  ];
}

/** The days of a column. */
export const daysOf = ({ financialYear, quarters }: Column): DaySet => ({
  ...EVERY_DAY,
  financialYears: [financialYear],
  quarters,
});

/** A column's label; that of a period which goes on after the newest day of its records says up to which day it counts. */
export function labelOf(column: Column, keeper: string, reaches: Reaches | undefined): string {
  const reach = reaches?.get(keeper);
  const days = daysOf(column);
  const isCutShort = reaches && reach && isReached(days, [keeper], reaches) && goesOnPast(days, reach);
  return isCutShort ? `${column.label} to ${reach.to}` : column.label;
}
