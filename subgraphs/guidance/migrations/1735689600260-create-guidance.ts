import type { MigrationInterface, QueryRunner } from 'typeorm';
import { indexAudit } from '../../../platform/audit/index-audit';
import { createAuditTable } from '../../../platform/audit/tables';
import { createOutboxTables } from '../../../platform/outbox/tables';
import { quotedLogin } from '../../../platform/postgres/names';
import { forceRowSecurity, type Policy, roleIsOneOf, setting } from '../../../platform/postgres/row-security';

/** The council's own people; partners and programs have no use for it. */
const READERS = ['analyst', 'manager', 'officer', 'auditor', 'admin'];
/** The central team. */
const EDITORS = ['officer', 'admin'];
/** Those who answer complaints, or work with them. */
const BOOKERS = ['analyst', 'manager', 'officer', 'admin'];

const TABLES = [
  `create table guidance.article_version (
     id text not null,
     version integer not null,
     kind text not null,
     title text not null,
     summary text not null,
     body text not null,
     owner text not null,
     stream text,
     review_due_on date not null,
     is_withdrawn boolean not null,
     changed_by text,
     changed_at timestamptz not null,
     note text not null,
     constraint article_version_pkey primary key (id, version))`,
  `create table guidance.stream_procedure (
     stream text not null constraint stream_procedure_pkey primary key,
     payload jsonb not null)`,
  `create table guidance.workshop (
     id text not null constraint workshop_pkey primary key,
     version integer not null,
     title text not null,
     about text not null,
     starts_at timestamptz not null,
     minutes integer not null,
     place text not null,
     held_by text not null,
     seats integer not null constraint workshop_has_seats check (seats > 0),
     cancelled_because text)`,
  'create index workshop_by_beginning on guidance.workshop (starts_at, id)',
  `create table guidance.booked_place (
     workshop_id text not null constraint booked_place_workshop_id_fkey references guidance.workshop,
     place integer not null,
     given_up_at timestamptz,
     constraint booked_place_pkey primary key (workshop_id, place))`,
  `create table guidance.booking (
     workshop_id text not null,
     place integer not null,
     subject text not null,
     name text not null,
     booked_at timestamptz not null,
     constraint booking_pkey primary key (workshop_id, place))`,
  'create index booking_by_subject on guidance.booking (subject)',
  `create table guidance.attendance (
     workshop_id text not null,
     place integer not null,
     attended boolean not null,
     recorded_by text not null,
     recorded_at timestamptz not null,
     constraint attendance_pkey primary key (workshop_id, place))`,
];

const isSubject = (column: string): string => `coalesce(${column} = ${setting('subject')}, false)`;
const isEditor = roleIsOneOf(...EDITORS);

/** The place is the caller's own; `booking` shows each their own rows alone. */
const ownPlace = (table: string): string => `exists (select from guidance.booking own
  where own.workshop_id = ${table}.workshop_id and own.place = ${table}.place and ${isSubject('own.subject')})`;

const readersRead: Policy = {
  name: 'the_councils_people_read',
  command: 'select',
  allows: roleIsOneOf(...READERS),
};

const POLICIES: Readonly<Record<string, readonly Policy[]>> = {
  article_version: [
    {
      name: 'the_councils_people_read',
      command: 'select',
      allows: roleIsOneOf(...READERS, 'seed'),
    },
    {
      name: 'in_ones_own_name',
      command: 'insert',
      allows: `((${isEditor} and ${isSubject('changed_by')}) or (${roleIsOneOf('seed')} and changed_by is null))`,
    },
  ],
  workshop: [
    readersRead,
    { name: 'the_team_plans', command: 'insert', allows: isEditor },
    { name: 'the_team_changes', command: 'update', allows: isEditor },
  ],
  booked_place: [
    readersRead,
    { name: 'those_who_answer_book', command: 'insert', allows: roleIsOneOf(...BOOKERS) },
    { name: 'ones_own_is_given_up', command: 'update', allows: ownPlace('booked_place') },
  ],
  booking: [
    {
      name: 'ones_own_or_the_teams_list',
      command: 'select',
      allows: `((${roleIsOneOf(...BOOKERS)} and ${isSubject('subject')}) or ${isEditor})`,
    },
    {
      name: 'for_oneself',
      command: 'insert',
      allows: `(${roleIsOneOf(...BOOKERS)} and ${isSubject('subject')})`,
    },
  ],
  attendance: [
    {
      name: 'ones_own_or_the_teams_list',
      command: 'select',
      allows: `(${ownPlace('attendance')} or ${isEditor})`,
    },
    {
      name: 'in_ones_own_name',
      command: 'insert',
      allows: `(${isEditor} and ${isSubject('recorded_by')})`,
    },
    {
      name: 'changed_in_ones_own_name',
      command: 'update',
      allows: `(${isEditor} and ${isSubject('recorded_by')})`,
    },
  ],
};

const GRANTS: Readonly<Record<string, string>> = {
  article_version: 'select, insert',
  stream_procedure: 'select, insert, update, delete',
  workshop: 'select, insert, update',
  booked_place: 'select, insert, update (given_up_at)',
  booking: 'select, insert',
  attendance: 'select, insert, update',
};

/** Articles by version, procedures as streams publish them, workshops and who booked them, apart from their names. */
export class CreateGuidance1735689600260 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createOutboxTables(runner, 'guidance');
    for (const statement of TABLES) await runner.query(statement);
    const login = await quotedLogin(runner, 'guidance');
    for (const [table, may] of Object.entries(GRANTS))
      await runner.query(`grant ${may} on guidance.${table} to ${login}`);
    for (const [table, policies] of Object.entries(POLICIES))
      await forceRowSecurity(runner, `guidance.${table}`, policies);
    await createAuditTable(runner, 'guidance');
    await indexAudit(runner, 'guidance');
  }

  /** An audit log is never removed. */
  down(): Promise<void> {
    return Promise.reject(new Error('What people did is kept nowhere else'));
  }
}
