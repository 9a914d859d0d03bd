import type { QueryRunner } from 'typeorm';
import { OUTBOX_READER, quotedLogin } from '../postgres/names';
import { forceRowSecurity, roleIsOneOf } from '../postgres/row-security';
import { keepEventSets } from './event-sets-column';

/**
 * Makes the outbox of a schema and the table that keeps its followers' checkpoints. An event's position is (xid, id):
 * `xid` is the transaction's own number, so a reader that stays below every running transaction misses none.
 */
export async function createOutboxTables(runner: QueryRunner, schema: string): Promise<void> {
  const login = await quotedLogin(runner, schema);
  const reader = await quotedLogin(runner, OUTBOX_READER);
  await runner.query(`
    create table "${schema}".outbox (
      id bigint generated always as identity,
      xid xid8 not null default pg_current_xact_id(),
      at timestamptz not null default now(),
      kind text not null,
      subject text not null,
      version bigint not null,
      payload jsonb not null,
      primary key (xid, id)
    )`);
  await runner.query(`
    create table "${schema}".follower_place (
      follower text not null,
      source text not null,
      xid xid8 not null default '0',
      id bigint not null default 0,
      caught_up_at timestamptz,
      primary key (follower, source)
    )`);
  await runner.query(`grant usage on schema "${schema}" to ${login}, ${reader}`);
  await runner.query(`grant insert (kind, subject, version, payload) on "${schema}".outbox to ${login}`);
  await runner.query(keepEventSets({ schema, login }));
  await runner.query(`grant select on "${schema}".outbox to ${reader}`);
  await runner.query(`grant select, insert, update on "${schema}".follower_place to ${login}`);
  await forceRowSecurity(runner, `"${schema}".outbox`, [
    { name: 'the_courier_reads', command: 'select', allows: roleIsOneOf('courier') },
    {
      name: 'whoever_acts_tells',
      command: 'insert',
      allows: roleIsOneOf('import', 'seed', 'projection', 'officer', 'manager', 'admin'),
    },
  ]);
}
