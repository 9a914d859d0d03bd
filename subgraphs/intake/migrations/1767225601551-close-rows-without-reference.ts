import type { MigrationInterface, QueryRunner } from 'typeorm';
import { roleIsOneOf } from '../../../platform/postgres/row-security';

/**
 * Keeps rows whose own reference cannot be read to loads and administrators, as long as a case of their system is closed: they could be
 * of that case, and nothing in them says so.
 */
export class CloseRowsWithoutReference1767225601551 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create policy closed_to_most on intake.quarantined_row as restrictive for select using (
        ${roleIsOneOf('import', 'admin')} or (select not exists (select from intake.closed_record))
        or not 'NO_IDENTITY' = any (codes)
        or not exists (select from intake.closed_record as closed where closed.source = quarantined_row.source))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop policy closed_to_most on intake.quarantined_row');
  }
}
