import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createOutboxTables } from '../../../platform/outbox/tables';
import { quotedLogin } from '../../../platform/postgres/names';
import { forceRowSecurity, type Policy, roleIsOneOf, setting } from '../../../platform/postgres/row-security';

const TABLES = [
  `create table telephony.call (
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
  'create index call_figures on telephony.call (offered_on, call_group, answered, wait_seconds)',
  `create table telephony.call_people (
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
  { name: 'an_import_takes_back', command: 'delete', allows: roleIsOneOf('import') },
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
const NAMES = Object.keys(POLICIES);

/**
 * Telephone calls were intake's until this part was made of them. Where intake's tables stand in the same database,
 * they change schemas as they are: rows, index, constraints and policies come along, nothing is copied, and row-level
 * security has nothing to hide from the owner. Elsewhere (intake's schema was moved to a database of its own) the
 * tables are made empty.
 */
export class TakeOverCalls1735689600080 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createOutboxTables(runner, 'telephony');
    if (await hasCalls(runner, 'intake')) await move(runner, { from: 'intake', to: 'telephony' });
    else await create(runner);
    const login = await quotedLogin(runner, 'telephony');
    for (const table of NAMES)
      await runner.query(`grant select, insert, update, delete on telephony.${table} to ${login}`);
  }

  /** The calls go back to intake where it stands in the same database; elsewhere they go. */
  async down(runner: QueryRunner): Promise<void> {
    if (await hasTable(runner, 'intake.import_run')) {
      await move(runner, { from: 'telephony', to: 'intake' });
      const login = await quotedLogin(runner, 'intake');
      for (const table of NAMES)
        await runner.query(`grant select, insert, update, delete on intake.${table} to ${login}`);
    } else {
      for (const table of NAMES) await runner.query(`drop table telephony.${table}`);
    }
    await runner.query('drop table telephony.follower_place, telephony.outbox');
  }
}

async function create(runner: QueryRunner): Promise<void> {
  for (const statement of TABLES) await runner.query(statement);
  for (const [table, policies] of Object.entries(POLICIES))
    await forceRowSecurity(runner, `telephony.${table}`, policies);
}

async function move(runner: QueryRunner, { from, to }: { from: string; to: string }): Promise<void> {
  const login = await quotedLogin(runner, from);
  for (const table of NAMES) {
    await runner.query(`revoke all on ${from}.${table} from ${login}`);
    await runner.query(`alter table ${from}.${table} set schema ${to}`);
  }
}

async function hasCalls(runner: QueryRunner, schema: string): Promise<boolean> {
  for (const table of NAMES) if (!(await hasTable(runner, `${schema}.${table}`))) return false;
  return true;
}

async function hasTable(runner: QueryRunner, table: string): Promise<boolean> {
  const rows: { there: boolean }[] = await runner.query('select to_regclass($1) is not null as there', [
    table,
  ]);
  return rows[0]?.there ?? false;
}
