import type { MigrationInterface, QueryRunner } from 'typeorm';
import { indexAudit } from '../../../platform/audit/index-audit';
import { createAuditTable } from '../../../platform/audit/tables';
import { createOutboxTables } from '../../../platform/outbox/tables';
import { quotedLogin } from '../../../platform/postgres/names';
import { forceRowSecurity, type Policy, roleIsOneOf, setting } from '../../../platform/postgres/row-security';

/** The central team, which holds the meetings. */
const HOLDERS = ['officer', 'admin'];
/** Those who come, and do what was agreed. */
const ATTENDERS = ['manager', ...HOLDERS];

const TABLES = [
  `create table reviews.meeting (
     id text not null constraint meeting_pkey primary key,
     version integer not null,
     stream text,
     directorate text,
     held_on date not null,
     chair text not null,
     attendees text[] not null,
     notes text not null,
     state text not null,
     agenda jsonb,
     closed_by text,
     closed_at timestamptz,
     constraint meeting_is_about_something check (stream is not null or directorate is not null),
     constraint meeting_closed_has_agenda check ((state = 'CLOSED') = (agenda is not null)))`,
  'create index meeting_by_day on reviews.meeting (held_on, id)',
  `create table reviews.action_version (
     id text not null,
     version integer not null,
     meeting_id text not null constraint action_version_meeting_id_fkey references reviews.meeting,
     what text not null,
     owner text not null,
     due_on date not null,
     state text not null,
     ended_on date,
     result text,
     complaint_id text,
     changed_by text not null,
     changed_at timestamptz not null,
     constraint action_version_pkey primary key (id, version),
     constraint action_version_ended_has_result
       check ((state = 'OPEN') = (ended_on is null) and (state = 'OPEN') = (result is null)))`,
  'create index action_version_by_meeting on reviews.action_version (meeting_id)',
];

const isSubject = (column: string): string => `coalesce(${column} = ${setting('subject')}, false)`;
const isHolder = roleIsOneOf(...HOLDERS);
const isAttender = roleIsOneOf(...ATTENDERS);

const POLICIES: Readonly<Record<string, readonly Policy[]>> = {
  meeting: [
    { name: 'those_who_come_read', command: 'select', allows: isAttender },
    { name: 'the_team_plans', command: 'insert', allows: isHolder },
    { name: 'the_team_changes', command: 'update', allows: isHolder },
  ],
  action_version: [
    { name: 'those_who_come_read', command: 'select', allows: isAttender },
    {
      name: 'in_ones_own_name',
      command: 'insert',
      allows: `(${isAttender} and ${isSubject('changed_by')})`,
    },
  ],
};

const GRANTS: Readonly<Record<string, string>> = {
  meeting: 'select, insert, update',
  action_version: 'select, insert',
};

/** Review meetings with the agenda that their people saw, and what was agreed at them, a row for each version. */
export class CreateReviews1767225601700 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createOutboxTables(runner, 'reviews');
    for (const statement of TABLES) await runner.query(statement);
    const login = await quotedLogin(runner, 'reviews');
    for (const [table, may] of Object.entries(GRANTS))
      await runner.query(`grant ${may} on reviews.${table} to ${login}`);
    for (const [table, policies] of Object.entries(POLICIES))
      await forceRowSecurity(runner, `reviews.${table}`, policies);
    await createAuditTable(runner, 'reviews');
    await indexAudit(runner, 'reviews');
  }

  /** An audit log is never removed. */
  down(): Promise<void> {
    return Promise.reject(new Error('What people did is kept nowhere else'));
  }
}
