import type { MigrationInterface, QueryRunner } from 'typeorm';
import { quotedLogin } from '../../platform/postgres/names';
import { forceRowSecurity, listHolds, roleIsOneOf, setting } from '../../platform/postgres/row-security';
import { isOwner } from '../restrictions/policies';

/**
 * Lets officers prepare what a person is sent who asks what is kept of them, and somebody else approve it. With the people of the
 * complaint it goes.
 */
export function keepSubjectAccessMigration(schema: string): new () => MigrationInterface {
  const table = `"${schema}".subject_access`;
  return class KeepSubjectAccess implements MigrationInterface {
    readonly name = 'KeepSubjectAccess1767225601522';

    async up(runner: QueryRunner): Promise<void> {
      await runner.query(`
        create table ${table} (
          id text not null constraint subject_access_pkey primary key,
          complaint_id text not null constraint subject_access_of_complaint references "${schema}".complaint (id),
          left_out text[] not null,
          struck text[] not null,
          content_hash text not null,
          prepared_by text not null,
          prepared_at timestamptz not null,
          approved_by text,
          approved_at timestamptz,
          constraint subject_access_read_by_another check (approved_by <> prepared_by)
        )`);
      await runner.query(`create index subject_access_by_complaint on ${table} (complaint_id, prepared_at)`);
      await runner.query(
        `grant select, insert, update (approved_by, approved_at) on ${table} to ${await quotedLogin(runner, schema)}`,
      );
      await forceRowSecurity(runner, table, policiesOf(schema, table));
      await runner.query(forget(schema));
      await runner.query(`revoke all on function "${schema}".forget_subject_access() from public`);
      await runner.query(`create trigger forget_subject_access after insert on "${schema}".anonymised_stage
        for each row execute function "${schema}".forget_subject_access()`);
    }

    async down(runner: QueryRunner): Promise<void> {
      await runner.query(`drop trigger forget_subject_access on "${schema}".anonymised_stage`);
      await runner.query(`drop function "${schema}".forget_subject_access()`);
      await runner.query(`drop table ${table}`);
    }
  };
}

/** Officers to whom the case is open; nobody approves their own, and what is approved stays as it was. */
function policiesOf(schema: string, table: string) {
  const open = `coalesce(complaint_id <> all ((select "${schema}".closed_complaints())::text[]), false)`;
  const officer = `(${setting('credential')} is distinct from 'key' and ${roleIsOneOf('officer')}
    and ${listHolds('streams', `'${schema}'`)} and ${open})`;
  const isSubject = (column: string) => `coalesce(${column} = ${setting('subject')}, false)`;
  return [
    { name: 'who_may_read', command: 'select', allows: `(${isOwner(table)} or ${officer})` },
    {
      name: 'who_may_prepare',
      command: 'insert',
      allows: `${officer} and ${isSubject('prepared_by')} and approved_by is null`,
    },
    {
      name: 'who_may_approve',
      command: 'update',
      allows: `${officer} and not ${isSubject('prepared_by')} and (approved_by is null or ${isSubject('approved_by')})`,
    },
    { name: 'who_may_remove', command: 'delete', allows: isOwner(table) },
  ] as const;
}

const forget = (schema: string): string => `
  create function "${schema}".forget_subject_access() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $function$
  begin
    delete from "${schema}".subject_access as prepared using "${schema}".stage as stage
    where stage.id = new.stage_id and prepared.complaint_id = stage.complaint_id;
    return null;
  end $function$`;
