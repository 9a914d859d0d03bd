import { createHash } from 'node:crypto';
import type { QueryRunner } from 'typeorm';

/** PostgreSQL cuts longer names off in silence. */
const NAME_LIMIT_BYTES = 63;

/**
 * The login of a subgraph in one database. Roles belong to the whole server, so the database's name is part of it;
 * one too long for PostgreSQL ends in a hash, so that two never become one.
 */
export function loginName({ database, subgraph }: { database: string; subgraph: string }): string {
  const name = `${database}_${subgraph}`;
  if (Buffer.byteLength(name) <= NAME_LIMIT_BYTES) return name;
  return `login_${createHash('sha256').update(name).digest('hex').slice(0, 24)}_${subgraph}`.slice(
    0,
    NAME_LIMIT_BYTES,
  );
}

/** The login that may read every outbox of a database and nothing else. */
export const OUTBOX_READER = 'outbox_reader';

/** A name as SQL takes it, whatever it holds. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** `loginName` for the database that a migration runs in, quoted for SQL. */
export async function quotedLogin(runner: QueryRunner, subgraph: string): Promise<string> {
  const rows: { database: string }[] = await runner.query('select current_database() as database');
  const database = rows[0]?.database ?? '';
  return quoted(loginName({ database, subgraph }));
}
