import type { MigrationInterface, QueryRunner } from 'typeorm';
import { setting } from '../../../platform/postgres/row-security';

/** What was found out about a signal is written in the name of whoever found it, as all that is said in reports is. */
export class SignNotes1767225601691 implements MigrationInterface {
  readonly name = 'SignNotes1767225601691';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create policy in_ones_own_name on insight.signal_note as restrictive for insert
      with check (coalesce(written_by = ${setting('subject')}, false))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop policy in_ones_own_name on insight.signal_note');
  }
}
