import type { MigrationInterface, QueryRunner } from 'typeorm';
import { quotedLogin } from '../../../platform/postgres/names';
import { forceRowSecurity, roleIsOneOf } from '../../../platform/postgres/row-security';
import { changeFunction, KEPT, type KeptTable } from './1767225601670-change-functions';

/** No partner: the history holds what is not theirs. */
const READS_ALL = roleIsOneOf('analyst', 'manager', 'officer', 'admin', 'projection');
const PROJECTS = roleIsOneOf('projection');

const TABLES = [
  `create table insight.fact_change (
     id bigint generated always as identity constraint fact_change_pkey primary key,
     relation text not null,
     record text not null,
     before jsonb,
     after jsonb,
     xid bigint not null,
     at timestamptz not null,
     constraint fact_change_of_something check (num_nonnulls(before, after) > 0))`,
  'create index fact_change_by_xid on insight.fact_change (xid)',
  // Filled and emptied within one transaction: what is lost with the server was never committed.
  `create unlogged table insight.fact_held (
     relation text not null,
     record text not null,
     held jsonb not null,
     constraint fact_held_pkey primary key (relation, record))`,
  'create table insight.fact_history (began_at timestamptz not null constraint fact_history_pkey primary key)',
];

const WAYS = [
  { on: 'insert', tables: 'new table as came' },
  { on: 'delete', tables: 'old table as went' },
  { on: 'update', tables: 'old table as went new table as came' },
] as const;

/**
 * Keeps what facts were before they changed, in the transaction that changes them, whoever changes them. Nothing is kept
 * until `begin_fact_history` was called: a first load of a million costs no more than before.
 */
export class KeepChanges1767225601670 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const login = await quotedLogin(runner, 'insight');
    for (const statement of TABLES) await runner.query(statement);
    await runner.query(`grant select, insert on insight.fact_change to ${login}`);
    await runner.query(`grant select, insert on insight.fact_history to ${login}`);
    await runner.query(`grant select, insert, delete on insight.fact_held to ${login}`);
    await forceRowSecurity(runner, 'insight.fact_held', [
      { name: 'the_projection_alone', command: 'all', allows: PROJECTS },
    ]);
    await forceRowSecurity(runner, 'insight.fact_change', [
      { name: 'those_who_see_all_figures_read', command: 'select', allows: READS_ALL },
      { name: 'the_projection_adds', command: 'insert', allows: PROJECTS },
    ]);
    await forceRowSecurity(runner, 'insight.fact_history', [
      { name: 'those_who_see_all_figures_read', command: 'select', allows: READS_ALL },
      { name: 'those_who_report_begin_it', command: 'insert', allows: READS_ALL },
    ]);
    await runner.query(BEGIN);
    await grantTo(runner, { login, name: 'begin_fact_history' });
    for (const kept of KEPT) await followTable(runner, { kept, login });
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const kept of KEPT) {
      for (const { on } of WAYS)
        await runner.query(`drop trigger keep_changes_of_${on} on insight.${kept.table}`);
      await runner.query(`drop function insight.${functionName(kept)}()`);
    }
    await runner.query('drop function insight.begin_fact_history()');
    await runner.query('drop table insight.fact_history');
    await runner.query('drop table insight.fact_held');
    await runner.query('drop table insight.fact_change');
  }
}

/** What changes facts holds this lock shared, so that whoever begins the history waits for those that keep nothing yet. */
const LOCK = `hashtextextended('insight.fact_history', 0)`;

/** Has the history kept from here on. To be called before anything is frozen, in a transaction of its own or an earlier one. */
const BEGIN = `create function insight.begin_fact_history() returns void language plpgsql set search_path = pg_catalog, pg_temp as $$
    begin
      if exists (select from insight.fact_history) then return; end if;
      perform pg_advisory_xact_lock(${LOCK});
      if exists (select from insight.fact_history) then return; end if;
      insert into insight.fact_history (began_at) values (now());
    end $$`;

const functionName = ({ table }: KeptTable): string => `keep_${table}_changes`;

async function followTable(
  runner: QueryRunner,
  { kept, login }: { kept: KeptTable; login: string },
): Promise<void> {
  const name = functionName(kept);
  await runner.query(changeFunction({ name, kept, lock: LOCK }));
  await grantTo(runner, { login, name });
  for (const { on, tables } of WAYS)
    await runner.query(`create trigger keep_changes_of_${on} after ${on} on insight.${kept.table}
      referencing ${tables} for each statement execute function insight.${name}()`);
}

async function grantTo(runner: QueryRunner, { login, name }: { login: string; name: string }): Promise<void> {
  await runner.query(`revoke all on function insight.${name}() from public`);
  await runner.query(`grant execute on function insight.${name}() to ${login}`);
}
