import type { MigrationInterface, QueryRunner } from 'typeorm';
import { quotedLogin } from '../../../platform/postgres/names';
import { forceRowSecurity, roleIsOneOf } from '../../../platform/postgres/row-security';

/** Keeps how much of each keeper's records waits to be put right: a report is not frozen over it unnoticed. */
export class KnowOpenFaults1767225601662 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table insight.open_fault (
        keeper text not null constraint open_fault_pkey primary key,
        open_faults integer not null,
        quarantined_rows integer not null,
        version bigint not null)`);
    const login = await quotedLogin(runner, 'insight');
    await runner.query(`grant select, insert, update, delete on insight.open_fault to ${login}`);
    const projects = roleIsOneOf('projection');
    await forceRowSecurity(runner, 'insight.open_fault', [
      {
        name: 'those_who_see_reports_read',
        command: 'select',
        allows: roleIsOneOf('analyst', 'manager', 'officer', 'admin', 'projection'),
      },
      { name: 'the_projection_adds', command: 'insert', allows: projects },
      { name: 'the_projection_changes', command: 'update', allows: projects },
      { name: 'the_projection_removes', command: 'delete', allows: projects },
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table insight.open_fault');
  }
}
