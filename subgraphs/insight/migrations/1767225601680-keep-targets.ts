import type { MigrationInterface, QueryRunner } from 'typeorm';
import { quotedLogin } from '../../../platform/postgres/names';
import { forceRowSecurity, roleIsOneOf, setting } from '../../../platform/postgres/row-security';
import { unwatchChanges, watchChanges } from '../../../platform/tables/watch-changes';

const WATCHED = { schema: 'insight', tables: ['target_decision'] };

/**
 * What was decided on targets, by whom, when and why: added to, never changed. Figures are judged by them, so a kept answer
 * stands no longer once one was.
 */
export class KeepTargets1767225601680 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table insight.target_decision (
        id text not null,
        version integer not null,
        measure text not null,
        financial_year text not null,
        stream text,
        stage integer,
        directorate_id text,
        service_id text,
        value_millionths bigint not null,
        tolerance_millionths bigint not null,
        reason text not null,
        is_ended boolean not null,
        decided_by text not null,
        decided_at timestamptz not null,
        constraint target_decision_pkey primary key (id, version)
      )`);
    await runner.query(
      `grant select, insert on insight.target_decision to ${await quotedLogin(runner, 'insight')}`,
    );
    await forceRowSecurity(runner, 'insight.target_decision', [
      {
        name: 'who_reports_reads',
        command: 'select',
        allows: roleIsOneOf('analyst', 'manager', 'officer', 'admin'),
      },
      {
        name: 'in_ones_own_name',
        command: 'insert',
        allows: `(${roleIsOneOf('officer', 'admin')} and coalesce(decided_by = ${setting('subject')}, false))`,
      },
    ]);
    await watchChanges(runner, WATCHED);
  }

  async down(runner: QueryRunner): Promise<void> {
    await unwatchChanges(runner, WATCHED);
    await runner.query('drop table insight.target_decision');
  }
}
