import type { MigrationInterface, QueryRunner } from 'typeorm';
import { quotedLogin } from '../../platform/postgres/names';
import { forceRowSecurity } from '../../platform/postgres/row-security';
import { restrictionFunctions } from '../restrictions/functions';
import { closedCasesPolicy, RESTRICTION_TABLES, restrictionPolicies } from '../restrictions/policies';
import type { StreamDefinition } from '../stream/definition';
import { searchInSteps } from './search-in-steps';

const POLICY = 'closed_cases';

/** Lets a stream restrict complaints to named people, keep people away from their own cases, and note who opened one all the same. */
export function restrictCasesMigration({
  name: schema,
  ownAccount,
}: Pick<StreamDefinition, 'name' | 'ownAccount'>): new () => MigrationInterface {
  const people = ['account', ...(ownAccount ? [ownAccount.stored.name] : [])].map(
    (table) => `"${schema}"."${table}"`,
  );
  return class RestrictCases implements MigrationInterface {
    readonly name = 'RestrictCases1767225601480';

    async up(runner: QueryRunner): Promise<void> {
      for (const table of tablesOf(schema)) await runner.query(table);
      await secure(runner, schema);
      for (const table of people)
        await runner.query(
          `create policy ${POLICY} on ${table} as restrictive for all
           using (${closedCasesPolicy(schema)}) with check (${closedCasesPolicy(schema)})`,
        );
      await runner.query(searchInSteps(schema, `"${schema}".closed_stages()`));
      await runner.query(
        `create trigger note_change after insert or update or delete or truncate on "${schema}".restriction
         for each statement execute function "${schema}".note_change()`,
      );
    }

    async down(runner: QueryRunner): Promise<void> {
      await runner.query(searchInSteps(schema));
      for (const table of people) await runner.query(`drop policy ${POLICY} on ${table}`);
      // Policies of these name the functions.
      for (const table of RESTRICTION_TABLES) await runner.query(`drop table "${schema}".${table} cascade`);
      for (const { name } of [...restrictionFunctions(schema)].reverse())
        await runner.query(`drop function "${schema}".${name}`);
    }
  };
}

/** Functions before policies, which name them. */
async function secure(runner: QueryRunner, schema: string): Promise<void> {
  const login = await quotedLogin(runner, schema);
  for (const { name, create } of restrictionFunctions(schema)) {
    await runner.query(create);
    await runner.query(`revoke all on function "${schema}".${name} from public`);
    await runner.query(`grant execute on function "${schema}".${name} to ${login}`);
  }
  for (const { table, grants, policies } of restrictionPolicies(schema)) {
    await runner.query(`grant ${grants} on ${table} to ${login}`);
    await forceRowSecurity(runner, table, policies);
  }
}

const tablesOf = (schema: string): readonly string[] => [
  `create table "${schema}".restriction (
    id text not null constraint restriction_pkey primary key,
    complaint_id text not null constraint restriction_of_complaint references "${schema}".complaint (id),
    stage_ids text[] not null,
    kind text not null,
    reason text not null,
    named text[] not null,
    version integer not null,
    restricted_by text not null,
    restricted_at timestamptz not null,
    lifted_by text,
    lifted_at timestamptz,
    lifted_because text
  )`,
  `create unique index restriction_live on "${schema}".restriction (complaint_id) where (lifted_at is null)`,
  `create table "${schema}".conflict_of_interest (
    id text not null constraint conflict_of_interest_pkey primary key,
    complaint_id text not null constraint conflict_of_interest_of_complaint references "${schema}".complaint (id),
    stage_ids text[] not null,
    subject text not null,
    kind text not null,
    reason text not null,
    recorded_by text not null,
    recorded_at timestamptz not null,
    withdrawn_by text,
    withdrawn_at timestamptz,
    withdrawn_because text
  )`,
  `create unique index conflict_of_interest_live on "${schema}".conflict_of_interest (complaint_id, subject)
    where (withdrawn_at is null)`,
  `create table "${schema}".case_opening (
    id text not null constraint case_opening_pkey primary key,
    complaint_id text not null constraint case_opening_of_complaint references "${schema}".complaint (id),
    opened_by text not null,
    reason text not null,
    opened_at timestamptz not null,
    expires_at timestamptz not null,
    ended_by text,
    ended_at timestamptz,
    acknowledged_by text,
    acknowledged_at timestamptz,
    constraint case_opening_told_to_another check (acknowledged_by <> opened_by),
    constraint case_opening_ends check (expires_at <= opened_at + interval '8 hours')
  )`,
  `create index case_opening_by_person on "${schema}".case_opening (opened_by, expires_at)`,
];
