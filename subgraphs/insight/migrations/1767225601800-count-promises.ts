import type { MigrationInterface, QueryRunner } from 'typeorm';
import { quotedLogin } from '../../../platform/postgres/names';
import type { FigureSet } from '../../../platform/records/record-set';
import { dropFigureViews, makeFigureViews } from './1767225601580-figure-views';
import { changeFunction } from './1767225601670-change-functions';

/** The sets that there are now. */
const SETS: readonly FigureSet[] = [
  {
    name: 'monthly-figures',
    description: 'The figures of one stage of a stream in one month a row.',
    by: ['MONTH', 'STREAM', 'STAGE'],
  },
  {
    name: 'quarterly-figures',
    description: 'The figures of one stage of a stream in one quarter of a financial year a row.',
    by: ['FINANCIAL_YEAR', 'QUARTER', 'STREAM', 'STAGE'],
  },
];

const BEFORE =
  `received escalated direct wentOn acknowledged acknowledgedInTime answered answeredInTime upheld partiallyUpheld
  notUpheld closed referredToOmbudsman ombudsmanDecided upheldByOmbudsman remediesDue remediesDone remediesDoneInTime calls
  open overdue inTimeRate acknowledgedInTimeRate upholdRate wentOnRate remedyComplianceRate
  daysToAnswerMean daysToAnswerMedian daysToAnswerP90`.split(/\s+/);
const OF_PROMISES = `promisesMade promisesDue promisesKeptInTime promisesKeptLate promisesOverdue promisesLate
  inTimeWithPromises inTimePromiseLate promiseKeptInTimeRate promiseKeptRate inTimePromiseLateRate`.split(
  /\s+/,
);

/** As the history of facts names its lock: what changes facts holds it shared. */
const LOCK = `hashtextextended('insight.fact_history', 0)`;
const KEEP = 'keep_promise_fact_changes';
const WAYS = [
  { on: 'insert', tables: 'new table as came' },
  { on: 'delete', tables: 'old table as went' },
  { on: 'update', tables: 'old table as went new table as came' },
] as const;

/** Shows the measures of promises in the views of figures, and keeps what promises were before they changed. */
export class CountPromises1767225601800 implements MigrationInterface {
  readonly name = 'CountPromises1767225601800';

  async up(runner: QueryRunner): Promise<void> {
    await showFigures(runner, [...BEFORE, ...OF_PROMISES]);
    const kept = { table: 'promise_fact', record: (alias: string) => `${alias}.complaint_id` };
    await runner.query(changeFunction({ name: KEEP, kept: { ...kept, ignored: ['version'] }, lock: LOCK }));
    await runner.query(`revoke all on function insight.${KEEP}() from public`);
    await runner.query(
      `grant execute on function insight.${KEEP}() to ${await quotedLogin(runner, 'insight')}`,
    );
    for (const { on, tables } of WAYS)
      await runner.query(`create trigger keep_changes_of_${on} after ${on} on insight.promise_fact
        referencing ${tables} for each statement execute function insight.${KEEP}()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { on } of WAYS)
      await runner.query(`drop trigger keep_changes_of_${on} on insight.promise_fact`);
    await runner.query(`drop function insight.${KEEP}()`);
    await showFigures(runner, BEFORE);
  }
}

/** What a set held before tells nothing of a measure that came since; whoever starts counts it anew. */
async function showFigures(runner: QueryRunner, fields: readonly string[]): Promise<void> {
  await dropFigureViews(runner, SETS);
  await makeFigureViews(runner, SETS, fields);
}
