import type { MigrationInterface, QueryRunner } from 'typeorm';
import { quotedLogin } from '../../../platform/postgres/names';
import { forceRowSecurity, roleIsOneOf } from '../../../platform/postgres/row-security';

/** Notes which inherited systems were taken over. Whoever works with records may know it; the command alone writes it. */
export class TakeOverSystems1767225601772 implements MigrationInterface {
  readonly name = 'TakeOverSystems1767225601772';

  async up(runner: QueryRunner): Promise<void> {
    const login = await quotedLogin(runner, 'intake');
    await runner.query(`create table intake.system_taken_over (
      source text not null constraint system_taken_over_pkey primary key,
      on_day date not null,
      taken_over_by text not null,
      reason text not null,
      began_at timestamptz not null,
      done_at timestamptz)`);
    await runner.query(`grant select, insert, update on intake.system_taken_over to ${login}`);
    await forceRowSecurity(runner, 'intake.system_taken_over', [
      {
        name: 'staff_read',
        command: 'select',
        allows: roleIsOneOf('import', 'analyst', 'manager', 'officer', 'admin', 'auditor'),
      },
      { name: 'an_admin_notes', command: 'insert', allows: roleIsOneOf('admin') },
      { name: 'an_import_ends', command: 'update', allows: roleIsOneOf('import') },
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table intake.system_taken_over');
  }
}
