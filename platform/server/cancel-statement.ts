import { connect, type Socket } from 'node:net';
import type { QueryRunner } from 'typeorm';

/** What is needed of a `pg` client to stop the statement that it runs. */
interface RunningClient {
  readonly host: string;
  readonly port: number;
  readonly processID: number;
  readonly secretKey: number;
  end(): Promise<void>;
}

const CANCEL_REQUEST_CODE = 80_877_102;
const CANCEL_REQUEST_BYTES = 16;
const CANCEL_TIMEOUT_MILLIS = 2_000;

/**
 * Stops what `runner` has running in the database, and closes its connection for good: the pool replaces it. The
 * server is asked by a CancelRequest (PostgreSQL protocol, section 54.2.9) on a connection of its own, since the
 * pool may have none left; and the connection is not used again, since a request to cancel may arrive late.
 */
export async function cancelStatement(runner: QueryRunner): Promise<void> {
  const client: unknown = await runner.connect();
  if (!isRunningClient(client)) return;
  requestCancel(client);
  await client.end();
}

function requestCancel({ host, port, processID, secretKey }: RunningClient): void {
  const message = Buffer.alloc(CANCEL_REQUEST_BYTES);
  message.writeInt32BE(CANCEL_REQUEST_BYTES, 0);
  message.writeInt32BE(CANCEL_REQUEST_CODE, 4);
  message.writeInt32BE(processID, 8);
  message.writeInt32BE(secretKey, 12);
  const socket: Socket = host.startsWith('/') ? connect(`${host}/.s.PGSQL.${port}`) : connect(port, host);
  socket.setTimeout(CANCEL_TIMEOUT_MILLIS, () => socket.destroy());
  // Without an answer the statement ends at its own time-out.
  socket.on('error', () => socket.destroy());
  socket.end(message);
}

function isRunningClient(client: unknown): client is RunningClient {
  if (typeof client !== 'object' || client === null) return false;
  return 'processID' in client && 'secretKey' in client && 'host' in client && 'port' in client;
}
