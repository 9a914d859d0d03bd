import { Parameters } from '../../../counting/days-sql';
import { countedSql, figuresSql } from '../../../counting/statement';
import type { Day } from '../../../domain/calendar/day';
import type { FinancialYear, Quarter } from '../../../domain/calendar/financial-year';
import type { Transaction } from '../../../platform/transaction/transaction';
import type { CheckedFilter } from './filter';
import { type FilterSql, filterSql } from './filter-sql';
import { type CountedFacts, FACTS, type Figure, MEASURES, type Measure } from './measure-catalogue';
import { DIMENSIONS, type Dimension, nameJoins } from './stage-dimensions';

/** What was counted for one combination, whether or not all of it was recorded. What was not asked for is null. */
export type CountedRow = {
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
} & Readonly<Record<Figure, number>>;

const COUNTED = Object.values(MEASURES);

/**
 * Counts the facts that a filter lets through, in one statement: a row for each combination that has something,
 * ordered by the dimensions as asked, at most `limit` of them. Without a dimension, always exactly one row.
 */
export async function countFacts(
  transaction: Transaction,
  { by, filter, limit }: { by: readonly Dimension[]; filter: CheckedFilter; limit: number },
): Promise<readonly CountedRow[]> {
  const parameters = new Parameters();
  const narrowed = filterSql(filter, parameters);
  const events = FACTS.map((facts) => groupedFacts(facts, { by, narrowed })).join('\n union all \n');
  return transaction.query<CountedRow>(
    figuresSql({
      by,
      dimensions: DIMENSIONS,
      figures: COUNTED.map(({ figure }) => `coalesce(sum(event."${figure}"), 0)::int as "${figure}"`),
      counted: events,
      joins: nameJoins(by),
      limit: parameters.bind(limit, 'int'),
    }),
    parameters.values,
  );
}

/** The facts of one event, counted. Measures of other events count nothing of them. */
function groupedFacts(
  facts: CountedFacts,
  { by, narrowed }: { by: readonly Dimension[]; narrowed: FilterSql },
): string {
  const counts = COUNTED.map((measure) => {
    if (measure.facts !== facts) return `0::bigint as "${measure.figure}"`;
    return measure.counts === 'true'
      ? `count(*) as "${measure.figure}"`
      : `count(*) filter (where ${measure.counts}) as "${measure.figure}"`;
  });
  const where = `${facts.dated} and ${narrowed(facts.day)}`;
  return countedSql({ by, dimensions: DIMENSIONS, table: facts.table, day: facts.day, where, counts });
}

/** How many facts one measure counts under a filter. */
export async function countOf(
  transaction: Transaction,
  { measure, filter }: { measure: Measure; filter: CheckedFilter },
): Promise<number> {
  const { facts, counts } = MEASURES[measure];
  const parameters = new Parameters();
  const rows = await transaction.query<{ count: number }>(
    `select count(*)::int as count from ${facts.table}
     where ${facts.dated} and ${counts} and ${filterSql(filter, parameters)(facts.day)}`,
    parameters.values,
  );
  return rows[0]?.count ?? 0;
}
