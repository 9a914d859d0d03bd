import type { MigrationInterface, QueryRunner } from 'typeorm';
import { quotedLogin } from '../../platform/postgres/names';
import { forceRowSecurity } from '../../platform/postgres/row-security';
import { retentionFunctions } from '../retention/functions';
import { retentionPolicies } from '../retention/policies';
import type { StreamDefinition } from '../stream/definition';

/** Lets a stream decide for how long it keeps people, hold them for the law, and take them out for good. */
export function keepPeopleMigration({
  name: schema,
  ownAccount,
}: Pick<StreamDefinition, 'name' | 'ownAccount'>): new () => MigrationInterface {
  const people = [...(ownAccount ? [ownAccount.stored.name] : []), 'account'];
  return class KeepPeople implements MigrationInterface {
    readonly name = 'KeepPeople1767225601520';

    async up(runner: QueryRunner): Promise<void> {
      for (const table of tablesOf(schema)) await runner.query(table);
      const login = await quotedLogin(runner, schema);
      for (const { name, create, isCalled } of retentionFunctions({ schema, people })) {
        await runner.query(create);
        await runner.query(`revoke all on function "${schema}".${name} from public`);
        if (isCalled) await runner.query(`grant execute on function "${schema}".${name} to ${login}`);
      }
      for (const { table, grants, policies } of retentionPolicies(schema)) {
        if (grants !== null) await runner.query(`grant ${grants} on ${table} to ${login}`);
        await forceRowSecurity(runner, table, policies);
      }
      for (const trigger of triggersOf(schema, people)) await runner.query(trigger);
    }

    async down(runner: QueryRunner): Promise<void> {
      for (const table of people) await runner.query(`drop trigger preserve_held on "${schema}"."${table}"`);
      for (const table of ['preserved_people', 'anonymised_stage', 'retention_decision', 'legal_hold'])
        await runner.query(`drop table "${schema}".${table}`);
      for (const { name } of [...retentionFunctions({ schema, people })].reverse())
        await runner.query(`drop function "${schema}".${name}`);
    }
  };
}

const triggersOf = (schema: string, people: readonly string[]): readonly string[] => [
  ...people.map(
    (table) => `create trigger preserve_held before update or delete on "${schema}"."${table}"
      for each row execute function "${schema}".preserve_held()`,
  ),
  `create trigger refuse_held before insert on "${schema}".anonymised_stage
    for each row execute function "${schema}".refuse_held()`,
  `create trigger release_preserved after update on "${schema}".legal_hold
    for each statement execute function "${schema}".release_preserved()`,
  ...['legal_hold', 'retention_decision', 'anonymised_stage'].map(
    (
      table,
    ) => `create trigger note_change after insert or update or delete or truncate on "${schema}".${table}
      for each statement execute function "${schema}".note_change()`,
  ),
];

const tablesOf = (schema: string): readonly string[] => [
  `create table "${schema}".legal_hold (
    id text not null constraint legal_hold_pkey primary key,
    complaint_id text constraint legal_hold_of_complaint references "${schema}".complaint (id),
    stage_ids text[] not null,
    reason text not null,
    put_by text not null,
    put_at timestamptz not null,
    lifted_by text,
    lifted_at timestamptz,
    lifted_because text
  )`,
  `create table "${schema}".retention_decision (
    id text not null constraint retention_decision_pkey primary key,
    complaint_id text not null constraint retention_decision_of_complaint references "${schema}".complaint (id),
    kind text not null,
    cause text not null,
    reason text not null,
    keep_until date,
    decided_by text not null,
    decided_at timestamptz not null,
    constraint retention_decision_kept_until check ((kind = 'KEEP') = (keep_until is not null))
  )`,
  `create index retention_decision_by_complaint on "${schema}".retention_decision (complaint_id, decided_at)`,
  `create table "${schema}".anonymised_stage (
    stage_id text not null constraint anonymised_stage_pkey primary key,
    decision_id text not null constraint anonymised_stage_by_decision references "${schema}".retention_decision (id),
    anonymised_at timestamptz not null
  )`,
  `create table "${schema}".preserved_people (
    id bigint generated always as identity constraint preserved_people_pkey primary key,
    stage_id text not null,
    kept_in text not null,
    content jsonb not null,
    preserved_at timestamptz not null
  )`,
  `create index preserved_people_by_stage on "${schema}".preserved_people (stage_id)`,
];
