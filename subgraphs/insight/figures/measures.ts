import { commonDays, type DaySet, EVERY_DAY } from '../../../counting/day-set';
import { Parameters } from '../../../counting/days-sql';
import { ROWS_TO_READ, refuseRepeated, refuseTooManyRows } from '../../../counting/statement';
import { type Day, londonDayOf } from '../../../domain/calendar/day';
import { lastDayOfMonth } from '../../../domain/calendar/months';
import type { Context } from '../context';
import { isRecorded, partlyRecorded, type Recording } from '../coverage/coverage';
import { type CountedRow, countFacts, countOf } from './count-facts';
import { fillGaps } from './fill-gaps';
import { type CheckedFilter, checkFilter, type MeasureFilter } from './filter';
import { partsSql } from './filter-sql';
import { type Figure, MEASURES, type Measure } from './measure-catalogue';
import type { Dimension } from './stage-dimensions';

/** One row of figures: the dimensions that were asked for, and every figure, null where it was not recorded. */
export type MeasureRow = Omit<CountedRow, Figure> & Readonly<Record<Figure, number | null>>;

/** Figures and the day they are of. */
export interface Figures {
  readonly asAt: Day;
  /** Streams whose records end before the period does. */
  readonly partial: readonly string[];
  readonly rows: readonly MeasureRow[];
  /** What was counted. */
  readonly filter: CheckedFilter;
}

/**
 * Figures by dimensions, as the contract says: ordered as asked, 0 where nothing happened, null where it was not
 * recorded, with `fill` a row for each combination that could have something. Throws BAD_USER_INPUT for what cannot be answered, and for more than 10,000 rows.
 */
export async function measures(
  { transaction, reference, clock }: Context,
  {
    by,
    where,
    fill,
  }: {
    by: readonly Dimension[];
    where?: MeasureFilter | null | undefined;
    fill?: boolean | null | undefined;
  },
): Promise<Figures> {
  refuseRepeated(by);
  const { known: names, recording, asAt } = await reference();
  const filter = checkFilter(where, names, londonDayOf(clock.now()));
  const counted = await countFacts(transaction, { by, filter, limit: ROWS_TO_READ });
  refuseTooManyRows(counted, { narrowTo: 'some streams, services or a shorter period' });
  const rows = fill
    ? await fillGaps(transaction, counted, { by, filter, recording, limit: ROWS_TO_READ })
    : counted;
  return {
    asAt,
    partial: partlyRecorded(filter, recording),
    filter,
    rows: withNulls(rows, { by, filter, recording }),
  };
}

/** The one figure of a measure: what `measures` says without a dimension. Null where it was not recorded. */
export async function figureOf(
  { transaction, reference }: Context,
  { measure, filter }: { measure: Measure; filter: CheckedFilter },
): Promise<number | null> {
  const { figure } = MEASURES[measure];
  const { recording } = await reference();
  const covered = { figure, streams: filter.streams, stages: filter.stages, days: filter.days };
  if (!isRecorded(covered, recording)) return null;
  return countOf(transaction, { measure, filter });
}

/**
 * How many closed complaints of a filter have no day on which they were, whatever its period: no figure counts them. Null
 * where nothing of the streams is recorded that the caller may see.
 */
export async function closedWithoutDay(
  { filter }: Pick<Figures, 'filter'>,
  { transaction, reference }: Context,
): Promise<number | null> {
  const { recording } = await reference();
  const cover = { streams: filter.streams, stages: filter.stages, days: EVERY_DAY };
  if (!isRecorded({ figure: 'closed', ...cover }, recording)) return null;
  const parameters = new Parameters();
  const conditions = ["status = 'CLOSED'", 'closed_on is null', ...partsSql(filter, parameters)];
  const rows = await transaction.query<{ count: number }>(
    `select count(*)::int as count from insight.complaint_fact where ${conditions.join(' and ')}`,
    parameters.values,
  );
  return rows[0]?.count ?? 0;
}

const FIGURES = Object.values(MEASURES).map(({ figure }) => figure);
/** Rows that cover the same streams, stages and days share their answer; there are few such kinds of rows. */
function withNulls(
  rows: readonly CountedRow[],
  asked: { by: readonly Dimension[]; filter: CheckedFilter; recording: Recording },
): readonly MeasureRow[] {
  const known = new Map<string, ReadonlySet<Figure>>();
  return rows.map((row) => {
    const kind = JSON.stringify([row.stream, row.stage, row.financialYear, row.quarter, row.month]);
    const recorded = known.get(kind) ?? recordedFigures(row, asked);
    known.set(kind, recorded);
    const figures = FIGURES.map((figure) => [figure, recorded.has(figure) ? row[figure] : null]);
    return { ...row, ...Object.fromEntries(figures) };
  });
}

function recordedFigures(
  row: CountedRow,
  { by, filter, recording }: { by: readonly Dimension[]; filter: CheckedFilter; recording: Recording },
): ReadonlySet<Figure> {
  // A row of no stream, where rows are divided by stream, covers none: nothing of it could have gone unrecorded.
  const ofRow = row.stream === null ? [] : [row.stream];
  const cover = {
    streams: by.includes('STREAM') ? ofRow : filter.streams,
    stages: row.stage ? [row.stage] : filter.stages,
    days: commonDays(filter.days, daysOfRow(row)),
  };
  return new Set(FIGURES.filter((figure) => isRecorded({ figure, ...cover }, recording)));
}

/** The days that a row speaks of by its dimensions of time. */
function daysOfRow({ financialYear, quarter, month }: CountedRow): DaySet {
  return {
    from: month,
    to: month && lastDayOfMonth(month),
    financialYears: financialYear && [financialYear],
    quarters: quarter && [quarter],
  };
}
