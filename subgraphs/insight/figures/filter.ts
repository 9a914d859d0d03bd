import type { DaySet } from '../../../counting/day-set';
import { checkList, checkPeriod, type PeriodFilter } from '../../../counting/period';
import type { Day } from '../../../domain/calendar/day';
import type { AgeBand } from './catalogue/age-bands';
import { type CheckedParts, checkParts, type KnownParts, type PartsFilter } from './parts';

/** The filter of `measures` and `counted`, as it comes. */
export interface MeasureFilter extends PartsFilter, PeriodFilter {
  readonly ageBands?: readonly AgeBand[] | null | undefined;
}

/** A filter that can be answered. */
export interface CheckedFilter extends CheckedParts {
  readonly stages: readonly number[] | null;
  readonly days: DaySet;
  /** Of what is open alone; left out where it does not narrow. */
  readonly ageBands?: readonly AgeBand[];
}

/** Checks a filter of figures; names of periods are told from `today`. Throws BAD_USER_INPUT that names the part, with how to write it. */
export function checkFilter(
  where: MeasureFilter | null | undefined,
  known: KnownParts,
  today: Day,
): CheckedFilter {
  const days = checkPeriod(where, today);
  const ageBands = checkList('where.ageBands', where?.ageBands);
  return { stages: null, ...checkParts(where, known), days, ...(ageBands && { ageBands }) };
}
