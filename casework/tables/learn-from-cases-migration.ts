import type { MigrationInterface, QueryRunner } from 'typeorm';
import { quotedLogin } from '../../platform/postgres/names';
import { forceRowSecurity } from '../../platform/postgres/row-security';
import { learningPolicies } from '../learning/policies';

/** Keeps what was learned of live complaints: promised actions, recommendations, and causes that answers named. */
export function learnFromCasesMigration(schema: string): new () => MigrationInterface {
  return class LearnFromCases implements MigrationInterface {
    readonly name = 'LearnFromCases1767225601750';

    async up(runner: QueryRunner): Promise<void> {
      for (const statement of tablesOf(schema)) await runner.query(statement);
      const login = await quotedLogin(runner, schema);
      for (const { table, policies } of learningPolicies(schema)) {
        await runner.query(`grant select, insert, update on "${schema}".${table} to ${login}`);
        await forceRowSecurity(runner, `"${schema}".${table}`, policies);
        await runner.query(
          `create trigger note_change after insert or update or delete or truncate on "${schema}".${table}
           for each statement execute function "${schema}".note_change()`,
        );
      }
    }

    async down(runner: QueryRunner): Promise<void> {
      for (const { table } of learningPolicies(schema)) await runner.query(`drop table "${schema}".${table}`);
    }
  };
}

const ofComplaint = (schema: string, table: string): string =>
  `complaint_id text not null constraint ${table}_of_complaint references "${schema}".complaint (id)`;

const tablesOf = (schema: string): readonly string[] => [
  `create table "${schema}".promised_action (
    ${ofComplaint(schema, 'promised_action')},
    place integer not null,
    stage smallint not null,
    owner text,
    service_id text,
    first_due_on date not null,
    due_on date not null,
    counts_by date not null,
    kept_on date,
    dropped_on date,
    made_at timestamptz not null,
    constraint promised_action_pkey primary key (complaint_id, place)
  )`,
  `create index promised_action_by_due on "${schema}".promised_action (due_on, complaint_id, place)`,
  `create index promised_action_by_owner on "${schema}".promised_action (owner, due_on)`,
  `create table "${schema}".recommendation (
    ${ofComplaint(schema, 'recommendation')},
    place integer not null,
    stage smallint not null,
    owner text,
    service_id text,
    due_on date,
    became text,
    became_on date,
    made_at timestamptz not null,
    constraint recommendation_pkey primary key (complaint_id, place)
  )`,
  `create index recommendation_by_made on "${schema}".recommendation (made_at, complaint_id, place)`,
  `create index recommendation_by_service on "${schema}".recommendation (service_id, made_at)`,
  `create table "${schema}".named_cause (
    ${ofComplaint(schema, 'named_cause')},
    stage smallint not null,
    causes text[] not null,
    constraint named_cause_pkey primary key (complaint_id, stage)
  )`,
];
