import { Parameters } from '../../../counting/days-sql';
import { countedSql, figuresSql } from '../../../counting/statement';
import type { Transaction } from '../../../platform/transaction/transaction';
import type { AsAt, CountedFacts } from './catalogue/counted-facts';
import { COUNT_NAMES, COUNTS, type CountFigure, FACTS } from './catalogue/measure-catalogue';
import { isRolledUp, rolledUp } from './count-flows';
import { type FilterSql, filterSql } from './filter-sql';
import type { DimensionValues, Question } from './question';
import { flowsFor } from './rollup-plan';
import { DIMENSIONS, nameJoins } from './stage-dimensions';

/** What was counted for one combination, whether or not all of it was recorded. */
export type CountedRow = DimensionValues & Readonly<Record<CountFigure, number>>;

/** The day of a question as SQL, bound when a fact first asks for it. */
export function asAtSql({ asAt, isCut }: Pick<Question, 'asAt' | 'isCut'>, parameters: Parameters): AsAt {
  let bound: string | null = null;
  const day = (): string => {
    bound ??= parameters.bind(asAt, 'date');
    return bound;
  };
  return { day, isCut };
}

/**
 * Counts the facts that a question lets through, in one statement: a row for each combination that has something,
 * ordered by the dimensions as asked, at most `limit` of them. Without a dimension, always exactly one row. Of facts of
 * other kinds than `kinds` nothing is counted.
 */
export async function countFacts(
  transaction: Transaction,
  question: Question,
  kinds: readonly CountedFacts[] = FACTS,
): Promise<readonly CountedRow[]> {
  const { by, filter, limit } = question;
  const parameters = new Parameters();
  const narrowed = filterSql(filter, parameters);
  const asAt = asAtSql(question, parameters);
  const rollup = flowsFor(question);
  const events = [
    ...(rollup === null ? [] : rolledUp(rollup, { kinds, by, narrowed, asAt })),
    ...kinds
      .filter((facts) => rollup === null || !isRolledUp(facts, asAt))
      .map((facts) => groupedFacts(facts, { by, narrowed, asAt })),
  ].join('\n union all \n');
  return transaction.query<CountedRow>(
    figuresSql({
      by,
      dimensions: DIMENSIONS,
      figures: COUNT_NAMES.map((name) => COUNTS[name].figure).map(
        (figure) => `coalesce(sum(event."${figure}"), 0)::int as "${figure}"`,
      ),
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
  { by, narrowed, asAt }: Pick<Question, 'by'> & { narrowed: FilterSql; asAt: AsAt },
): string {
  const counts = COUNT_NAMES.map((name) => {
    const measure = COUNTS[name];
    if (measure.facts !== facts) return `0::bigint as "${measure.figure}"`;
    const holds = measure.holds(asAt);
    return holds === 'true'
      ? `count(*) as "${measure.figure}"`
      : `count(*) filter (where ${holds}) as "${measure.figure}"`;
  });
  const { day, dated } = facts.at(asAt);
  const where = `${dated} and ${narrowed(day)}`;
  return countedSql({ by, dimensions: DIMENSIONS, table: facts.table, day, where, counts });
}
