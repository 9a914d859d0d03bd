import { rangesOf } from '../../../counting/day-set';
import { FIRST_DAY, LAST_DAY } from '../../../domain/calendar/day';
import { type FinancialYear, financialYearOf, periodOf } from '../../../domain/calendar/financial-year';
import { type Judged, judge } from '../../../domain/targets/judge';
import { type Aimed, targetFor } from '../../../domain/targets/target-for';
import { MEASURES, type Measure } from '../figures/catalogue/measure-catalogue';
import type { CheckedFilter } from '../figures/filter';
import type { KnownParts } from '../figures/parts';
import type { MeasureValue } from '../figures/row-values';
import { directorateNamed } from './names';
import type { Target } from './targets';

/** A figure with what it is of. */
export interface FigureOf extends MeasureValue {
  readonly measure: Measure;
  readonly suppressed: boolean;
  readonly filter: CheckedFilter;
}

/** How a figure stands to the target that holds for it. */
export interface JudgedFigure extends Judged {
  readonly targetId: string;
  readonly value: number;
  readonly tolerance: number;
}

/** How a figure stands to the most specific target that holds for it; null where none does, and where nothing can be judged. */
export function judgedFigure(
  figure: FigureOf,
  targets: readonly Target[],
  known: KnownParts,
): JudgedFigure | null {
  const aimed = aimedAt(figure, known);
  const holding = targets.filter(({ isEnded }) => !isEnded);
  const target = aimed && targetFor(holding, aimed);
  if (target === null) return null;
  const { unit, polarity } = MEASURES[figure.measure];
  const judged = judge({ unit, ...figure }, target, polarity);
  const { id, value, tolerance } = target;
  return judged && { ...judged, targetId: id, value, tolerance };
}

/** Of what a figure is, as targets are; null where none could hold for it: of two streams, or of one theme, say. */
function aimedAt({ measure, filter }: FigureOf, known: KnownParts): Aimed | null {
  const { streams, stages, services, directorates, days, ...narrower } = filter;
  const financialYear = yearToJudge(measure, filter);
  const isOne = [streams, stages, services?.ids ?? null, directorates?.names ?? null].every(
    (part) => part === null || part.length === 1,
  );
  const isNarrower = Object.values(narrower).some((part) => part !== undefined && part !== null);
  const isOfNone = services?.notRecorded === true || directorates?.notRecorded === true;
  if (financialYear === null || !isOne || isNarrower || isOfNone) return null;
  const service = known.services.find(({ id }) => id === services?.ids[0]);
  const directorateId = service?.directorateId ?? directorates?.ids[0] ?? null;
  return {
    ...{ measure, financialYear, stream: streams?.[0] ?? null, stage: stages?.[0] ?? null },
    directorate: directorateId && directorateNamed(directorateId, known),
    service: service?.name ?? null,
  };
}

/**
 * The year by whose target a figure of some days is judged: the one that they lie in. A count of what happened is judged for
 * whole years alone, since its target is of one; null otherwise.
 */
export function yearToJudge(measure: Measure, { days }: Pick<CheckedFilter, 'days'>): FinancialYear | null {
  const [period, ...others] = rangesOf(days, { from: FIRST_DAY, to: LAST_DAY });
  if (period === undefined || others.length > 0) return null;
  const financialYear = financialYearOf(period.from);
  const year = periodOf({ financialYear });
  if (year === null || period.to > year.to) return null;
  const isWhole = period.from === year.from && period.to === year.to;
  return MEASURES[measure].kind === 'count' && !isWhole ? null : financialYear;
}
