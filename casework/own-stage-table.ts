import { EntitySchema, type QueryRunner } from 'typeorm';
import { factsReadable, secureRecords } from './create-case-tables';
import type { OwnStageTable } from './stream';

/**
 * Describes the table of what a stream alone records of a stage. `columns` gives each column the name under which
 * importers put its value into `HistoricStage.own`. For facts only: personal data belongs to the account.
 */
export function ownStageTable(
  schema: string,
  { table, columns }: { table: string; columns: Readonly<Record<string, string>> },
): OwnStageTable {
  const entity = new EntitySchema({
    name: `${schema}.${table}`,
    schema,
    tableName: table,
    columns: {
      stage_id: {
        type: 'text',
        primary: true,
        primaryKeyConstraintName: `${table}_pkey`,
        foreignKey: { target: `${schema}.stage`, name: `${table}_of_stage` },
      },
      ...Object.fromEntries(
        Object.keys(columns).map((column) => [column, { type: 'text' as const, nullable: true }]),
      ),
    },
  });
  return { table, columns, entity };
}

/** Makes that table, with its policies and grants; a stream's first migration calls it after the case tables. */
export async function createOwnStageTable(
  runner: QueryRunner,
  schema: string,
  { table, columns }: OwnStageTable,
): Promise<void> {
  await runner.query(`
    create table "${schema}"."${table}" (
      stage_id text not null constraint "${table}_pkey" primary key
        constraint "${table}_of_stage" references "${schema}".stage (id),
      ${Object.keys(columns)
        .map((column) => `"${column}" text`)
        .join(', ')}
    )`);
  await secureRecords(runner, { schema, table, readableWhen: factsReadable });
}
