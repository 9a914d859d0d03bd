import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createClosedDaysTable } from '../reference/closed-days';

/**
 * What a schema of a stream needs so that its limits are counted without the days on which its calendar is closed. It comes before
 * the migration that publishes complaints anew, which counts by the calendar as any publishing does.
 */
export function closedDaysMigration(schema: string): new () => MigrationInterface {
  return class KeepClosedDays implements MigrationInterface {
    readonly name = 'KeepClosedDays1767225600410';

    async up(runner: QueryRunner): Promise<void> {
      await createClosedDaysTable(runner, schema);
    }

    async down(runner: QueryRunner): Promise<void> {
      await runner.query(`drop table "${schema}".closed_days`);
    }
  };
}

/** Notes that closed days changed, as what is read of a stream is. */
export function watchClosedDaysMigration(schema: string): new () => MigrationInterface {
  return class WatchClosedDays implements MigrationInterface {
    readonly name = 'WatchClosedDays1767225601510';

    async up(runner: QueryRunner): Promise<void> {
      await runner.query(
        `create trigger note_change after insert or update or delete or truncate on "${schema}".closed_days
         for each statement execute function "${schema}".note_change()`,
      );
    }

    async down(runner: QueryRunner): Promise<void> {
      await runner.query(`drop trigger note_change on "${schema}".closed_days`);
    }
  };
}
