import type { MigrationInterface, QueryRunner } from 'typeorm';
import { quotedLogin } from '../../../platform/postgres/names';
import { roleIsOneOf } from '../../../platform/postgres/row-security';

/** Records as they came, people and all, and as they were before. */
const TABLES = ['held_row', 'replaced_row'];

/** Keeps the rows of restricted cases back from everybody but loads. */
export class CloseRecords1735689600481 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table intake.closed_record (
        complaint_id text not null,
        source text not null,
        record text not null,
        constraint closed_record_pkey primary key (complaint_id, source, record)
      )`);
    await runner.query('create index closed_record_by_record on intake.closed_record (source, record)');
    await runner.query(
      `grant select, insert, delete on intake.closed_record to ${await quotedLogin(runner, 'intake')}`,
    );
    for (const table of TABLES)
      await runner.query(
        `create policy closed_cases on intake.${table} as restrictive for select
         using (${roleIsOneOf('import')} or not exists (
           select from intake.closed_record as closed
           where closed.source = ${table}.source and closed.record = ${table}.identity))`,
      );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(`drop policy closed_cases on intake.${table}`);
    await runner.query('drop table intake.closed_record');
  }
}
