import { Client } from 'pg';
import { inSnakeCase } from '../../platform/records/record-set';
import type { BiLoginCommand } from '../../scripts/bi-login/arguments';
import { doBiLoginCommand } from '../../scripts/bi-login/do-command';
import type { Condition, Question, Row } from './question';

/** A tool that speaks SQL, with a login of its own. */
export interface SqlTool {
  rows(question: Question): Promise<readonly Row[]>;
  stop(): Promise<void>;
}

/** Connects as `npm run bi-login -- analyst` says. */
export async function openSqlTool(ownerUrl: string): Promise<SqlTool> {
  const run = (command: BiLoginCommand) => doBiLoginCommand(command, { ownerUrl, smallNumbers: new Map() });
  const { lines } = await run({ name: 'create', audience: 'analyst', asJson: true });
  const { address, login } = JSON.parse(lines[0] ?? '');
  const client = new Client({ connectionString: address });
  await client.connect();
  return {
    async rows({ set, conditions }) {
      const values: unknown[] = [];
      const clauses = conditions.map((condition) => clauseOf(condition, values));
      const { rows } = await client.query(
        `select to_jsonb(one) as row from ${set.replaceAll('-', '_')} one where ${['true', ...clauses].join(' and ')}`,
        values,
      );
      return rows.map(({ row }) => inCamelCase(row));
    },
    async stop() {
      await client.end();
      await run({ name: 'revoke', login });
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
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()),
      value,
    ]),
  );
