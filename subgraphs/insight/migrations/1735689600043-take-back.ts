import type { MigrationInterface, QueryRunner } from 'typeorm';
import { quotedLogin } from '../../../platform/postgres/names';
import { forceRowSecurity, roleIsOneOf } from '../../../platform/postgres/row-security';

const PROJECTS = roleIsOneOf('projection');

/** Remembers the versions of ombudsmen's cases and lines of coverage that were taken back. */
export class TakeBack1735689600043 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table insight.coverage add column taken_back boolean not null default false');
    await runner.query(`
      create table insight.ombudsman_case_gone (
        case_id text not null constraint ombudsman_case_gone_pkey primary key,
        version bigint not null)`);
    const login = await quotedLogin(runner, 'insight');
    await runner.query(`grant select, insert, update, delete on insight.ombudsman_case_gone to ${login}`);
    await forceRowSecurity(runner, 'insight.ombudsman_case_gone', [
      { name: 'the_projection_reads', command: 'select', allows: PROJECTS },
      { name: 'the_projection_adds', command: 'insert', allows: PROJECTS },
      { name: 'the_projection_changes', command: 'update', allows: PROJECTS },
      { name: 'the_projection_removes', command: 'delete', allows: PROJECTS },
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table insight.ombudsman_case_gone');
    await runner.query('delete from insight.coverage where taken_back');
    await runner.query('alter table insight.coverage drop column taken_back');
  }
}
