import { Client } from 'pg';
import { CONNECTION_TIMEOUT_MILLIS } from '../connect';
import { codeOf } from '../error-code';
import { DatabaseRefusal } from '../refusal';
import { serverAddress } from '../server-address';

/** Held by whoever migrates a database, for as long as it does. Any number will do, so long as all use the same. */
const MIGRATION_LOCK = 7_241_905;
const LOCK_WAIT_MILLIS = 120_000;
const LOCK_NOT_AVAILABLE = '55P03';

/** The owner of one database, while it alone migrates there. */
export interface Owner {
  readonly url: string;
  readonly database: string;
  query<Row extends object>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
}

/**
 * Runs `work` as the owner of the database at `url`. With `alone`, other processes that migrate wait their turn; the
 * lock goes with the connection, so one that is killed holds up nobody.
 */
export async function asOwner<Result>(
  { url, alone }: { url: string; alone: boolean },
  work: (owner: Owner) => Promise<Result>,
): Promise<Result> {
  const client = new Client({
    ...serverAddress(url),
    connectionTimeoutMillis: CONNECTION_TIMEOUT_MILLIS,
    application_name: 'complaints:migrate',
  });
  // A cut connection shows in the query that meets it; unheard, the event would end the process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    if (alone) await waitForTurn(client);
    const { rows } = await client.query<{ database: string }>('select current_database() as database');
    return await work({
      url,
      database: rows[0]?.database ?? '',
      query: async <Row extends object>(sql: string, parameters: readonly unknown[] = []) =>
        (await client.query<Row>(sql, [...parameters])).rows,
    });
  } finally {
    await client.end();
  }
}

async function waitForTurn(client: Client): Promise<void> {
  await client.query(`set lock_timeout = ${LOCK_WAIT_MILLIS}`);
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
  } catch (error) {
    if (codeOf(error) !== LOCK_NOT_AVAILABLE) throw error;
    throw new DatabaseRefusal(
      `Another process has been preparing this database for more than ${LOCK_WAIT_MILLIS / 1000} s. Wait until it is done, or end it, and try again.`,
    );
  }
}
