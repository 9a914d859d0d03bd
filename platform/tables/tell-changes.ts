import type { QueryRunner } from 'typeorm';

/** A table whose changes are told. */
export interface Told {
  readonly schema: string;
  readonly table: string;
  /** The statements that are told. */
  readonly on: 'insert' | 'update';
  /** Which rows of an update are told, by `old` and `new`; left out, every statement is. */
  readonly when?: string;
}

const TRIGGER = 'tell_change';

/**
 * Has a transaction that changes a table tell so when it commits, once, on the channel `changes`, by the schema's name: to
 * whoever listens (`../changes/change-feed.ts`). Nobody is told of what was rolled back.
 */
export async function tellChanges(runner: QueryRunner, { schema, table, on, when }: Told): Promise<void> {
  await runner.query(`
    create function "${schema}".${TRIGGER}() returns trigger language plpgsql
    set search_path = pg_catalog, pg_temp as $function$
    begin
      perform pg_notify('changes', tg_table_schema);
      return null;
    end $function$`);
  await runner.query(`revoke all on function "${schema}".${TRIGGER} from public`);
  await runner.query(`
    create trigger ${TRIGGER} after ${on} on "${schema}"."${table}"
    for each ${when === undefined ? 'statement' : `row when (${when})`} execute function "${schema}".${TRIGGER}()`);
}

/** As if nothing had ever been told. */
export async function tellNoChanges(
  runner: QueryRunner,
  { schema, table }: Pick<Told, 'schema' | 'table'>,
): Promise<void> {
  await runner.query(`drop trigger ${TRIGGER} on "${schema}"."${table}"`);
  await runner.query(`drop function "${schema}".${TRIGGER}`);
}
