import { badInput } from '../../../counting/bad-input';
import { EVERY_DAY, rangesOf } from '../../../counting/day-set';
import { type Comparison, comparedPeriod } from '../../../domain/calendar/compared-period';
import { addDays, type Day, daysBetween, FIRST_DAY, LAST_DAY } from '../../../domain/calendar/day';
import type { Period } from '../../../domain/calendar/financial-year';
import { directionOf } from '../../../domain/targets/direction';
import type { Direction } from '../../../domain/targets/standing';
import type { Context, CountingContext } from '../context';
import { areCallsPartly, partlyRecorded } from '../coverage/coverage';
import { askedFor } from '../figures/asked-figures';
import { MEASURES, type Measure } from '../figures/catalogue/measure-catalogue';
import { definitionOf, type MeasureDefinition } from '../figures/catalogue/measure-definitions';
import { refuseAgesOfFlows } from '../figures/check-ages';
import { canTellCalls, refuseUntoldCalls } from '../figures/check-calls';
import { type Checked, checkQuestion } from '../figures/check-question';
import type { CheckedFilter, MeasureFilter } from '../figures/filter';
import { isMeasureRecorded } from '../figures/measure-recorded';
import { type MeasureValue, measuredValue } from '../figures/row-values';
import { emptyTally } from '../figures/tally';
import { isWhole, viewOf } from '../small-numbers/protected-question';
import { isProtected } from '../small-numbers/rule';
import { tellAsked } from '../small-numbers/told-rows';
import { isBetter } from './better';
import { figureId } from './figure-id';

/** A value, and whether it was recorded and is not told. */
export interface ToldValue extends MeasureValue {
  readonly suppressed: boolean;
}

/** One figure of a scorecard. */
export interface Figure extends ToldValue {
  /** Unique for the figure and all that it was asked with; names whose records it is made of. */
  readonly id: string;
  readonly measure: Measure;
  readonly asAt: Day;
  readonly partial: boolean;
  /** What it is of, which says by what target it is judged. */
  readonly filter: CheckedFilter;
  readonly definition: MeasureDefinition;
  readonly comparisons: readonly ComparedFigure[];
}

interface ComparedFigure extends ToldValue, Period {
  readonly with: Comparison;
  readonly better: boolean | null;
  readonly direction: Direction | null;
}

/**
 * Figures with what makes them worth trusting, each beside the same of the periods to compare with. Throws BAD_USER_INPUT
 * as `measures` does, where none is named, and where the filter has no one period to compare.
 */
export async function figures(
  context: Context,
  {
    measures,
    compareWith,
    ...question
  }: {
    measures: readonly Measure[];
    where?: MeasureFilter | null | undefined;
    asAt?: unknown;
    compareWith?: readonly Comparison[] | null | undefined;
  },
): Promise<Figure[]> {
  if (measures.length === 0) throw badInput('measures', 'is empty: name the figures that are wanted.');
  const checked = await checkQuestion(context, question);
  refuseAgesOfFlows(measures, checked);
  refuseUntoldCalls(measures, checked);
  const periods = [...new Set(compareWith ?? [])].map((comparison) => comparedTo(comparison, checked));
  const values = await valuesOf(context, measures, checked);
  const compared = new Map<Comparison, ReadonlyMap<Measure, ToldValue>>();
  for (const { with: comparison, ...period } of periods)
    compared.set(comparison, await comparedValues(context, measures, { checked, period }));
  return measures.map((measure) => ({
    ...{ id: figureId(measure, { checked, compareWith }), measure },
    ...{ asAt: checked.at.asAt, definition: definitionOf(measure), filter: checked.filter },
    partial: isPartial(measure, checked),
    ...(values.get(measure) ?? NOT_RECORDED),
    comparisons: periods.map((period) => {
      const beside = compared.get(period.with)?.get(measure) ?? NOT_RECORDED;
      return { ...period, ...beside, ...standing(measure, values.get(measure) ?? NOT_RECORDED, beside) };
    }),
  }));
}

/** How a figure stands beside another of its measure: whether it is better, and whether by more than noise. */
function standing(measure: Measure, now: ToldValue, before: ToldValue) {
  const { unit, polarity } = MEASURES[measure];
  return {
    better: isBetter(measure, now.value, before.value),
    direction: directionOf({ unit, ...now }, { unit, ...before }, polarity),
  };
}

const isPartial = (measure: Measure, { filter, recording }: Checked): boolean =>
  measure === 'CALLS'
    ? canTellCalls({ filter }) && areCallsPartly(filter, recording)
    : partlyRecorded(filter, recording).length > 0;

const NOTHING = { value: null, numerator: null, denominator: null } as const;
const NOT_RECORDED: ToldValue = { ...NOTHING, suppressed: false };
const NOT_TOLD: ToldValue = { ...NOTHING, suppressed: true };

/** The values of some measures of one question; a measure that was not recorded has none. */
export async function valuesOf(
  context: CountingContext,
  measures: readonly Measure[],
  checked: Checked,
): Promise<ReadonlyMap<Measure, ToldValue>> {
  const { filter, at, recording } = checked;
  const { streams, stages, days } = filter;
  const covered = { streams, stages, days, asAt: at.asAt };
  const known = measures.filter((measure) => measure !== 'CALLS' || canTellCalls({ filter }));
  const recorded = known.filter((measure) => isMeasureRecorded(measure, covered, recording));
  if (recorded.length === 0) return new Map();
  const told = await tellAsked(context, { by: [], asked: askedFor(recorded), checked });
  const tally = told.rows[0] ?? emptyTally({});
  return new Map(
    recorded.map((measure) => [
      measure,
      told.areTold([tally], measure) ? { ...measuredValue(measure, tally), suppressed: false } : NOT_TOLD,
    ]),
  );
}

function comparedTo(comparison: Comparison, checked: Checked): Period & { readonly with: Comparison } {
  const period = comparedPeriod({ comparison, period: onePeriod(checked), asAt: checked.at.asAt });
  if (period !== null) return { with: comparison, ...period };
  throw badInput(
    'compareWith',
    `names ${comparison}, and there is no such period: the one of \`where\` has not begun, or the calendar ends before it.`,
  );
}

function onePeriod({ filter: { days } }: Checked): Period {
  const [period, ...others] = rangesOf(days, { from: FIRST_DAY, to: LAST_DAY });
  if (period && others.length === 0 && period.from > FIRST_DAY && period.to < LAST_DAY) return period;
  throw badInput(
    'compareWith',
    'needs one period with a first and a last day in `where`: a financial year, quarters of it that follow each other, or `from` and `to`.',
  );
}

/** Those of an earlier period. What is known some time later is told after as long as for the period that is compared. */
async function comparedValues(
  context: Context,
  measures: readonly Measure[],
  { checked, period }: { checked: Checked; period: Period },
): Promise<ReadonlyMap<Measure, ToldValue>> {
  const days = { ...EVERY_DAY, ...period };
  const earlier = { ...checked, filter: { ...checked.filter, days } };
  const lagging = measures.filter((measure) => LAGGING.has(measure));
  const others = measures.filter((measure) => !LAGGING.has(measure));
  if (isProtected(context.identity))
    return new Map([
      ...lagging.map((measure) => [measure, NOT_TOLD] as const),
      ...(await protectedValues(context, others, earlier, period)),
    ]);
  const asAt = asLongAfter(checked, period);
  return new Map([
    ...(others.length > 0 ? await valuesOf(context, others, earlier) : []),
    ...(lagging.length > 0
      ? await valuesOf(context, lagging, { ...earlier, at: { asAt, isCut: true } })
      : []),
  ]);
}

/** As many days of a period that goes on may be no whole quarters: those are not told. */
async function protectedValues(
  context: Context,
  measures: readonly Measure[],
  checked: Checked,
  period: Period,
): Promise<ReadonlyMap<Measure, ToldValue>> {
  const isTold = isWhole(period, { until: checked.at.asAt, view: viewOf([], checked.filter) });
  return isTold
    ? valuesOf(context, measures, checked)
    : new Map(measures.map((measure) => [measure, NOT_TOLD]));
}

/** What is known of a period only some time after it. */
const LAGGING: ReadonlySet<Measure> = new Set<Measure>([
  ...(['WENT_ON', 'WENT_ON_RATE', 'PROMISES_KEPT_LATE', 'PROMISES_OVERDUE', 'PROMISE_KEPT_RATE'] as const),
  ...(['IN_TIME_WITH_PROMISES', 'IN_TIME_PROMISE_LATE', 'IN_TIME_PROMISE_LATE_RATE'] as const),
]);

function asLongAfter(checked: Checked, compared: Period): Day {
  const { asAt } = checked.at;
  const { to } = onePeriod(checked);
  return addDays(compared.to, to < asAt ? daysBetween({ from: to, to: asAt }) : 0);
}
