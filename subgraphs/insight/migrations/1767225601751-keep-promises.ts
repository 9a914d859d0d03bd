import type { MigrationInterface, QueryRunner } from 'typeorm';
import { quotedLogin } from '../../../platform/postgres/names';
import { forceRowSecurity, roleIsOneOf } from '../../../platform/postgres/row-security';

const PROJECTS = roleIsOneOf('projection');

/** Keeps the days of what answers promised, which partners do not read. The streams publish them. */
export class KeepPromises1767225601751 implements MigrationInterface {
  readonly name = 'KeepPromises1767225601751';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table insight.promise_fact (
        complaint_id text not null constraint promise_fact_pkey primary key,
        authority text not null,
        stream text not null,
        promises jsonb not null,
        version bigint not null)`);
    await runner.query(
      `grant select, insert, update, delete on insight.promise_fact to ${await quotedLogin(runner, 'insight')}`,
    );
    await forceRowSecurity(runner, 'insight.promise_fact', [
      {
        name: 'those_who_see_all_figures_read',
        command: 'select',
        allows: roleIsOneOf('analyst', 'manager', 'officer', 'admin', 'projection'),
      },
      { name: 'the_projection_adds', command: 'insert', allows: PROJECTS },
      { name: 'the_projection_changes', command: 'update', allows: PROJECTS },
      { name: 'the_projection_removes', command: 'delete', allows: PROJECTS },
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table insight.promise_fact');
  }
}
