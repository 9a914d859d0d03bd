import { type Day, londonDayOf } from '../../../domain/calendar/day';
import type { Quarter } from '../../../domain/calendar/financial-year';
import { badUserInput } from '../../../platform/server/errors';
import type { OperationContext } from '../../../platform/server/subgraph';
import { type CallFilter, type CheckedDays, checkFilter } from './filter';

/** What figures of calls can be divided by, as the schema's enum names it. */
export type CallDimension = 'GROUP' | 'FINANCIAL_YEAR' | 'QUARTER' | 'MONTH';

/** Figures of one combination; a dimension that was not asked for is null. */
export interface CallFigureRow {
  readonly group: string | null;
  readonly financialYear: string | null;
  readonly quarter: Quarter | null;
  readonly month: Day | null;
  readonly offered: number;
  readonly answered: number;
  readonly abandoned: number;
  readonly answerRate: number | null;
  readonly waitsMeasured: number;
  readonly averageWaitSeconds: number | null;
  readonly longestWaitSeconds: number | null;
  readonly answeredWithin20Seconds: number;
}

export interface CallFigures {
  readonly asAt: Day;
  readonly newestCallOn: Day | null;
  readonly rows: CallFigureRow[];
}

interface DimensionColumn {
  readonly name: 'group' | 'financialYear' | 'quarter' | 'month';
  readonly from: 'call_group' | 'offered_on';
  readonly value: string;
}

const FIRST_YEAR = `(extract(year from offered_on)::int - (extract(month from offered_on) < 4)::int)`;

/** Fixed pieces of SQL: whoever asks chooses among them and adds nothing. */
const DIMENSIONS: Readonly<Record<CallDimension, DimensionColumn>> = {
  GROUP: { name: 'group', from: 'call_group', value: `coalesce(call_group, 'Not recorded')` },
  FINANCIAL_YEAR: {
    name: 'financialYear',
    from: 'offered_on',
    value: `${FIRST_YEAR} || '-' || lpad(((${FIRST_YEAR} + 1) % 100)::text, 2, '0')`,
  },
  QUARTER: {
    name: 'quarter',
    from: 'offered_on',
    value: `'Q' || ((extract(quarter from offered_on)::int + 2) % 4 + 1)`,
  },
  // Truncated as a timestamp: a bare date would become one with a time zone.
  MONTH: {
    name: 'month',
    from: 'offered_on',
    value: `date_trunc('month', offered_on::timestamp)::date::text`,
  },
};

/** The council's customer charter: calls are answered within 20 seconds. */
const CHARTER_SECONDS = 20;

/** Counted by the columns as they are stored, so that years and names are worked out for few groups and not each call. */
const COUNTS = `count(*) as offered,
  count(*) filter (where answered) as answered,
  count(*) filter (where not answered) as abandoned,
  count(wait_seconds) filter (where answered) as waits,
  sum(wait_seconds) filter (where answered) as waited,
  max(wait_seconds) as longest,
  count(*) filter (where answered and wait_seconds <= ${CHARTER_SECONDS}) as in_charter`;

const FIGURES = `coalesce(sum(offered), 0)::int as offered,
  coalesce(sum(answered), 0)::int as answered,
  coalesce(sum(abandoned), 0)::int as abandoned,
  (sum(answered) / nullif(sum(offered), 0))::float8 as "answerRate",
  coalesce(sum(waits), 0)::int as "waitsMeasured",
  round(sum(waited) / nullif(sum(waits), 0))::int as "averageWaitSeconds",
  max(longest) as "longestWaitSeconds",
  coalesce(sum(in_charter), 0)::int as "answeredWithin20Seconds"`;

const MOST_ROWS = 10_000;

/**
 * Figures of telephone calls by dimensions, ordered as asked; without one, always exactly one row. Throws
 * BAD_USER_INPUT for what cannot be answered, and for more than 10,000 rows.
 */
export async function callFigures(
  { transaction, clock }: Pick<OperationContext, 'transaction' | 'clock'>,
  { by, where }: { by: readonly CallDimension[]; where?: CallFilter | null | undefined },
): Promise<CallFigures> {
  refuseRepeated(by);
  const { sql, values } = statement(by, checkFilter(where));
  const rows = await transaction.query<CallFigureRow>(sql, values);
  if (rows.length > MOST_ROWS)
    throw badUserInput(
      '`by` gives more than 10,000 rows: ask for fewer dimensions, or narrow `where` to a shorter period.',
    );
  const [newest] = await transaction.query<{ day: Day | null }>(
    'select max(offered_on) as day from telephony.call',
  );
  return { asAt: londonDayOf(clock.now()), newestCallOn: newest?.day ?? null, rows };
}

function statement(by: readonly CallDimension[], days: CheckedDays): { sql: string; values: unknown[] } {
  const { conditions, values } = conditionsOf(days);
  const stored = [...new Set(by.map((dimension) => DIMENSIONS[dimension].from))].join(', ');
  const asked = new Set<string>(by);
  const columns = Object.entries(DIMENSIONS).map(
    ([dimension, { name, value }]) => `${asked.has(dimension) ? value : 'null'} as "${name}"`,
  );
  const groups = by.map((dimension) => DIMENSIONS[dimension].value).join(', ');
  const order = by.map((dimension) => `"${DIMENSIONS[dimension].name}" collate "C"`).join(', ');
  const sql = `select * from (
      select ${columns.join(', ')}, ${FIGURES}
      from (
        select ${stored === '' ? '' : `${stored},`} ${COUNTS} from telephony.call
        where ${conditions} ${stored === '' ? '' : `group by ${stored}`}) as counted
      ${groups === '' ? '' : `group by ${groups}`}) as figures
    ${order === '' ? '' : `order by ${order}`} limit ${MOST_ROWS + 1}`;
  return { sql, values };
}

/** What came from outside is bound, never written into the statement. */
function conditionsOf({ from, to, firstYears, calendarQuarters }: CheckedDays): {
  conditions: string;
  values: unknown[];
} {
  const parts: readonly (readonly [sql: string, value: unknown])[] = [
    ['offered_on >= $::date', from],
    ['offered_on <= $::date', to],
    [`${FIRST_YEAR} = any($::int[])`, firstYears],
    ['extract(quarter from offered_on)::int = any($::int[])', calendarQuarters],
  ];
  const given = parts.filter(([, value]) => value !== null);
  const conditions = given.map(([sql], place) => sql.replace('$', `$${place + 1}`));
  return { conditions: ['true', ...conditions].join(' and '), values: given.map(([, value]) => value) };
}

function refuseRepeated(by: readonly CallDimension[]): void {
  const repeated = by.find((dimension, place) => by.indexOf(dimension) !== place);
  if (repeated) throw badUserInput(`\`by\` names ${repeated} twice: name each dimension once.`);
}
