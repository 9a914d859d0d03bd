import type { QueryRunner } from 'typeorm';
import { quotedLogin } from '../postgres/names';

/** The tables of a schema that its answers are read from. */
export interface Watched {
  readonly schema: string;
  readonly tables: readonly string[];
}

const TRIGGER = 'note_change';

/**
 * Notes in a table of the schema each transaction that writes to one of `tables`, whoever does: so the schema can say whether
 * anything that its answers are read from has changed (`changeStateSql`). It is noted in the transaction itself, once, under
 * that transaction's own number; nobody waits for anybody. Numbers that say nothing any more are removed with the next.
 */
export async function watchChanges(runner: QueryRunner, { schema, tables }: Watched): Promise<void> {
  await runner.query(`
    create table "${schema}".change (
      xid xid8 not null default pg_current_xact_id() constraint change_pkey primary key
    )`);
  await runner.query(`grant select on "${schema}".change to ${await quotedLogin(runner, schema)}`);
  await runner.query(`
    create function "${schema}".${TRIGGER}() returns trigger language plpgsql security definer
    set search_path = pg_catalog, pg_temp as $function$
    begin
      insert into "${schema}".change default values on conflict do nothing;
      if found then
        delete from "${schema}".change where xid in (
          select xid from "${schema}".change where xid < pg_snapshot_xmin(pg_current_snapshot())
          order by xid limit 100 for update skip locked);
      end if;
      return null;
    end $function$`);
  await runner.query(`revoke all on function "${schema}".${TRIGGER} from public`);
  for (const table of tables)
    await runner.query(`
      create trigger ${TRIGGER} after insert or update or delete or truncate on "${schema}"."${table}"
      for each statement execute function "${schema}".${TRIGGER}()`);
}

/** As if it had never been watched. */
export async function unwatchChanges(runner: QueryRunner, { schema, tables }: Watched): Promise<void> {
  for (const table of tables) await runner.query(`drop trigger ${TRIGGER} on "${schema}"."${table}"`);
  await runner.query(`drop function "${schema}".${TRIGGER}`);
  await runner.query(`drop table "${schema}".change`);
}

/**
 * SQL that names the state of a schema whose changes are watched: the newest transaction that changed something. No row while
 * that one is not known: an older transaction is still open, which may have changed something too, and would then commit
 * without a newer name. Whoever changes something from now on has a newer number.
 */
export const changeStateSql = (schema: string): string => `
  select concat_ws(' ', current_database(), newest.xid) as state
  from (select coalesce((select xid from "${schema}".change order by xid desc limit 1), '0') as xid) newest
  where newest.xid < pg_snapshot_xmin(pg_current_snapshot())`;
