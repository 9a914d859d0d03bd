import type { QueryRunner } from 'typeorm';
import { type Column, key, nullable, references, text } from '../../platform/tables/columns';
import { defineTable } from '../../platform/tables/define-table';
import { mapValues } from '../../platform/tables/keys-of';
import { factsReadable, secureRecords } from '../tables/create-case-tables';
import type { OwnStageTable } from './definition';

/**
 * Describes a table of what a stream alone records of a stage. `columns` gives each column the name under which
 * its value stands in `StageState.own`. One for facts, and, where it says `personal`, one for personal data.
 */
export function ownStageTable(
  schema: string,
  {
    table,
    columns,
    personal = false,
  }: { table: string; columns: Readonly<Record<string, string>>; personal?: boolean },
): OwnStageTable {
  const stored = defineTable<Record<string, Column<string | null>> & { stage_id: Column<string> }>({
    schema,
    name: table,
    columns: {
      ...mapValues(columns, () => nullable(text())),
      stage_id: references(key(text()), `${schema}.stage`, `${table}_of_stage`),
    },
  });
  return { columns, personal, stored };
}

/**
 * Makes that table, with its policies and grants; a stream's first migration calls it after the case tables. A personal
 * one is read by whoever may read the stage's account, and by nobody where the stage has none.
 */
export async function createOwnStageTable(
  runner: QueryRunner,
  schema: string,
  { stored: { name: table }, columns, personal }: OwnStageTable,
): Promise<void> {
  await runner.query(`
    create table "${schema}"."${table}" (
      stage_id text not null constraint "${table}_pkey" primary key
        constraint "${table}_of_stage" references "${schema}".stage (id),
      ${Object.keys(columns)
        .map((column) => `"${column}" text`)
        .join(', ')}
    )`);
  const accountReadable = `exists (select 1 from "${schema}".account where account.stage_id = "${table}".stage_id)`;
  await secureRecords(runner, { schema, table, readableWhen: personal ? accountReadable : factsReadable });
}
