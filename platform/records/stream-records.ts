import { PassThrough, type Readable } from 'node:stream';
import { to as copyTo } from 'pg-copy-streams';
import type { Transaction } from '../transaction/transaction';

/** How long records may take to be sent and read, whole. */
const WHOLE_MILLIS = 15 * 60_000;

/** How a transaction goes on when its records have been sent, or can no longer be. */
export interface Ending {
  /** Stops the statement that still runs. */
  readonly stop: () => void;
  readonly commit: () => Promise<void>;
  readonly rollback: () => Promise<void>;
}

/**
 * What a COPY statement gives, as it comes: no more is asked of the server than the reader takes, and its transaction ends with it.
 * The stream fails where the statement does; where the reader goes before the end, the statement is stopped.
 */
export async function streamRecords(
  transaction: Transaction,
  statement: string,
  { stop, commit, rollback }: Ending,
): Promise<Readable> {
  await transaction.query("select set_config('statement_timeout', $1, true)", [String(WHOLE_MILLIS)]);
  const copy = copyTo(statement);
  const records = new PassThrough();
  let isEnded = false;
  const { isFree } = await submit(transaction, copy);
  const end = (how: () => Promise<void>, then: () => void) => {
    if (isEnded) return;
    isEnded = true;
    isFree.then(how).then(then, (error: unknown) => records.destroy(asError(error)));
  };
  copy.on('error', (error) => end(rollback, () => records.destroy(error)));
  copy.on('end', () => end(commit, () => records.end()));
  records.once('close', () => {
    if (isEnded) return;
    // What is on its way already is read and let go of, up to the server's word that it has stopped.
    copy.unpipe(records);
    copy.resume();
    stop();
  });
  copy.pipe(records, { end: false });
  return records;
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));

interface Submitted {
  /** Resolves when the connection can be asked for something else, or has ended. */
  readonly isFree: Promise<void>;
}

async function submit({ manager }: Transaction, copy: ReturnType<typeof copyTo>): Promise<Submitted> {
  const client: unknown = await manager.queryRunner?.connect();
  if (!isClient(client)) throw new Error('The driver does not take streams as its version 8.23 did');
  const events = ['drain', 'end'];
  const isFree = new Promise<void>((resolve) => {
    const free = () => {
      for (const event of events) client.off(event, free);
      resolve();
    };
    for (const event of events) client.on(event, free);
  });
  client.query(copy);
  return { isFree };
}

interface Client {
  query(statement: unknown): unknown;
  on(event: string, listener: () => void): unknown;
  off(event: string, listener: () => void): unknown;
}

const isClient = (client: unknown): client is Client =>
  typeof client === 'object' &&
  client !== null &&
  ['query', 'on', 'off'].every((name) => typeof Reflect.get(client, name) === 'function');
