import { Client } from 'pg';

/** Held by the product for as long as it runs, in the database that it runs on. */
const PRODUCT_LOCK = "hashtextextended('council complaints: the product', 0)";

/** Why a second product does not start. The message says what to do. */
export class AlreadyRunning extends Error {
  override readonly name = 'AlreadyRunning';
}

/**
 * Sees to it that one product runs on a database: a second one that ended would stop the database under the first.
 * The lock ends with the connection, so a product that was killed holds none. Throws `AlreadyRunning`.
 */
export async function becomeOnlyProduct({
  ownerUrl,
  place,
}: {
  ownerUrl: string;
  /** Where the database is, for the message. */
  place: string;
}): Promise<{ release(): Promise<void> }> {
  const client = new Client({ connectionString: ownerUrl, application_name: 'complaints:product' });
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query<{ taken: boolean }>(
    `select pg_try_advisory_lock(${PRODUCT_LOCK}) as taken`,
  );
  if (rows[0]?.taken) return { release: () => client.end() };
  await client.end();
  throw new AlreadyRunning(
    `The product runs already on the database in ${place}. Use that one, or set DATA_DIR to another directory for a second.`,
  );
}
