import { QueryFailedError, type QueryRunner } from 'typeorm';
import { codeOf, isError } from '../postgres/error-code';

/** Statements that one connection keeps planned; the one asked for longest ago makes room. Each takes the server some 200 kB. */
const MOST_STATEMENTS = 100;

/** What the tables looked like when a statement was planned is no longer so. */
const CACHED_PLAN_CHANGED = '0A000';

/** What is needed of a `pg` client to have the server keep a statement under a name. */
interface NamingClient {
  query<Row>(statement: {
    name?: string;
    text: string;
    values: readonly unknown[];
  }): Promise<{ rows: Row[] }>;
  readonly connection: { readonly parsedStatements: Record<string, unknown> };
}

/** The names of statements by their texts, for each connection, the ones asked for last at the end. */
const named = new WeakMap<object, Map<string, string>>();
let numbered = 0;

/**
 * Runs a statement that comes again and again with other values: the server reads it once for each connection, plans it
 * five times, and after that no more, unless planning for the values at hand pays. The text has to be as fixed as if it
 * stood in the code.
 */
export async function queryRepeated<Row>(
  runner: QueryRunner,
  sql: string,
  parameters: readonly unknown[],
): Promise<Row[]> {
  const client: unknown = await runner.connect();
  if (!isNaming(client)) return runner.query(sql, [...parameters]);
  const names = named.get(client) ?? new Map<string, string>();
  named.set(client, names);
  const name = names.get(sql) ?? nextName();
  names.delete(sql);
  names.set(sql, name);
  makeRoom(client, names);
  try {
    return (await client.query<Row>({ name, text: sql, values: parameters })).rows;
  } catch (error) {
    if (codeOf(error) === CACHED_PLAN_CHANGED) names.delete(sql);
    throw isError(error) ? new QueryFailedError(sql, [...parameters], error) : error;
  }
}

/** Has a connection forget all that was set and made on it, and with it the statements that it keeps. */
export async function discardAll(runner: QueryRunner): Promise<void> {
  const client: unknown = await runner.connect();
  if (isNaming(client)) {
    for (const name of named.get(client)?.values() ?? []) delete client.connection.parsedStatements[name];
    named.delete(client);
  }
  await runner.query('discard all');
}

/** A name is used for one text alone: `pg` refuses another. */
function nextName(): string {
  numbered += 1;
  return `repeated_${numbered}`;
}

function makeRoom(client: NamingClient, names: Map<string, string>): void {
  for (const [text, name] of names) {
    if (names.size <= MOST_STATEMENTS) return;
    names.delete(text);
    if (!Object.hasOwn(client.connection.parsedStatements, name)) continue;
    delete client.connection.parsedStatements[name];
    // Sent before what makes it necessary; what is wrong with the connection shows there.
    client.query({ text: `deallocate ${name}`, values: [] }).catch(() => undefined);
  }
}

function isNaming(client: unknown): client is NamingClient {
  if (typeof client !== 'object' || client === null || !('connection' in client)) return false;
  const { connection } = client;
  return typeof connection === 'object' && connection !== null && 'parsedStatements' in connection;
}
