import type { MigrationInterface, QueryRunner } from 'typeorm';
import { IMPORT_SCOPE } from '../../../platform/transaction/scope';
import { underScope } from '../../../platform/transaction/transaction';
import { publishCases } from '../cases/publish-cases';

/** Cases that are published together. */
const PAGE_CASES = 1_000;

/** Publishes the cases that have remedies anew: what was published before said nothing of these. A new database has none. */
export class PublishRemedies1735689600200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await underScope(runner, IMPORT_SCOPE, async (transaction) => {
      for (let after: string | undefined = ''; after !== undefined; ) {
        const rows: { id: string }[] = await transaction.query<{ id: string }>(
          `with page as (
             select distinct case_id from ombudsman.remedy where case_id > $1 order by case_id limit $2),
           touched as (
             update ombudsman.ombudsman_case set version = version + 1
             where id in (select case_id from page) returning id)
           select id from touched order by id`,
          [after, PAGE_CASES],
        );
        const ids = rows.map(({ id }) => id);
        await publishCases(transaction, ids);
        after = ids.length < PAGE_CASES ? undefined : ids.at(-1);
      }
    });
  }

  /** What was published stays published: readers of before pass over what they do not know. */
  async down(): Promise<void> {}
}
