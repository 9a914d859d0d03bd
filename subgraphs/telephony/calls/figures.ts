import { type DaySet, isEveryDay } from '../../../counting/day-set';
import { daysSql, Parameters } from '../../../counting/days-sql';
import { type Dimensions, NOT_RECORDED, TIME_DIMENSIONS } from '../../../counting/dimensions';
import { checkPeriod, type PeriodFilter } from '../../../counting/period';
import { goesOnPast, isReached, type Reach, withHeld } from '../../../counting/reach';
import { reachOf, type StreamlessSource, sourcesFor } from '../../../counting/source-reach';
import {
  countedSql,
  figuresSql,
  ROWS_TO_READ,
  refuseRepeated,
  refuseTooManyRows,
} from '../../../counting/statement';
import { type Day, londonDayOf } from '../../../domain/calendar/day';
import type { Period, Quarter } from '../../../domain/calendar/financial-year';
import type { OperationContext } from '../../../platform/server/subgraph';

/** What figures of calls can be divided by, as the schema's enum names it. */
export type CallDimension = 'GROUP' | 'FINANCIAL_YEAR' | 'QUARTER' | 'MONTH';

/** Figures of one combination; a dimension that was not asked for is null. */
export interface CallFigureRow {
  readonly group: string | null;
  readonly financialYear: string | null;
  readonly quarter: Quarter | null;
  readonly month: Day | null;
  readonly offered: number | null;
  readonly answered: number | null;
  readonly abandoned: number | null;
  readonly answerRate: number | null;
  readonly waitsMeasured: number | null;
  readonly averageWaitSeconds: number | null;
  readonly longestWaitSeconds: number | null;
  readonly answeredWithin20Seconds: number | null;
}

export interface CallFigures {
  readonly asAt: Day;
  readonly newestCallOn: Day | null;
  /** Whether the exports end before the days do that were asked about, though they speak of some of them. */
  readonly partial: boolean;
  readonly sources: StreamlessSource[];
  readonly rows: CallFigureRow[];
}

const DIMENSIONS: Dimensions<CallDimension> = {
  GROUP: {
    name: 'group',
    from: ['call_group'],
    value: `coalesce(event.call_group, '${NOT_RECORDED}')`,
    order: '"group" collate "C"',
  },
  ...TIME_DIMENSIONS,
};

/** The council's customer charter: calls are answered within 20 seconds. */
const CHARTER_SECONDS = 20;

const COUNTS = [
  'count(*) as offered',
  'count(*) filter (where answered) as answered',
  'count(*) filter (where not answered) as abandoned',
  'count(wait_seconds) filter (where answered) as waits',
  'sum(wait_seconds) filter (where answered) as waited',
  'max(wait_seconds) as longest',
  `count(*) filter (where answered and wait_seconds <= ${CHARTER_SECONDS}) as in_charter`,
];

const FIGURES = [
  'coalesce(sum(offered), 0)::int as offered',
  'coalesce(sum(answered), 0)::int as answered',
  'coalesce(sum(abandoned), 0)::int as abandoned',
  '(sum(answered) / nullif(sum(offered), 0))::float8 as "answerRate"',
  'coalesce(sum(waits), 0)::int as "waitsMeasured"',
  'round(sum(waited) / nullif(sum(waits), 0))::int as "averageWaitSeconds"',
  'max(longest) as "longestWaitSeconds"',
  'coalesce(sum(in_charter), 0)::int as "answeredWithin20Seconds"',
];

/** Nothing was recorded, so nothing is said. */
const NOT_RECORDED_FIGURES = {
  ...{ offered: null, answered: null, abandoned: null, answerRate: null, waitsMeasured: null },
  ...{ averageWaitSeconds: null, longestWaitSeconds: null, answeredWithin20Seconds: null },
};

/**
 * Figures of telephone calls by dimensions, ordered as asked; without one, always exactly one row, whose figures are null
 * where no export speaks of any of the days. Throws BAD_USER_INPUT for what cannot be answered, and for more than 10,000 rows.
 */
export async function callFigures(
  { transaction, clock }: Pick<OperationContext, 'transaction' | 'clock'>,
  { by, where }: { by: readonly CallDimension[]; where?: PeriodFilter | null | undefined },
): Promise<CallFigures> {
  refuseRepeated(by);
  const parameters = new Parameters();
  const today = londonDayOf(clock.now());
  const asked = checkPeriod(where, today);
  const days = daysSql(asked, parameters);
  const counted = countedSql({
    ...{ by, dimensions: DIMENSIONS, counts: COUNTS },
    ...{ table: 'telephony.call', day: 'offered_on' },
    where: ['true', ...days('offered_on')].join(' and '),
  });
  const rows = await transaction.query<CallFigureRow>(
    figuresSql({ by, dimensions: DIMENSIONS, figures: FIGURES, counted, limit: String(ROWS_TO_READ) }),
    parameters.values,
  );
  refuseTooManyRows(rows, { narrowTo: 'a shorter period' });
  const held = await daysHeld(transaction);
  const sources = await sourcesFor(transaction, { schema: 'telephony', keeper: 'calls' });
  const known = reachOf(sources, held !== null);
  const reach = known && held ? withHeld(known, held) : known;
  const isRecorded = reach !== null && reachedBy(asked, reach);
  return {
    ...{ asAt: today, newestCallOn: held?.to ?? null, sources },
    partial: isRecorded && !isEveryDay(asked) && goesOnPast(asked, reach),
    rows: isRecorded ? rows : rows.map((row) => ({ ...row, ...NOT_RECORDED_FIGURES })),
  };
}

/** From the day of the oldest call that is held to that of the newest; null while there is none. */
async function daysHeld(transaction: OperationContext['transaction']): Promise<Period | null> {
  const [row] = await transaction.query<{ from: Day | null; to: Day | null }>(
    'select min(offered_on) as "from", max(offered_on) as "to" from telephony.call',
  );
  return row?.from && row.to ? { from: row.from, to: row.to } : null;
}

const reachedBy = (days: DaySet, reach: Reach): boolean =>
  isReached(days, ['calls'], new Map([['calls', reach]]));
