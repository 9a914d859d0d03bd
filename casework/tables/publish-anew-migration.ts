import type { MigrationInterface, QueryRunner } from 'typeorm';
import { IMPORT_SCOPE } from '../../platform/transaction/scope';
import { underScope } from '../../platform/transaction/transaction';
import type { Dated } from '../stages/clock-days';
import { publishTouched } from '../stages/publish-touched';

/** Complaints whose ids are read together. */
const PAGE_COMPLAINTS = 10_000;

/**
 * Publishes every complaint anew: what was published before said nothing of acknowledgements, of the working days that an
 * answer took, and of how each stage ended. A new database has none.
 */
export function publishAnewMigration(stream: Dated): new () => MigrationInterface {
  return class PublishAnew implements MigrationInterface {
    readonly name = 'PublishAnew1767225600500';

    async up(runner: QueryRunner): Promise<void> {
      await underScope(runner, IMPORT_SCOPE, async (transaction) => {
        for (let after: string | undefined = ''; after !== undefined; ) {
          const rows: { id: string }[] = await transaction.query<{ id: string }>(
            `select id from "${stream.name}".complaint where id > $1 order by id limit $2`,
            [after, PAGE_COMPLAINTS],
          );
          const ids = rows.map(({ id }) => id);
          await publishTouched(transaction, stream, ids);
          after = ids.length < PAGE_COMPLAINTS ? undefined : ids.at(-1);
        }
      });
    }

    /** What was published stays published: readers of before pass over what they do not know. */
    async down(): Promise<void> {}
  };
}
