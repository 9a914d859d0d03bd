import { Parameters } from '../../../counting/days-sql';
import { countedSql, figuresSql } from '../../../counting/statement';
import type { Transaction } from '../../../platform/transaction/transaction';
import { ANSWERED } from './catalogue/counted-facts';
import { asAtSql } from './count-facts';
import { filterSql } from './filter-sql';
import { type DimensionValues, keyOfRow, type Question } from './question';
import { answerDaysFor } from './rollup-plan';
import { DIMENSIONS, nameJoins } from './stage-dimensions';
import type { Histogram } from './statistics';

const WITH_DAYS = {
  ...DIMENSIONS,
  DAYS: { name: 'days', from: ['days_to_answer'], value: 'event.days_to_answer' },
} as const;

type DaysRow = DimensionValues & { readonly days: number; readonly answers: number };

/** How many answers took how many working days, by the key of their row. An answer whose days are not known is in none. */
export async function countDays(
  transaction: Transaction,
  question: Question,
): Promise<ReadonlyMap<string, Histogram>> {
  const { by, filter } = question;
  const parameters = new Parameters();
  const { table, day, where, answers } = answersFrom(question, parameters);
  const rows = await transaction.query<DaysRow>(
    figuresSql({
      by: [...by, 'DAYS'],
      dimensions: WITH_DAYS,
      figures: ['sum(event.answers)::int as answers'],
      counted: countedSql({
        ...{ by: [...by, 'DAYS'] as const, dimensions: WITH_DAYS, table, day },
        where: `${where} and ${filterSql(filter, parameters)(day)}`,
        counts: [`${answers} as answers`],
      }),
      joins: nameJoins(by),
      limit: 'all',
    }),
    parameters.values,
  );
  const histograms = new Map<string, Map<number, number>>();
  for (const { days, answers, ...row } of rows) {
    const key = keyOfRow(by)(row);
    const histogram = histograms.get(key) ?? new Map<number, number>();
    histograms.set(key, histogram.set(days, answers));
  }
  return histograms;
}

/** Where answers are counted: in the rollup that can tell, else in the facts. */
function answersFrom(question: Question, parameters: Parameters) {
  const rollup = answerDaysFor(question);
  const asAt = asAtSql(question, parameters);
  if (rollup !== null) {
    const table = `(select cell.*, null::text as body from ${rollup.table} cell) cell`;
    return {
      table,
      day: 'month',
      where: asAt.isCut ? `month <= ${asAt.day()}` : 'true',
      answers: 'sum(answered)',
    };
  }
  const { day, dated } = ANSWERED.at(asAt);
  const where = `${dated} and days_to_answer is not null`;
  return { table: ANSWERED.table, day, where, answers: 'count(*)' };
}
