import { escapeLiteral } from 'pg';
import type { QueryRunner } from 'typeorm';
import { quoted, quotedLogin } from '../postgres/names';
import { inSnakeCase, type RecordColumn, type RecordSet, viewOf } from './record-set';

/** What of a set its view needs. */
type Shown = Pick<RecordSet, 'name' | 'part' | 'description'> & {
  readonly columns: readonly Pick<RecordColumn, 'name' | 'description'>[];
};

/**
 * Makes the view of a set in the schema `bi`, over the part's own tables: `select` names its columns as the set does, in
 * snake case. Whoever reads it meets the row-level security of those tables. Each column is described as the set describes it.
 */
export async function makeRecordView(runner: QueryRunner, set: Shown, select: string): Promise<void> {
  const login = await quotedLogin(runner, set.part);
  await runner.query('create schema if not exists bi');
  await runner.query(`grant usage on schema bi to ${login}`);
  await runner.query(`create view ${viewOf(set)} with (security_invoker = true) as ${select}`);
  await runner.query(`grant select on ${viewOf(set)} to ${login}`);
  await runner.query(`comment on view ${viewOf(set)} is ${escapeLiteral(set.description)}`);
  const made = await columnsOf(runner, set);
  // A set may have more columns than it had when this view was made: a later migration makes those.
  for (const { name, description } of set.columns.filter((column) => made.has(inSnakeCase(column.name))))
    await runner.query(
      `comment on column ${viewOf(set)}.${quoted(inSnakeCase(name))} is ${escapeLiteral(description)}`,
    );
}

async function columnsOf(runner: QueryRunner, set: Pick<Shown, 'name'>): Promise<ReadonlySet<string>> {
  const rows: { name: string }[] = await runner.query(
    'select attname::text as name from pg_attribute where attrelid = $1::regclass and attnum > 0',
    [viewOf(set)],
  );
  return new Set(rows.map(({ name }) => name));
}

/** Takes it away again, for a migration that is taken back; the schema goes with its last view. */
export async function dropRecordView(runner: QueryRunner, set: Pick<Shown, 'name'>): Promise<void> {
  await runner.query(`drop view ${viewOf(set)}`);
  const [left] = await runner.query("select from pg_class where relnamespace = 'bi'::regnamespace limit 1");
  if (left === undefined) await runner.query('drop schema bi');
}
