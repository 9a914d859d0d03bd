import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createBankHolidayTable } from '../reference/bank-holidays';

/** What a schema of a stream needs so that the due days of its open stages follow the bank holidays. */
export function bankHolidaysMigration(schema: string): new () => MigrationInterface {
  return class KeepBankHolidays implements MigrationInterface {
    readonly name = 'KeepBankHolidays1767225600400';

    async up(runner: QueryRunner): Promise<void> {
      await createBankHolidayTable(runner, schema);
    }

    async down(runner: QueryRunner): Promise<void> {
      await runner.query(`drop table "${schema}".bank_holiday`);
    }
  };
}
