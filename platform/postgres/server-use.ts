import { Client } from 'pg';
import { CONNECTION_TIMEOUT_MILLIS } from './connect';

/** Held, shared, by every program that uses the embedded server, for as long as it does. */
const LOCK = "hashtextextended('council complaints: who uses the server', 0)";

/** A program's use of the embedded server: whoever ends theirs last stops it. */
export interface ServerUse {
  /** Resolves when the server is lost under it. */
  readonly lost: Promise<void>;
  /**
   * Ends the use. True when nobody else uses the server: until `close` nobody can begin to, so it can be stopped. False
   * too where the server was lost: whoever started it again has it.
   */
  end(): Promise<boolean>;
  close(): Promise<void>;
}

/**
 * Begins to use the server in whose database `ownerUrl` leads. Rejects when it is just being stopped: then it has to be
 * started anew.
 */
export async function useServer({ ownerUrl }: { ownerUrl: string }): Promise<ServerUse> {
  const client = new Client({
    connectionString: ownerUrl,
    application_name: 'complaints:use',
    connectionTimeoutMillis: CONNECTION_TIMEOUT_MILLIS,
    keepAlive: true,
  });
  client.on('error', () => undefined);
  const lost = new Promise<void>((resolve) => void client.once('end', () => resolve()));
  await client.connect();
  await client.query(`select pg_advisory_lock_shared(${LOCK})`);
  // A program that has come to its end does not stay for this.
  if ('unref' in client && typeof client.unref === 'function') client.unref();
  const stay = () => void ('ref' in client && typeof client.ref === 'function' && client.ref());
  return {
    lost,
    async end() {
      // With nothing else to wait for, the program would end here, before it has stopped anything.
      stay();
      try {
        await client.query(`select pg_advisory_unlock_shared(${LOCK})`);
        const { rows } = await client.query<{ taken: boolean }>(
          `select pg_try_advisory_lock(${LOCK}) as taken`,
        );
        return rows[0]?.taken === true;
      } catch {
        return false;
      }
    },
    close: () => client.end().catch(() => undefined),
  };
}
