import type { MigrationInterface, QueryRunner } from 'typeorm';
import { quotedLogin } from '../../../platform/postgres/names';
import { forceRowSecurity, roleIsOneOf } from '../../../platform/postgres/row-security';

const PROJECTS = roleIsOneOf('projection');

/** Keeps how many telephone calls each day had: the council's own, which partners do not read. Telephony publishes them. */
export class KeepCalls1735689600220 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table insight.call_day (
        authority text not null,
        offered_on date not null,
        calls int not null,
        groups jsonb not null,
        version bigint not null,
        constraint call_day_pkey primary key (authority, offered_on))`);
    await runner.query(
      `grant select, insert, update, delete on insight.call_day to ${await quotedLogin(runner, 'insight')}`,
    );
    await forceRowSecurity(runner, 'insight.call_day', [
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
    await runner.query('drop table insight.call_day');
  }
}
