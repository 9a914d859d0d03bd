import type { MigrationInterface, QueryRunner } from 'typeorm';
import { quotedLogin } from '../../../platform/postgres/names';
import { forceRowSecurity, roleIsOneOf, setting } from '../../../platform/postgres/row-security';

/** Lets an admin retract a line of coverage and restore it: who, when and why is added to, and never changed. */
export class RetractCoverage1735689600142 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table intake.coverage add column retracted boolean not null default false');
    await this.letChange(runner, roleIsOneOf('import', 'admin'));
    await runner.query(`
      create table intake.coverage_decision (
        id bigint generated always as identity constraint coverage_decision_pkey primary key,
        stream text not null,
        measure text not null,
        recorded_from date not null,
        is_retracted boolean not null,
        reason text not null,
        decided_by text not null,
        decided_at timestamptz not null
      )`);
    await runner.query(
      'create index coverage_decision_by_line on intake.coverage_decision (stream, measure, recorded_from)',
    );
    await runner.query(
      `grant select, insert on intake.coverage_decision to ${await quotedLogin(runner, 'intake')}`,
    );
    await forceRowSecurity(runner, 'intake.coverage_decision', [
      { name: 'who_decides_reads', command: 'select', allows: roleIsOneOf('admin') },
      {
        name: 'in_ones_own_name',
        command: 'insert',
        allows: `(${roleIsOneOf('admin')} and coalesce(decided_by = ${setting('subject')}, false))`,
      },
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table intake.coverage_decision');
    await this.letChange(runner, roleIsOneOf('import'));
    await runner.query('alter table intake.coverage drop column retracted');
  }

  private async letChange(runner: QueryRunner, allows: string): Promise<void> {
    await runner.query(
      `alter policy an_import_changes on intake.coverage using (${allows}) with check (${allows})`,
    );
  }
}
