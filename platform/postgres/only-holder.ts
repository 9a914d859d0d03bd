import { Client } from 'pg';
import { DatabaseRefusal } from './refusal';

/** Held by the program that a database belongs to, for as long as it runs. */
const LOCK = "hashtextextended('council complaints: the only holder', 0)";

/**
 * Sees to it that one program holds a database: a second one that ended would stop the server under the first. The
 * lock ends with the connection, so a program that was killed holds none. Throws `DatabaseRefusal` with what to do.
 */
export async function becomeOnlyHolder({
  ownerUrl,
  place,
}: {
  ownerUrl: string;
  /** Where the database is, for the message. */
  place: string;
}): Promise<{ release(): Promise<void> }> {
  const client = new Client({ connectionString: ownerUrl, application_name: 'complaints:holder' });
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query<{ taken: boolean }>(`select pg_try_advisory_lock(${LOCK}) as taken`);
  if (rows[0]?.taken) return { release: () => client.end() };
  await client.end();
  throw new DatabaseRefusal(
    `The product runs already on the database in ${place}. Use that one, or set DATA_DIR to another directory for a second.`,
  );
}
