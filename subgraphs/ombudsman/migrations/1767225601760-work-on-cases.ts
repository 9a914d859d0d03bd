import type { MigrationInterface, QueryRunner } from 'typeorm';
import { indexAudit } from '../../../platform/audit/index-audit';
import { sealAudit } from '../../../platform/audit/seals/seal-audit';
import { createAuditTable } from '../../../platform/audit/tables';
import { quotedLogin } from '../../../platform/postgres/names';
import { disguised, forceRowSecurity, roleIsOneOf, setting } from '../../../platform/postgres/row-security';
import { CHANGED_POLICIES, ENQUIRY_POLICIES } from '../enquiries/policies';

const OF_CASE = (table: string): string =>
  `case_id text not null constraint ${table}_of_case references ombudsman.ombudsman_case (id)`;

const TABLES: readonly string[] = [
  `create table ombudsman.enquiry_entry (
    ${OF_CASE('enquiry_entry')},
    place integer not null,
    event text not null,
    facts jsonb not null,
    by text not null,
    at timestamptz not null,
    constraint enquiry_entry_pkey primary key (case_id, place)
  )`,
  `create table ombudsman.enquiry_words (
    ${OF_CASE('enquiry_words')},
    place integer not null,
    part text not null,
    words text not null,
    constraint enquiry_words_pkey primary key (case_id, place, part)
  )`,
  `create table ombudsman.command_done (
    key text not null constraint command_done_pkey primary key,
    ${OF_CASE('command_done')},
    subject text not null,
    fingerprint text not null,
    place integer not null,
    done_at timestamptz not null
  )`,
  `create table ombudsman.closed_complaint (
    complaint_id text not null constraint closed_complaint_pkey primary key,
    version bigint not null,
    shut_out text[],
    open_to text[]
  )`,
  `create table ombudsman.bank_holiday (
    day date not null constraint bank_holiday_pkey primary key,
    version bigint not null,
    change jsonb not null
  )`,
];

const using = (rule: string): string => `using (${rule})`;
const CLAUSES = {
  select: using,
  delete: using,
  insert: (rule: string): string => `with check (${rule})`,
  update: (rule: string): string => `using (${rule}) with check (${rule})`,
  all: (rule: string): string => `using (${rule}) with check (${rule})`,
} as const;

/** Which complaints are closed to the caller: to everybody, where its stream has not said to whom. Null where nobody asks. */
const CLOSED_TO_CALLER = `
  create function ombudsman.closed_to_caller() returns text[] language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp as $function$
  declare asks text := ${setting('subject')};
  begin
    if asks is null then return null; end if;
    return (select coalesce(array_agg(complaint_id), '{}') from ombudsman.closed_complaint
      where shut_out is null or ${disguised('complaint_id', 'asks')} = any (shut_out)
        or not coalesce(${disguised('complaint_id', 'asks')} = any (open_to), true));
  end $function$`;

const IS_OWNER =
  "(select pg_catalog.pg_get_userbyid(relowner) = current_user from pg_catalog.pg_class where oid = 'ombudsman.closed_complaint'::regclass)";

/** Lets officers work on ombudsmen's cases: a timeline each, its words apart, and an audit log of who did what. */
export class WorkOnCases1767225601760 implements MigrationInterface {
  readonly name = 'WorkOnCases1767225601760';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(table);
    const login = await quotedLogin(runner, 'ombudsman');
    await closeComplaints(runner, login);
    for (const { table, grants, policies } of ENQUIRY_POLICIES) {
      await runner.query(`grant ${grants} on ombudsman.${table} to ${login}`);
      await forceRowSecurity(runner, `ombudsman.${table}`, policies);
    }
    await runner.query(`grant select, insert, update, delete on ombudsman.bank_holiday to ${login}`);
    for (const { table, name, command, allows } of CHANGED_POLICIES)
      await runner.query(`alter policy ${name} on ombudsman.${table} ${CLAUSES[command](allows)}`);
    for (const table of ['enquiry_entry', 'enquiry_words', 'closed_complaint', 'bank_holiday'])
      await runner.query(
        `create trigger note_change after insert or update or delete or truncate on ombudsman.${table}
         for each statement execute function ombudsman.note_change()`,
      );
    await createAuditTable(runner, 'ombudsman');
    await indexAudit(runner, 'ombudsman');
    await sealAudit(runner, 'ombudsman');
  }

  /** An audit log is never removed. */
  down(): Promise<void> {
    return Promise.reject(new Error('What people did is kept nowhere else'));
  }
}

/** The followers keep which complaints are closed; to whom, nobody reads but the function that policies ask. */
async function closeComplaints(runner: QueryRunner, login: string): Promise<void> {
  const PROJECTS = roleIsOneOf('projection');
  await runner.query(`grant select, insert, update, delete on ombudsman.closed_complaint to ${login}`);
  await forceRowSecurity(runner, 'ombudsman.closed_complaint', [
    { name: 'the_owner_and_the_projection_read', command: 'select', allows: `(${IS_OWNER} or ${PROJECTS})` },
    { name: 'the_projection_adds', command: 'insert', allows: PROJECTS },
    { name: 'the_projection_changes', command: 'update', allows: PROJECTS },
    { name: 'the_projection_removes', command: 'delete', allows: PROJECTS },
  ]);
  await runner.query(CLOSED_TO_CALLER);
  await runner.query('revoke all on function ombudsman.closed_to_caller() from public');
  await runner.query(`grant execute on function ombudsman.closed_to_caller() to ${login}`);
}
