import type { MigrationInterface, QueryRunner } from 'typeorm';
import { listHolds, roleIsOneOf, setting } from '../../platform/postgres/row-security';
import { createMappedWordTable } from '../reference/mapped-words';
import { FACT_READERS } from './create-case-tables';

/** Words as they were written, where they had no meaning yet. */
const OPEN_WORDS = [
  ['service', '(service_id IS NULL) AND (service_written IS NOT NULL)'],
  ['channel', '(channel IS NULL) AND (channel_written IS NOT NULL)'],
  ['closure_code', '(outcome IS NULL) AND (closure_reason IS NULL) AND (closure_code_written IS NOT NULL)'],
] as const;

/** Indexes of them, by the names of their columns. */
export const openWordIndexes = (schema: string): { readonly index: string; readonly create: string }[] =>
  OPEN_WORDS.map(([name, where]) => ({
    index: `stage_by_open_${name}`,
    create: `create index stage_by_open_${name} on "${schema}".stage (source, ${name}_written) where (${where})`,
  }));

/** Tables that the follower of words changes. */
const CHANGED = ['complaint', 'stage'];

/**
 * What a schema of a stream needs so that its stages follow what words are decided to mean: the decisions, indexes of
 * the words without a meaning, and leave for its follower. A manager's own services are from now on looked up at the
 * stage, which alone follows.
 */
export function resolveWordsMigration(schema: string): new () => MigrationInterface {
  return class ResolveWords implements MigrationInterface {
    readonly name = 'ResolveWords1767225600000';

    async up(runner: QueryRunner): Promise<void> {
      await createMappedWordTable(runner, schema);
      for (const { create } of openWordIndexes(schema)) await runner.query(create);
      for (const table of CHANGED) {
        await changePolicies(runner, `"${schema}".${table}`, {
          who_may_read: `using (${roleIsOneOf(...FACT_READERS, 'projection')})`,
          loads_change: `using (${roleIsOneOf('import', 'projection')}) with check (${roleIsOneOf('import', 'projection')})`,
        });
      }
      await changePolicies(runner, `"${schema}".account`, {
        who_may_read: `using (${accountReadable(schema, ownServiceOfStage(schema))})`,
      });
      await runner.query(`alter table "${schema}".account drop column service_id`);
    }

    /** The column that was dropped was a copy, so it is filled anew. */
    async down(runner: QueryRunner): Promise<void> {
      await runner.query(`alter table "${schema}".account add column service_id text`);
      await withoutForce(runner, [`"${schema}".account`, `"${schema}".stage`], () =>
        runner.query(
          `update "${schema}".account set service_id = stage.service_id from "${schema}".stage where stage.id = stage_id`,
        ),
      );
      await changePolicies(runner, `"${schema}".account`, {
        who_may_read: `using (${accountReadable(schema, listHolds('services', 'service_id'))})`,
      });
      for (const table of CHANGED) {
        await changePolicies(runner, `"${schema}".${table}`, {
          who_may_read: `using (${roleIsOneOf(...FACT_READERS)})`,
          loads_change: `using (${roleIsOneOf('import')}) with check (${roleIsOneOf('import')})`,
        });
      }
      for (const { index } of openWordIndexes(schema)) await runner.query(`drop index "${schema}".${index}`);
      await runner.query(`drop table "${schema}".mapped_word`);
    }
  };
}

async function changePolicies(
  runner: QueryRunner,
  table: string,
  policies: Readonly<Record<string, string>>,
): Promise<void> {
  for (const [name, clause] of Object.entries(policies))
    await runner.query(`alter policy ${name} on ${table} ${clause}`);
}

const ownServiceOfStage = (schema: string): string =>
  `exists (select 1 from "${schema}".stage where stage.id = account.stage_id
    and stage.service_id = any (string_to_array(${setting('services')}, ',')))`;

function accountReadable(schema: string, ownService: string): string {
  const cleared = `(${roleIsOneOf('officer')} and ${listHolds('streams', `'${schema}'`)})`;
  return `${cleared} or (${roleIsOneOf('manager')} and ${ownService}) or ${roleIsOneOf('import')}`;
}

/** Forced row security would let the owner change no row. */
export async function withoutForce(
  runner: QueryRunner,
  tables: readonly string[],
  work: () => Promise<unknown>,
): Promise<void> {
  for (const table of tables) await runner.query(`alter table ${table} no force row level security`);
  await work();
  for (const table of tables) await runner.query(`alter table ${table} force row level security`);
}
