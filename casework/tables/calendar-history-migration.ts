import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createCalendarHistoryTable } from '../reference/calendar-history';

/** What a schema of a stream needs so that limits that are over keep the days of the calendar by which they were judged. */
export function calendarHistoryMigration(schema: string): new () => MigrationInterface {
  return class KeepCalendarHistory implements MigrationInterface {
    readonly name = 'KeepCalendarHistory1767225601720';

    async up(runner: QueryRunner): Promise<void> {
      await createCalendarHistoryTable(runner, schema);
    }

    async down(runner: QueryRunner): Promise<void> {
      await runner.query(`drop table "${schema}".calendar_history`);
    }
  };
}
