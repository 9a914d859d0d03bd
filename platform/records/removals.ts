import type { QueryRunner } from 'typeorm';
import { quotedLogin } from '../postgres/names';
import {
  closeToProtected,
  forceRowSecurity,
  keepPartnersWithinStreams,
  roleIsOneOf,
} from '../postgres/row-security';
import { instant, key, nullable, text } from '../tables/columns';
import { defineTable } from '../tables/define-table';

/** A table of records whose removals are kept. */
export interface Removable {
  readonly schema: string;
  readonly table: string;
  /** The column that identifies a record for those outside. */
  readonly id: string;
  /** Whether it says in `partner` and `stream` whose each record is; no partner sees anything of one that does not. */
  readonly hasOwners: boolean;
}

/** Who may read the table, and who removes from it. */
export interface RemovalPolicies {
  /** SQL; a partner's own are in `partner`. */
  readonly reads: string;
  readonly roles: readonly string[];
}

const nameOf = ({ table }: Pick<Removable, 'table'>): string => `${table}_removed`;

/** The table in which it is kept what was removed, for the drift test. */
export const removedTable = (removable: Pick<Removable, 'schema' | 'table'>) =>
  defineTable({
    schema: removable.schema,
    name: nameOf(removable),
    columns: {
      id: key(text()),
      /** Whose it was when it went; who may not see a record is not told that it went. */
      stream: nullable(text()),
      partner: nullable(text()),
      removed_at: instant(),
    },
    indices: [{ name: `${nameOf(removable)}_by_moment`, columns: ['removed_at', 'id'] }],
  });

/**
 * Keeps of each record that is removed from a table, whoever removes it, its id and when: and of one that goes from its partner to another,
 * or to another stream, the same, since that partner sees it no more. What is there again stays noted; `removedSql` leaves it out.
 */
export async function keepRemovals(
  runner: QueryRunner,
  removable: Removable,
  { reads, roles }: RemovalPolicies,
): Promise<void> {
  const { schema, table } = removable;
  const removed = `"${schema}"."${nameOf(removable)}"`;
  await runner.query(`
    create table ${removed} (
      id text not null constraint ${nameOf(removable)}_pkey primary key,
      stream text,
      partner text,
      removed_at timestamptz not null)`);
  await runner.query(`create index ${nameOf(removable)}_by_moment on ${removed} (removed_at, id)`);
  const login = await quotedLogin(runner, schema);
  await runner.query(`grant select, insert, update, delete on ${removed} to ${login}`);
  const removes = roleIsOneOf(...roles);
  await forceRowSecurity(runner, removed, [
    { name: 'those_who_see_records_read', command: 'select', allows: `(select ${removes}) or ${reads}` },
    { name: 'who_removes_adds', command: 'insert', allows: removes },
    { name: 'who_removes_changes', command: 'update', allows: removes },
    { name: 'who_removes_clears', command: 'delete', allows: removes },
  ]);
  await keepPartnersWithinStreams(runner, removed);
  await closeToProtected(runner, removed);
  await runner.query(noting(removable));
  await runner.query(`revoke all on function "${schema}".note_removed_${table} from public`);
  await runner.query(`
    create trigger note_removed after delete on "${schema}"."${table}" referencing old table as gone
    for each statement execute function "${schema}".note_removed_${table}()`);
  if (removable.hasOwners)
    await runner.query(`
      create trigger note_handed_over after update of partner, stream on "${schema}"."${table}" for each row
      when (old.partner is not null and (old.partner, old.stream) is distinct from (new.partner, new.stream))
      execute function "${schema}".note_removed_${table}()`);
}

/** One function for both triggers: of a row that is handed over there is no table `gone`. */
function noting({ schema, table, id, hasOwners }: Removable): string {
  const columns = (row: string) =>
    `${row}.${id}, ${hasOwners ? `${row}.stream, ${row}.partner` : 'null, null'}`;
  const insert = (from: string) => `
    insert into "${schema}"."${nameOf({ table })}" (id, stream, partner, removed_at)
    ${from}
    on conflict (id) do update
    set stream = excluded.stream, partner = excluded.partner, removed_at = excluded.removed_at;`;
  const now = "date_trunc('milliseconds', now())";
  return `
    create function "${schema}".note_removed_${table}() returns trigger language plpgsql
    set search_path = pg_catalog, pg_temp as $function$
    begin
      if tg_level = 'ROW' then ${insert(`values (${columns('old')}, ${now})`)}
      else ${insert(`select ${columns('gone')}, ${now} from gone`)}
      end if;
      return null;
    end $function$`;
}

/** As if none had ever been kept. */
export async function keepNoRemovals(runner: QueryRunner, removable: Removable): Promise<void> {
  const { schema, table, hasOwners } = removable;
  if (hasOwners) await runner.query(`drop trigger note_handed_over on "${schema}"."${table}"`);
  await runner.query(`drop trigger note_removed on "${schema}"."${table}"`);
  await runner.query(`drop function "${schema}".note_removed_${table}`);
  await runner.query(`drop table "${schema}"."${nameOf(removable)}"`);
}

/**
 * The rows of the view of what was removed: not what its reader sees among the records, which row-level security decides. So what came
 * back is not told, and what went to another partner is told to the one who had it and to nobody else.
 */
export const removedSql = ({ schema, table, id }: Removable): string => `
  select removed.id, removed.removed_at from "${schema}"."${nameOf({ table })}" removed
  where not exists (select from "${schema}"."${table}" held where held.${id} = removed.id)`;

/** Forgets what is there again: after everything was removed and made anew. */
export const forgetReturned = ({ schema, table, id }: Removable): string => `
  delete from "${schema}"."${nameOf({ table })}" removed
  using "${schema}"."${table}" held where held.${id} = removed.id`;
