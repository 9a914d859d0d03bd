import type { MigrationInterface, QueryRunner } from 'typeorm';
import { quotedLogin } from '../../../platform/postgres/names';
import { forceRowSecurity, type Policy, roleIsOneOf, setting } from '../../../platform/postgres/row-security';

const TABLES = [
  `create table intake.call (
     authority text not null,
     call_id text not null,
     offered_on date not null,
     offered_at timestamptz,
     call_group text,
     queue_written text,
     answered boolean,
     wait_seconds int constraint call_waits_forward check (wait_seconds >= 0),
     talk_seconds int constraint call_talks_forward check (talk_seconds >= 0),
     constraint call_pkey primary key (authority, call_id))`,
  // All that figures read, so that they need not look at the table itself.
  'create index call_figures on intake.call (offered_on, call_group, answered, wait_seconds)',
  `create table intake.call_people (
     authority text not null,
     call_id text not null,
     caller_number text,
     agent text,
     cleared_for text[] not null,
     constraint call_people_pkey primary key (authority, call_id))`,
];

/** An officer sees who was on the line where cleared for every stream that the call may be about. */
const CLEARED = `(${roleIsOneOf('officer')}
  and coalesce(cleared_for <@ string_to_array(${setting('streams')}, ','), false))`;

const importWrites: readonly Policy[] = [
  { name: 'an_import_adds', command: 'insert', allows: roleIsOneOf('import') },
  { name: 'an_import_changes', command: 'update', allows: roleIsOneOf('import') },
];

const POLICIES: Readonly<Record<string, readonly Policy[]>> = {
  call: [
    {
      name: 'those_who_see_figures_read',
      command: 'select',
      allows: roleIsOneOf('import', 'analyst', 'manager', 'officer', 'admin'),
    },
    ...importWrites,
  ],
  call_people: [
    {
      name: 'officers_who_are_cleared_read',
      command: 'select',
      allows: `(${roleIsOneOf('import')} or ${CLEARED})`,
    },
    ...importWrites,
  ],
};

/** Telephone calls as figures count them, and apart from them who was on the line. */
export class CreateCalls1735689600020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const login = await quotedLogin(runner, 'intake');
    for (const statement of TABLES) await runner.query(statement);
    for (const [table, policies] of Object.entries(POLICIES)) {
      await runner.query(`grant select, insert, update on intake.${table} to ${login}`);
      await forceRowSecurity(runner, `intake.${table}`, policies);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table intake.call_people, intake.call');
  }
}
