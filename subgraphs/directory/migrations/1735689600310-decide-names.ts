import type { MigrationInterface, QueryRunner } from 'typeorm';
import { quotedLogin } from '../../../platform/postgres/names';
import { forceRowSecurity, roleIsOneOf, setting } from '../../../platform/postgres/row-security';

/** What was decided on the names of services and directorates, by whom, when and why: added to, never changed. */
export class DecideNames1735689600310 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table directory.name_decision (
        kind text not null,
        id text not null,
        version integer not null,
        name text not null,
        directorate_id text,
        reason text not null,
        decided_by text not null,
        decided_at timestamptz not null,
        constraint name_decision_pkey primary key (kind, id, version)
      )`);
    await runner.query(
      `grant select, insert on directory.name_decision to ${await quotedLogin(runner, 'directory')}`,
    );
    await forceRowSecurity(runner, 'directory.name_decision', [
      { name: 'who_decides_reads', command: 'select', allows: roleIsOneOf('admin', 'seed') },
      {
        name: 'in_ones_own_name',
        command: 'insert',
        allows: `(${roleIsOneOf('admin')} and coalesce(decided_by = ${setting('subject')}, false))`,
      },
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table directory.name_decision');
  }
}
