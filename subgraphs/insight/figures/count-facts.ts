import { Parameters } from '../../../counting/days-sql';
import { figuresSql } from '../../../counting/statement';
import type { Transaction } from '../../../platform/transaction/transaction';
import type { AsAt, CountedFacts } from './catalogue/counted-facts';
import { COUNT_NAMES, COUNTS, type CountMeasure, FACTS } from './catalogue/measure-catalogue';
import { countedFacts, isRolledUp, rolledUp } from './count-flows';
import { type CountedRow, countedRow } from './counted-row';
import { filterSql, monthsSql } from './filter-sql';
import type { DimensionValues, Question } from './question';
import { flowsFor } from './rollup-plan';
import { DIMENSIONS, nameJoins } from './stage-dimensions';

const SOMETHING: readonly CountMeasure[] = ['RECEIVED'];

interface CountedOnly {
  readonly kinds?: readonly CountedFacts[];
  readonly counts?: readonly CountMeasure[];
}

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
 * ordered by the dimensions as asked, at most `limit` of them. Without a dimension, always exactly one row. Facts of
 * other kinds than `kinds` make no rows, and nothing else than `counts` is counted: the rest is 0.
 */
export async function countFacts(
  transaction: Transaction,
  question: Question,
  { kinds = FACTS, counts = COUNT_NAMES }: CountedOnly = {},
): Promise<readonly CountedRow[]> {
  const { by, filter, limit } = question;
  const parameters = new Parameters();
  const narrowed = filterSql(filter, parameters);
  const asAt = asAtSql(question, parameters);
  const plan = flowsFor(question);
  const divided = plan === null ? null : monthsSql(plan.divided, parameters);
  // Something is summed up, so that without a dimension there is one row.
  const summed = counts.length === 0 ? SOMETHING : counts;
  const counting = { by, narrowed, asAt, divided, counts: summed };
  const events = [
    ...(plan === null ? [] : rolledUp(plan.rollup, { ...counting, kinds })),
    ...kinds
      .filter((facts) => plan === null || !isRolledUp(facts))
      .map((facts) => {
        const { day, dated } = facts.at(asAt);
        return countedFacts(facts, { ...counting, day, where: `${dated} and ${narrowed(day)}` });
      }),
  ].join('\n union all \n');
  const rows = await transaction.query<DimensionValues & Partial<CountedRow>>(
    figuresSql({
      by,
      dimensions: DIMENSIONS,
      figures: summed
        .map((name) => COUNTS[name].figure)
        .map((figure) => `coalesce(sum(event."${figure}"), 0)::int as "${figure}"`),
      counted: events,
      joins: nameJoins(by),
      limit: parameters.bind(limit, 'int'),
    }),
    parameters.values,
    { isRepeated: plan !== null },
  );
  return rows.map(countedRow);
}
