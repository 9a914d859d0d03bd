import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import type { Database } from '../../platform/postgres/open-database';
import { typeParsers } from '../../platform/postgres/types';
import { doBiLoginCommand } from '../../scripts/bi-login/do-command';
import type { Row } from './figure-views';

/** A login of a tool that reads by SQL. */
export interface BiLogin {
  readonly address: string;
  /** Ends it. */
  revoke(): Promise<void>;
}

/** Makes a login for analysts, as `npm run bi-login -- analyst` does. */
export async function makeLogin({ ownerUrl }: Pick<Database, 'ownerUrl'>): Promise<BiLogin> {
  const at = { ownerUrl, smallNumbers: new Map<string, number>() };
  const { lines } = await doBiLoginCommand({ name: 'create', audience: 'analyst', asJson: false }, at);
  const address = lines[0] ?? '';
  const login = new URL(address).username;
  return { address, revoke: async () => void (await doBiLoginCommand({ name: 'revoke', login }, at)) };
}

/** Asks as a login, one statement after another on a connection of its own, and gives the rows of the last. */
export async function readAsLogin(address: string, ...statements: readonly string[]): Promise<Row[]> {
  const client = new Client({ connectionString: address, types: typeParsers });
  await client.connect();
  try {
    let rows: Row[] = [];
    for (const statement of statements) ({ rows } = await client.query(statement));
    return rows;
  } finally {
    await client.end();
  }
}

/** All rows of a view of figures as soon as they are current, which the product sees to within a moment. */
export async function currentRows(address: string, view: string): Promise<Row[]> {
  const rows = await readAsLogin(address, `select * from ${view} order by id`);
  if (rows.length > 0 && rows.every(({ is_current }) => is_current === true)) return rows;
  await delay(100);
  return currentRows(address, view);
}
