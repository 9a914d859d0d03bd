import { type Period, periodOf } from '../../../../domain/calendar/financial-year';
import { periodWords } from '../../../../domain/figures/periods';
import type { Reach } from '../../reach';
import { type ChosenReport, chosenReport } from '../../report/chosen-report';

/** The period that is to be reported. */
export interface ChosenPeriod extends Pick<ChosenReport, 'financialYear' | 'upTo' | 'years' | 'problems'> {
  readonly days: Period;
  /** Whether it is the quarter alone, and not the year up to it. */
  readonly isQuarterAlone: boolean;
  readonly words: string;
}

/** Reads year and quarter as the report does; `only=quarter` leaves the quarters before it out. */
export function chosenPeriod(
  query: Readonly<Record<string, unknown>>,
  reach: Pick<Reach, 'asAt' | 'sources'>,
): ChosenPeriod | null {
  const { financialYear, upTo, years, problems } = chosenReport(query, reach);
  const isQuarterAlone = query.only === 'quarter';
  const first = periodOf({ financialYear, quarter: isQuarterAlone ? upTo : 'Q1' });
  const last = periodOf({ financialYear, quarter: upTo });
  if (first === null || last === null) return null;
  const days = { from: first.from, to: last.to };
  return { financialYear, upTo, years, problems, days, isQuarterAlone, words: periodWords(days) };
}
