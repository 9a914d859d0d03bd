import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Letters that wait for somebody are few among all that were sent: they are found without looking at those. */
export function listWaitingLettersMigration(schema: string): new () => MigrationInterface {
  return class ListWaitingLetters implements MigrationInterface {
    readonly name = 'ListWaitingLetters1767225601860';

    async up(runner: QueryRunner): Promise<void> {
      await runner.query(
        `create index letter_waiting on "${schema}".letter (changed_at, id)
         where (status = ANY (ARRAY['AWAITING_APPROVAL'::text, 'DRAFT'::text, 'APPROVED'::text]))`,
      );
    }

    async down(runner: QueryRunner): Promise<void> {
      await runner.query(`drop index "${schema}".letter_waiting`);
    }
  };
}
