import type { QueryRunner } from 'typeorm';

/** The login of a subgraph in one database. Roles belong to the whole server, so the database's name is part of it. */
export function loginName({ database, subgraph }: { database: string; subgraph: string }): string {
  return `${database}_${subgraph}`.slice(0, 63);
}

/** The login that may read every outbox of a database and nothing else. */
export const OUTBOX_READER = 'outbox_reader';

/** `loginName` for the database that a migration runs in, quoted for SQL. */
export async function quotedLogin(runner: QueryRunner, subgraph: string): Promise<string> {
  const rows = (await runner.query('select current_database() as database')) as { database: string }[];
  const database = rows[0]?.database ?? '';
  return `"${loginName({ database, subgraph }).replaceAll('"', '""')}"`;
}
