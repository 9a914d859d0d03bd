import { Client } from 'pg';
import { fieldOf } from '../../gateway/exports/figures';
import type { Database } from '../../platform/postgres/open-database';
import { inSnakeCase, viewOf } from '../../platform/records/record-set';
import { currentRows, makeLogin } from '../exports/bi-login';
import type { Condition, Question, Row } from './question';

/** A tool that speaks SQL, with a login of its own. */
export interface SqlTool {
  rows(question: Question): Promise<readonly Row[]>;
  stop(): Promise<void>;
}

/** Connects as `npm run bi-login -- analyst` says, once the views of figures are current. */
export async function openSqlTool(database: Pick<Database, 'ownerUrl'>): Promise<SqlTool> {
  const { address, revoke } = await makeLogin(database);
  for (const view of ['monthly_figures', 'quarterly_figures']) await currentRows(address, view);
  const client = new Client({ connectionString: address });
  await client.connect();
  return {
    async rows({ set, conditions }) {
      const values: unknown[] = [];
      const clauses = conditions.map((condition) => clauseOf(condition, values));
      const { rows } = await client.query<{ row: Row }>(
        `select to_jsonb(one) as row from ${viewOf({ name: set })} one where ${['true', ...clauses].join(' and ')}`,
        values,
      );
      return rows.map(({ row }) => inCamelCase(row));
    },
    async stop() {
      await client.end();
      await revoke();
    },
  };
}

function clauseOf(condition: Condition, values: unknown[]): string {
  const column = inSnakeCase(condition.column);
  const parameter = (value: unknown) => `$${values.push(value)}`;
  if ('oneOf' in condition)
    return `(${condition.oneOf.map((value) => `${column} is not distinct from ${parameter(value)}`).join(' or ')})`;
  const { from, to } = condition;
  return [
    ...(from === undefined ? [] : [`${column} >= ${parameter(from)}`]),
    ...(to === undefined ? [] : [`${column} <= ${parameter(to)}`]),
  ].join(' and ');
}

const inCamelCase = (row: Row): Row =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [fieldOf(name), value]));
