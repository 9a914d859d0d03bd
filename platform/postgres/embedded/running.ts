import fs from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { codeOf } from '../error-code';
import { DatabaseRefusal } from '../refusal';
import { isServer, readPidFile, removeEmptyPidFile, removePidFile } from './pid-file';
import type { ClusterState } from './state';

const PROBE_MILLIS = 2_000;
const POLL_MILLIS = 50;

export interface Running {
  readonly pid: number;
  readonly port: number;
}

/** The address of a server's superuser. */
export function superuserUrl({ port, state }: { port: number; state: ClusterState }): string {
  return `postgres://postgres:${state.superuserPassword}@127.0.0.1:${port}/postgres`;
}

/**
 * The server that serves this state's data directory now, or null when none does; a postmaster.pid that nobody stands
 * behind is removed. One that is just starting or stopping is waited for. Refuses when one holds the directory that
 * is not ours or does not answer within `waitMillis`.
 */
export async function runningServer({
  state,
  waitMillis,
}: {
  state: ClusterState;
  waitMillis: number;
}): Promise<Running | null> {
  const deadline = Date.now() + waitMillis;
  for (;;) {
    const file = readPidFile(state.data);
    if (!file) {
      removeEmptyPidFile(state.data);
      return null;
    }
    if (!isServer(file.pid)) {
      removePidFile(state.data);
      return null;
    }
    const answer = await probe(state, file.port);
    if (answer === 'ours') return { pid: file.pid, port: file.port };
    if (answer === 'other' || Date.now() > deadline) {
      throw new DatabaseRefusal(
        `A PostgreSQL server (process ${file.pid}) holds ${state.data} but does not answer as the one that was started here. Stop it (kill -INT ${file.pid}) and try again, or set DATA_DIR to another directory.`,
      );
    }
    await delay(POLL_MILLIS);
  }
}

/** Asks the server at `port` whether it is the one of this state: it takes our password and names our directory. */
async function probe(state: ClusterState, port: number): Promise<'ours' | 'other' | 'not yet'> {
  if (!port) return 'not yet';
  const client = new Client({
    connectionString: superuserUrl({ port, state }),
    connectionTimeoutMillis: PROBE_MILLIS,
  });
  // A connection that is cut while idle also shows here; the query's own failure says enough.
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('show data_directory');
    return samePath(rows[0]?.data_directory ?? '', state.data) ? 'ours' : 'other';
  } catch (error) {
    const wrongPassword = codeOf(error) === '28P01';
    return wrongPassword ? 'other' : 'not yet';
  } finally {
    await client.end().catch(() => undefined);
  }
}

function samePath(one: string, other: string): boolean {
  try {
    return fs.realpathSync(one) === fs.realpathSync(other);
  } catch {
    return false;
  }
}
