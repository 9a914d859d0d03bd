import type { MigrationInterface, QueryRunner } from 'typeorm';
import { quotedLogin } from '../../platform/postgres/names';
import { forceRowSecurity } from '../../platform/postgres/row-security';
import { documentPolicies } from '../documents/policies';

/** Keeps which documents live complaints have: the files themselves stand outside the database, by their hashes. */
export function keepDocumentsMigration(schema: string): new () => MigrationInterface {
  const table = `"${schema}".document`;
  return class KeepDocuments implements MigrationInterface {
    readonly name = 'KeepDocuments1767225601820';

    async up(runner: QueryRunner): Promise<void> {
      for (const statement of tableOf(schema)) await runner.query(statement);
      await runner.query(`grant select, insert on ${table} to ${await quotedLogin(runner, schema)}`);
      await forceRowSecurity(runner, table, documentPolicies(schema));
      await runner.query(
        `create trigger note_change after insert or update or delete or truncate on ${table}
         for each statement execute function "${schema}".note_change()`,
      );
      await runner.query(forget(schema));
      await runner.query(`revoke all on function "${schema}".forget_documents() from public`);
      await runner.query(`create trigger forget_documents after insert on "${schema}".anonymised_stage
        for each row execute function "${schema}".forget_documents()`);
    }

    async down(runner: QueryRunner): Promise<void> {
      await runner.query(`drop trigger forget_documents on "${schema}".anonymised_stage`);
      await runner.query(`drop function "${schema}".forget_documents()`);
      await runner.query(`drop table ${table}`);
    }
  };
}

/** Where the people of a complaint are taken out, its documents go too: files that no row names are removed. */
const forget = (schema: string): string => `
  create function "${schema}".forget_documents() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $function$
  begin
    delete from "${schema}".document as document using "${schema}".stage as stage
    where stage.id = new.stage_id and document.complaint_id = stage.complaint_id;
    return null;
  end $function$`;

const tableOf = (schema: string): readonly string[] => [
  `create table "${schema}".document (
    id text not null constraint document_pkey primary key,
    complaint_id text not null constraint document_of_complaint references "${schema}".complaint (id),
    entry integer not null,
    place smallint not null,
    stage smallint not null,
    name text not null,
    media_type text not null,
    bytes integer not null,
    sha256 text not null,
    source text not null,
    parent text,
    left_out jsonb not null,
    file text not null,
    attached_by text not null,
    attached_at timestamptz not null
  )`,
  `create index document_by_complaint on "${schema}".document (complaint_id, entry, place)`,
  `create unique index document_by_file on "${schema}".document (file)`,
];
