import type { MigrationInterface, QueryRunner } from 'typeorm';
import { quotedLogin } from '../../../platform/postgres/names';
import { forceRowSecurity, roleIsOneOf, setting } from '../../../platform/postgres/row-security';

/** Whoever is signed in may know on which days a calendar is closed; who decided so, the graph shows to admins alone. */
const READERS = ['analyst', 'manager', 'officer', 'partner', 'auditor', 'admin'];

/** On which days single calendars were closed, by whom, when and why: added to, never changed. And what each decision moved. */
export class CloseCalendars1767225601511 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const login = await quotedLogin(runner, 'directory');
    await runner.query(`
      create table directory.closure_decision (
        calendar text not null,
        version integer not null,
        from_day date not null,
        to_day date not null,
        name text not null,
        is_closed boolean not null,
        reason text not null,
        decided_by text not null,
        decided_at timestamptz not null,
        constraint closure_decision_pkey primary key (calendar, version)
      )`);
    await runner.query(`
      create table directory.closure_effect (
        calendar text not null,
        version integer not null,
        moved integer not null,
        constraint closure_effect_pkey primary key (calendar, version)
      )`);
    for (const table of ['closure_decision', 'closure_effect'])
      await runner.query(`grant select, insert on directory.${table} to ${login}`);
    await forceRowSecurity(runner, 'directory.closure_decision', [
      { name: 'who_is_signed_in_reads', command: 'select', allows: roleIsOneOf(...READERS) },
      {
        name: 'in_ones_own_name',
        command: 'insert',
        allows: `(${roleIsOneOf('admin')} and coalesce(decided_by = ${setting('subject')}, false))`,
      },
    ]);
    await forceRowSecurity(runner, 'directory.closure_effect', [
      { name: 'who_decides_reads', command: 'select', allows: roleIsOneOf('admin', 'projection') },
      { name: 'a_follower_notes', command: 'insert', allows: roleIsOneOf('projection') },
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['closure_effect', 'closure_decision'])
      await runner.query(`drop table directory.${table}`);
  }
}
