import { Parameters } from '../../../counting/days-sql';
import { countedSql, figuresSql } from '../../../counting/statement';
import type { Transaction } from '../../../platform/transaction/transaction';
import { ANSWERED } from './catalogue/counted-facts';
import { asAtSql } from './count-facts';
import { filterSql, monthsSql } from './filter-sql';
import { type DimensionValues, keyOfRow, type Question } from './question';
import { answerDaysFor, type MonthsPlan } from './rollup-plan';
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
  const narrowed = filterSql(filter, parameters);
  const plan = answerDaysFor(question);
  const rows = await transaction.query<DaysRow>(
    figuresSql({
      by: [...by, 'DAYS'],
      dimensions: WITH_DAYS,
      figures: ['sum(event.answers)::int as answers'],
      counted: answersFrom(question, plan, parameters)
        .map(({ table, day, where, answers }) =>
          countedSql({
            ...{ by: [...by, 'DAYS'] as const, dimensions: WITH_DAYS, table, day },
            where: `${where} and ${narrowed(day)}`,
            counts: [`${answers} as answers`],
          }),
        )
        .join(' union all '),
      joins: nameJoins(by),
      limit: 'all',
    }),
    parameters.values,
    { isRepeated: plan !== null },
  );
  const histograms = new Map<string, Map<number, number>>();
  const keyOf = keyOfRow(by);
  for (const row of rows) {
    const key = keyOf(row);
    const histogram = histograms.get(key) ?? new Map<number, number>();
    histograms.set(key, histogram.set(row.days, row.answers));
  }
  return histograms;
}

interface Answers {
  readonly table: string;
  readonly day: string;
  readonly where: string;
  readonly answers: string;
}

/** Where answers are counted: in the rollup that can tell, and in the facts of months that a day divides; else in facts alone. */
function answersFrom(
  question: Question,
  plan: MonthsPlan | null,
  parameters: Parameters,
): readonly Answers[] {
  const asAt = asAtSql(question, parameters);
  const { day, dated } = ANSWERED.at(asAt);
  const facts = {
    ...{ table: ANSWERED.table, day, answers: 'count(*)' },
    where: `${dated} and days_to_answer is not null`,
  };
  if (plan === null) return [facts];
  const divided = monthsSql(plan.divided, parameters);
  const table = `(select cell.*, null::text as body from ${plan.rollup.table} cell) cell`;
  const known = asAt.isCut ? `month <= ${asAt.day()}` : 'true';
  const cells = { table, day: 'month', answers: 'sum(answered)' };
  if (divided === null) return [{ ...cells, where: known }];
  return [
    { ...cells, where: `${known} and not ${divided('month')}` },
    { ...facts, where: `${facts.where} and ${divided(day)}` },
  ];
}
