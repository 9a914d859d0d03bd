import type { Filter } from '../../filters/parts';

/** A quarter of a financial year. */
export interface QuarterName {
  readonly financialYear: string;
  readonly quarter: 'Q1' | 'Q2' | 'Q3' | 'Q4';
}

const QUARTERS = ['Q1', 'Q2', 'Q3', 'Q4'] as const;

/** The quarters of years in order, up to and with the one that `lastDay` falls in. */
export function quartersUpTo(years: readonly string[], last: QuarterName): QuarterName[] {
  const all = years.flatMap((financialYear) => QUARTERS.map((quarter) => ({ financialYear, quarter })));
  const end = all.findIndex((each) => isQuarter(each, last));
  return end === -1 ? all : all.slice(0, end + 1);
}

/** Whether a row is of a quarter. */
export const isQuarter = (
  row: { readonly financialYear?: string | null; readonly quarter?: string | null },
  { financialYear, quarter }: QuarterName,
): boolean => row.financialYear === financialYear && row.quarter === quarter;

/** How a table and an axis name a quarter. */
export const quarterLabel = ({ financialYear, quarter }: QuarterName) => ({
  label: `${quarter} ${financialYear}`,
  shortLabel: `${quarter} ${financialYear.slice(2, 4)}`,
});

/** What is of a quarter, as a filter. */
export const inQuarter = ({ financialYear, quarter }: QuarterName): Filter => ({
  financialYears: [financialYear],
  quarters: [quarter],
});
