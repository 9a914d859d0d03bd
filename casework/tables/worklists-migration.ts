import type { MigrationInterface, QueryRunner } from 'typeorm';
import { quotedLogin } from '../../platform/postgres/names';
import { forceRowSecurity } from '../../platform/postgres/row-security';
import { worklistPolicies } from '../worklists/policies';

/** Lets a stream know who works on its complaints: groups, who is away, and what was done to many at once. */
export function worklistsMigration(schema: string): new () => MigrationInterface {
  return class Worklists implements MigrationInterface {
    readonly name = 'Worklists1767225601740';

    async up(runner: QueryRunner): Promise<void> {
      for (const table of tablesOf(schema)) await runner.query(table);
      const login = await quotedLogin(runner, schema);
      for (const { table, grants, policies } of worklistPolicies(schema)) {
        await runner.query(`grant ${grants} on ${table} to ${login}`);
        await forceRowSecurity(runner, table, policies);
      }
      for (const table of ['case_group', 'absence'])
        await runner.query(
          `create trigger note_change after insert or update or delete or truncate on "${schema}".${table}
           for each statement execute function "${schema}".note_change()`,
        );
    }

    async down(runner: QueryRunner): Promise<void> {
      for (const { table } of worklistPolicies(schema)) await runner.query(`drop table ${table}`);
    }
  };
}

const tablesOf = (schema: string): readonly string[] => [
  `create table "${schema}".case_group (
    id text not null constraint case_group_pkey primary key,
    name text not null,
    members text[] not null,
    call_groups text[] not null,
    version integer not null,
    changed_by text not null,
    changed_at timestamptz not null
  )`,
  `create table "${schema}".absence (
    id text not null constraint absence_pkey primary key,
    subject text not null,
    from_day date not null,
    to_day date not null,
    stands_in text,
    recorded_by text not null,
    recorded_at timestamptz not null,
    ended_by text,
    ended_at timestamptz,
    constraint absence_runs_forward check (to_day >= from_day),
    constraint absence_stood_in_by_another check (stands_in <> subject)
  )`,
  `create index absence_by_person on "${schema}".absence (subject, to_day) where (ended_at is null)`,
  `create index absence_by_day on "${schema}".absence (to_day) where (ended_at is null)`,
  `create table "${schema}".many_done (
    key text not null constraint many_done_pkey primary key,
    subject text not null,
    fingerprint text not null,
    outcome jsonb not null,
    done_at timestamptz not null
  )`,
];
