import type { MigrationInterface, QueryRunner } from 'typeorm';
import { quotedLogin } from '../../platform/postgres/names';
import { forceRowSecurity } from '../../platform/postgres/row-security';
import { letterPolicies } from '../letters/policies';

/** Keeps the letters of live complaints. One that was sent or dropped never changes, whoever asks. */
export function keepLettersMigration(schema: string): new () => MigrationInterface {
  const table = `"${schema}".letter`;
  return class KeepLetters implements MigrationInterface {
    readonly name = 'KeepLetters1767225601830';

    async up(runner: QueryRunner): Promise<void> {
      for (const statement of tableOf(schema)) await runner.query(statement);
      await runner.query(`grant select, insert, update on ${table} to ${await quotedLogin(runner, schema)}`);
      await forceRowSecurity(runner, table, letterPolicies(schema));
      for (const statement of [...functionsOf(schema), ...triggersOf(schema)]) await runner.query(statement);
    }

    async down(runner: QueryRunner): Promise<void> {
      await runner.query(`drop trigger forget_letters on "${schema}".anonymised_stage`);
      await runner.query(`drop function "${schema}".forget_letters()`);
      await runner.query(`drop table ${table}`);
      await runner.query(`drop function "${schema}".keep_sent_letter()`);
    }
  };
}

const ofComplaint = (schema: string, stage: string): string => `
    delete from "${schema}".letter as letter using "${schema}".stage as stage
    where stage.id = ${stage} and letter.complaint_id = stage.complaint_id`;

/** Where the people of a complaint are taken out, its letters go too, and nothing else removes one that was sent. */
const functionsOf = (schema: string): readonly string[] => [
  `create function "${schema}".forget_letters() returns trigger language plpgsql security definer
   set search_path = pg_catalog, pg_temp as $function$
   begin
     ${ofComplaint(schema, 'new.stage_id')};
     return null;
   end $function$`,
  `create function "${schema}".keep_sent_letter() returns trigger language plpgsql
   set search_path = pg_catalog, pg_temp as $function$
   begin
     if tg_op = 'TRUNCATE' and not exists (
       select from "${schema}".letter where status in ('SENT', 'DROPPED')) then return null; end if;
     if tg_op = 'DELETE' and exists (
       select from "${schema}".anonymised_stage as gone join "${schema}".stage as stage on stage.id = gone.stage_id
       where stage.complaint_id = old.complaint_id) then return old; end if;
     raise exception 'A letter that was sent or dropped never changes' using errcode = 'restrict_violation';
   end $function$`,
  `revoke all on function "${schema}".forget_letters(), "${schema}".keep_sent_letter() from public`,
];

const triggersOf = (schema: string): readonly string[] => [
  `create trigger keep_sent before update or delete on "${schema}".letter
   for each row when (old.status in ('SENT', 'DROPPED')) execute function "${schema}".keep_sent_letter()`,
  `create trigger keep_all before truncate on "${schema}".letter
   for each statement execute function "${schema}".keep_sent_letter()`,
  `create trigger note_change after insert or update or delete on "${schema}".letter
   for each statement execute function "${schema}".note_change()`,
  `create trigger forget_letters after insert on "${schema}".anonymised_stage
   for each row execute function "${schema}".forget_letters()`,
];

const tableOf = (schema: string): readonly string[] => [
  `create table "${schema}".letter (
    id text not null constraint letter_pkey primary key,
    complaint_id text not null constraint letter_of_complaint references "${schema}".complaint (id),
    stage smallint not null,
    kind text not null,
    outcome text,
    status text not null,
    version integer not null,
    subject text not null,
    paragraphs jsonb not null,
    addressee jsonb,
    writers text[] not null,
    begun_at timestamptz not null,
    changed_by text not null,
    changed_at timestamptz not null,
    approved_by text,
    approved_at timestamptz,
    returned_because text,
    sent_on date,
    sent_how text,
    sent_entry integer,
    documents text[] not null
  )`,
  `create index letter_by_complaint on "${schema}".letter (complaint_id, begun_at, id)`,
];
