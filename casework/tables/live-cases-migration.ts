import type { MigrationInterface, QueryRunner } from 'typeorm';
import { quotedLogin } from '../../platform/postgres/names';
import { forceRowSecurity } from '../../platform/postgres/row-security';
import { livePolicies } from '../live/policies';

/** Tables in the order in which they are dropped. */
const TABLES = [
  'command_done',
  'case_party',
  'timeline_words',
  'timeline_entry',
  'live_clock',
  'live_case',
] as const;

/** Lets a stream work on complaints itself: a timeline each, with its words and people apart, and how each stands. */
export function liveCasesMigration(schema: string): new () => MigrationInterface {
  return class LiveCases implements MigrationInterface {
    readonly name = 'LiveCases1767225601710';

    async up(runner: QueryRunner): Promise<void> {
      for (const table of tablesOf(schema)) await runner.query(table);
      const login = await quotedLogin(runner, schema);
      await runner.query(`create sequence "${schema}".complaint_reference`);
      await runner.query(`grant usage on sequence "${schema}".complaint_reference to ${login}`);
      for (const { table, grants, policies } of livePolicies(schema)) {
        await runner.query(`grant ${grants} on ${table} to ${login}`);
        await forceRowSecurity(runner, table, policies);
      }
      await runner.query(forget(schema));
      await runner.query(`revoke all on function "${schema}".forget_live_people() from public`);
      await runner.query(`create trigger forget_live_people after insert on "${schema}".anonymised_stage
        for each row execute function "${schema}".forget_live_people()`);
      for (const table of TABLES.filter((name) => name !== 'command_done'))
        await runner.query(
          `create trigger note_change after insert or update or delete or truncate on "${schema}".${table}
           for each statement execute function "${schema}".note_change()`,
        );
    }

    async down(runner: QueryRunner): Promise<void> {
      await runner.query(`drop trigger forget_live_people on "${schema}".anonymised_stage`);
      await runner.query(`drop function "${schema}".forget_live_people()`);
      // Policies of some name others.
      for (const table of TABLES) await runner.query(`drop table "${schema}".${table} cascade`);
      await runner.query(`drop sequence "${schema}".complaint_reference`);
    }
  };
}

/** Where the people of a complaint are taken out, its words and parties go too; what happened stays. */
const forget = (schema: string): string => `
  create function "${schema}".forget_live_people() returns trigger language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $function$
  begin
    delete from "${schema}".timeline_words as words using "${schema}".stage as stage
    where stage.id = new.stage_id and words.complaint_id = stage.complaint_id;
    delete from "${schema}".case_party as party using "${schema}".stage as stage
    where stage.id = new.stage_id and party.complaint_id = stage.complaint_id;
    return null;
  end $function$`;

const ofComplaint = (schema: string, table: string): string =>
  `complaint_id text not null constraint ${table}_of_complaint references "${schema}".complaint (id)`;

const tablesOf = (schema: string): readonly string[] => [
  `create table "${schema}".live_case (
    ${ofComplaint(schema, 'live_case')} constraint live_case_pkey primary key,
    version integer not null,
    stage smallint not null,
    state text not null,
    waits_for text not null,
    is_ended boolean not null,
    assigned_to text,
    assigned_group text,
    is_accepted boolean not null,
    service_id text,
    received_on date not null,
    next_limit text,
    next_due_on date,
    answer_due_on date,
    handled_earlier_by text[] not null,
    began_at timestamptz not null,
    changed_at timestamptz not null
  )`,
  ...[
    ['assignee', 'assigned_to, next_due_on'],
    ['group', 'assigned_group, next_due_on'],
    ['service', 'service_id, next_due_on'],
    ['due', 'next_due_on'],
  ].map(
    ([name, columns]) =>
      `create index live_case_by_${name} on "${schema}".live_case (${columns}, complaint_id) where (not is_ended)`,
  ),
  `create table "${schema}".live_clock (
    ${ofComplaint(schema, 'live_clock')} constraint live_clock_pkey primary key,
    stages jsonb not null
  )`,
  `create table "${schema}".timeline_entry (
    ${ofComplaint(schema, 'timeline_entry')},
    place integer not null,
    stage smallint not null,
    event text not null,
    facts jsonb not null,
    by text not null,
    at timestamptz not null,
    constraint timeline_entry_pkey primary key (complaint_id, place)
  )`,
  `create table "${schema}".timeline_words (
    ${ofComplaint(schema, 'timeline_words')},
    place integer not null,
    part text not null,
    words text not null,
    constraint timeline_words_pkey primary key (complaint_id, place, part)
  )`,
  `create table "${schema}".case_party (
    id text not null constraint case_party_pkey primary key,
    ${ofComplaint(schema, 'case_party')},
    kind text not null,
    person text,
    relationship text,
    title text,
    forename text,
    surname text,
    email text,
    telephone text,
    address text,
    postcode text,
    born_on date,
    recorded_at timestamptz not null
  )`,
  `create index case_party_by_complaint on "${schema}".case_party (complaint_id)`,
  `create table "${schema}".command_done (
    key text not null constraint command_done_pkey primary key,
    complaint_id text not null,
    subject text not null,
    fingerprint text not null,
    place integer not null,
    done_at timestamptz not null
  )`,
];
