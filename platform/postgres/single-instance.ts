import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { DatabaseRefusal } from './refusal';

/** Held by the program that a database belongs to, for as long as it runs. */
const LOCK = "hashtextextended('council complaints: the only holder', 0)";

const AGAIN_MILLIS = 500;

/**
 * Sees to it that one program holds a database: two would listen at different ports, and each announce its own. The lock
 * ends with the connection, so a program that was killed holds none; where only the connection is lost, the server
 * having been started again, the lock is taken again. Throws `DatabaseRefusal` with what to do.
 */
export async function ensureSingleInstance({
  ownerUrl,
  place,
}: {
  ownerUrl: string;
  /** Where the database is, for the message. */
  place: string;
}): Promise<{ release(): Promise<void> }> {
  let released = false;
  let client = await taken(ownerUrl);
  if (client === null)
    throw new DatabaseRefusal(
      `The product runs already on the database in ${place}. Use that one, or set DATA_DIR to another directory for a second.`,
    );
  const watch = (held: Client) => void held.once('end', () => void again());
  const again = async () => {
    while (!released) {
      const held = await taken(ownerUrl).catch(() => null);
      if (held !== null && !released) {
        client = held;
        return watch(held);
      }
      await held?.end();
      await delay(AGAIN_MILLIS, undefined, { ref: false });
    }
  };
  watch(client);
  return {
    async release() {
      released = true;
      await client?.end();
    },
  };
}

/** A connection that holds the lock; null when another does. */
async function taken(ownerUrl: string): Promise<Client | null> {
  const client = new Client({ connectionString: ownerUrl, application_name: 'complaints:holder' });
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query<{ taken: boolean }>(`select pg_try_advisory_lock(${LOCK}) as taken`);
  if (rows[0]?.taken) return client;
  await client.end();
  return null;
}
