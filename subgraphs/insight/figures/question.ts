import type { Day } from '../../../domain/calendar/day';
import type { FinancialYear, Quarter } from '../../../domain/calendar/financial-year';
import type { Rollup } from '../rollups/rollup-tables';
import type { AgeBand } from './catalogue/age-bands';
import type { CheckedFilter } from './filter';
import { type Dimension, FIELDS } from './stage-dimensions';

/** What is asked of the facts, once it is checked. */
export interface Question {
  readonly by: readonly Dimension[];
  readonly filter: CheckedFilter;
  /** The day as at which the facts are read. */
  readonly asAt: Day;
  /** Whether what came later is left out; where nobody asked for a day, all that is recorded counts. */
  readonly isCut: boolean;
  /** The rollups that may be read in place of the facts; none where they are left out. */
  readonly rollups?: readonly Rollup[];
  /** The most rows that an answer may have, and one more. */
  readonly limit: number;
}

/** A row by its dimensions. One that was not asked for is null. */
export interface DimensionValues {
  readonly stream: string | null;
  readonly stage: number | null;
  readonly financialYear: FinancialYear | null;
  readonly quarter: Quarter | null;
  /** The month's first day. */
  readonly month: Day | null;
  readonly directorate: string | null;
  readonly service: string | null;
  readonly theme: string | null;
  readonly channel: string | null;
  readonly outcome: string | null;
  readonly route: string | null;
  readonly closureReason: string | null;
  readonly ombudsman: string | null;
  readonly ageBand: AgeBand | null;
}

/** Some of a row's dimensions. */
export type SomeValues = Partial<DimensionValues>;

export const NO_DIMENSION: DimensionValues = {
  ...{ stream: null, stage: null, financialYear: null, quarter: null, month: null },
  ...{ directorate: null, service: null, theme: null, channel: null, outcome: null },
  ...{ route: null, closureReason: null, ombudsman: null, ageBand: null },
};

/** The dimensions of a row alone. */
export const dimensionsOf = (row: DimensionValues): DimensionValues => {
  // Written out: copying such a row by spreading takes three times as long, and answers have thousands.
  const { stream, stage, financialYear, quarter, month, directorate, service } = row;
  const { theme, channel, outcome, route, closureReason, ombudsman, ageBand } = row;
  // biome-ignore format: one line says it
  return { stream, stage, financialYear, quarter, month, directorate, service, theme, channel, outcome, route, closureReason, ombudsman, ageBand };
};

/** What tells the rows of some dimensions apart. */
export const keyOfRow =
  (by: readonly Dimension[]) =>
  (row: SomeValues): string =>
    JSON.stringify(by.map((dimension) => row[FIELDS[dimension]] ?? null));

export const TIME: readonly Dimension[] = ['FINANCIAL_YEAR', 'QUARTER', 'MONTH'];

/** The dimensions of a question that are none of time. */
export const withoutTime = (by: readonly Dimension[]): Dimension[] =>
  by.filter((dimension) => !TIME.includes(dimension));
