import type { MigrationInterface, QueryRunner } from 'typeorm';
import { quotedLogin } from '../../../platform/postgres/names';
import { forceRowSecurity, roleIsOneOf, setting } from '../../../platform/postgres/row-security';

/** Whoever is signed in may know which days are bank holidays; who decided so, the graph shows to admins alone. */
const READERS = ['analyst', 'manager', 'officer', 'partner', 'auditor', 'admin'];

/** What was decided on bank holidays, by whom, when and why: added to, never changed. */
export class DecideHolidays1735689600141 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table directory.bank_holiday_decision (
        day date not null,
        version integer not null,
        name text not null,
        note text,
        is_kept boolean not null,
        reason text not null,
        decided_by text not null,
        decided_at timestamptz not null,
        constraint bank_holiday_decision_pkey primary key (day, version)
      )`);
    await runner.query(
      `grant select, insert on directory.bank_holiday_decision to ${await quotedLogin(runner, 'directory')}`,
    );
    await forceRowSecurity(runner, 'directory.bank_holiday_decision', [
      { name: 'who_is_signed_in_reads', command: 'select', allows: roleIsOneOf(...READERS) },
      {
        name: 'in_ones_own_name',
        command: 'insert',
        allows: `(${roleIsOneOf('admin')} and coalesce(decided_by = ${setting('subject')}, false))`,
      },
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table directory.bank_holiday_decision');
  }
}
