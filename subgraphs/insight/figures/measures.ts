import { commonDays, type DaySet } from '../../../counting/day-set';
import { refuseRepeated, refuseTooManyRows } from '../../../counting/statement';
import { lastDayOfMonth } from '../../../domain/calendar/months';
import type { CountingContext } from '../context';
import type { AsAtDay } from '../coverage/as-at';
import { areCallsPartly, partlyRecorded } from '../coverage/coverage';
import type { MadeOf } from '../coverage/known-sources';
import { type ToldRows, tellAsked } from '../small-numbers/told-rows';
import { type Asked, askedFor, ROW_MEASURES } from './asked-figures';
import type { Measure } from './catalogue/measure-catalogue';
import { refuseAgesOfFlows } from './check-ages';
import { canTellCalls, refuseUntoldCalls } from './check-calls';
import { type Checked, checkQuestion, questionOf } from './check-question';
import { fillGaps } from './fill-gaps';
import type { CheckedFilter, MeasureFilter } from './filter';
import { isMeasureRecorded } from './measure-recorded';
import { type DimensionValues, dimensionsOf } from './question';
import { figuresOf, type Figures as RowFigures } from './row-values';
import type { Dimension } from './stage-dimensions';
import type { Tally } from './tally';

/** One row of figures: the dimensions and figures that were asked for, null where it was not recorded. */
export type MeasureRow = DimensionValues &
  RowFigures & {
    /** What was recorded and is not told; left out where everything is told. */
    readonly suppressed?: readonly Measure[];
  };

/** Figures and the day they are of. */
export interface Figures extends AsAtDay {
  /** Streams whose records end before the period does. */
  readonly partial: readonly string[];
  /** Whether the exports of calls do, where calls were asked for and can be told. */
  readonly callsPartial: boolean;
  readonly madeOf: MadeOf;
  readonly rows: readonly MeasureRow[];
  /** What was counted. */
  readonly filter: CheckedFilter;
}

/** What is counted where nobody says what is wanted. */
const USUAL = askedFor(ROW_MEASURES);

/**
 * Figures by dimensions, as the contract says: ordered as asked, 0 where nothing happened, null where it was not
 * recorded, with `fill` a row for each combination that could have something. What nobody asked for is not counted, and
 * null. Throws BAD_USER_INPUT for what cannot be answered, and for more than 10,000 rows.
 */
export async function measures(
  context: CountingContext,
  {
    by,
    fill,
    asked = USUAL,
    ...question
  }: {
    by: readonly Dimension[];
    where?: MeasureFilter | null | undefined;
    fill?: boolean | null | undefined;
    asAt?: unknown;
    asked?: Asked;
  },
): Promise<Figures> {
  refuseRepeated(by);
  const checked = await checkQuestion(context, question);
  const { filter, at, recording } = checked;
  refuseAgesOfFlows(asked.measures, { by, filter });
  refuseUntoldCalls(asked.measures, { by, filter });
  const told = await tellAsked(context, { by, asked, checked });
  refuseTooManyRows(told.rows, { narrowTo: 'some streams, services or a shorter period' });
  const toldOfCalls = asked.measures.includes('CALLS') && canTellCalls({ by, filter });
  const asking = { ...questionOf(by, checked), recording, toldOfCalls };
  const rows = fill ? await fillGaps(context.transaction, told.rows, asking) : told.rows;
  return {
    ...at,
    partial: partlyRecorded(filter, recording),
    callsPartial: toldOfCalls && areCallsPartly(filter, recording),
    madeOf: madeOf(asked.measures),
    filter,
    rows: withNulls(rows, { by, asked, checked, told }),
  };
}

/** Of what figures are made that some measures are of. */
function madeOf(measures: readonly Measure[]): MadeOf {
  if (!measures.includes('CALLS')) return 'records';
  return measures.length === 1 ? 'calls' : 'both';
}

interface Answering {
  readonly by: readonly Dimension[];
  readonly asked: Asked;
  readonly checked: Checked;
  readonly told: ToldRows;
}

/** Rows that cover the same streams, stages and days share their answer; there are few such kinds of rows. */
function withNulls(rows: readonly Tally[], answering: Answering): readonly MeasureRow[] {
  const known = new Map<string, ReadonlySet<Measure>>();
  return rows.map((row) => {
    const kind = JSON.stringify([row.stream, row.stage, row.financialYear, row.quarter, row.month]);
    const recorded = known.get(kind) ?? recordedMeasures(row, answering);
    known.set(kind, recorded);
    return toldRow(row, { asked: answering.asked.measures, recorded, told: answering.told });
  });
}

/** A row with null for what was not recorded, and for what is not told. */
function toldRow(
  row: Tally,
  {
    asked,
    recorded,
    told,
  }: { readonly asked: readonly Measure[]; readonly recorded: ReadonlySet<Measure>; readonly told: ToldRows },
): MeasureRow {
  const suppressed = [...recorded].filter((measure) => !told.areTold([row], measure));
  if (suppressed.length === 0) return Object.assign(dimensionsOf(row), figuresOf(row, { asked, recorded }));
  const shown = new Set([...recorded].filter((measure) => !suppressed.includes(measure)));
  return Object.assign(dimensionsOf(row), figuresOf(row, { asked, recorded: shown }), { suppressed });
}

/** Those of the measures that were asked for that were recorded for all that a row covers. */
function recordedMeasures(row: DimensionValues, { by, asked, checked }: Answering): ReadonlySet<Measure> {
  const { filter, at, recording } = checked;
  // A row of no stream, where rows are divided by stream, covers none: nothing of it could have gone unrecorded.
  const ofRow = row.stream === null ? [] : [row.stream];
  const covered = {
    streams: by.includes('STREAM') ? ofRow : filter.streams,
    stages: row.stage ? [row.stage] : filter.stages,
    days: commonDays(filter.days, daysOfRow(row)),
    asAt: at.asAt,
  };
  const known = asked.measures.filter((measure) => measure !== 'CALLS' || canTellCalls({ by, filter }));
  return new Set(known.filter((measure) => isMeasureRecorded(measure, covered, recording)));
}

/** The days that a row speaks of by its dimensions of time. */
function daysOfRow({ financialYear, quarter, month }: DimensionValues): DaySet {
  return {
    from: month,
    to: month && lastDayOfMonth(month),
    financialYears: financialYear && [financialYear],
    quarters: quarter && [quarter],
  };
}
