import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { majorVersion } from './embedded/binaries';
import { inspectDataDirectory } from './embedded/data-directory';
import { type InitDb, initialise } from './embedded/initdb';
import { launch } from './embedded/launch';
import { chooseDataPlace, makeDirectory, type Report, reachableBinaries } from './embedded/place';
import { type Running, runningServer, superuserUrl } from './embedded/running';
import { serverUser } from './embedded/server-user';
import { type ClusterState, createState, randomSecret, readState } from './embedded/state';
import { stopServer, stopWithProcess } from './embedded/stop';
import { DatabaseRefusal } from './refusal';

/** An embedded PostgreSQL server that takes connections. */
export interface Cluster {
  readonly port: number;
  readonly superuserUrl: string;
  /** The login that the product's database belongs to gets this password. */
  readonly ownerPassword: string;
  /** True when the server ran already: another process started it, or one that was killed left it behind. */
  readonly reused: boolean;
  /** Stops the server, a reused one too. Does nothing when it has stopped already. */
  stop(): Promise<void>;
  /** Leaves the server running, for others who use it, when this process ends. */
  leave(): void;
}

export interface StartCluster {
  /** DATA_DIR. PostgreSQL's own files go to its folder `postgres`. */
  readonly directory: string;
  /** For tests: nothing is forced to the disk. */
  readonly throwaway?: boolean;
  /** Gets a sentence when something is worth knowing; by default it goes to standard error. */
  readonly report?: Report;
}

const ATTEMPTS = 20;
const PAUSE_MILLIS = 500;
const START_OR_STOP_MILLIS = 60_000;
const LOOK_MILLIS = 3_000;

/**
 * Starts the embedded server of `directory`, made anew if there is none; one that runs there already is reused.
 * Throws `DatabaseRefusal`, whose message says what to do.
 */
export async function startCluster({
  directory,
  throwaway = false,
  report = toStandardError,
}: StartCluster): Promise<Cluster> {
  const home = path.resolve(directory);
  makeDirectory(home);
  let reason = '';
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const kept = readState(home);
    const running = kept ? await runningServer({ state: kept, waitMillis: START_OR_STOP_MILLIS }) : null;
    if (kept && running) return clusterOf(kept, running, true);
    const started = await prepareAndLaunch({ home, throwaway, report });
    if ('state' in started) return clusterOf(started.state, started.server, false);
    reason = started.tryAgain;
    await delay(PAUSE_MILLIS);
  }
  throw new DatabaseRefusal(`The database in ${home} did not start. PostgreSQL says: ${reason}`);
}

/** Finds the embedded server that another process started in `directory`; null when none runs there. */
export async function findRunningCluster({
  directory,
}: {
  directory: string;
}): Promise<{ port: number; superuserUrl: string } | null> {
  const state = readState(path.resolve(directory));
  if (!state) return null;
  const running = await runningServer({ state, waitMillis: LOOK_MILLIS });
  return running && { port: running.port, superuserUrl: superuserUrl({ port: running.port, state }) };
}

interface Prepared {
  readonly home: string;
  readonly throwaway: boolean;
  readonly report: Report;
}

type Started = { readonly state: ClusterState; readonly server: Running } | { readonly tryAgain: string };

async function prepareAndLaunch({ home, throwaway, report }: Prepared): Promise<Started> {
  const kept = readState(home);
  const user = serverUser(kept?.data ?? path.join(home, 'postgres'));
  const binaries = reachableBinaries(user);
  const data = kept?.data ?? chooseDataPlace({ directory: home, user, report });
  const making = { binaries, user, data, throwaway };
  const found = inspectDataDirectory({ data, major: majorVersion(binaries) });
  if (found === 'empty' && kept)
    report(`The database that was kept in ${data} is not there any more: an empty one is made.`);
  const state = found === 'empty' ? await make(making, { home, kept }) : stateOf(home, data);
  if (state === null) return { tryAgain: 'another process is making it' };
  const launched = await launch({ ...making, report });
  return 'tryAgain' in launched ? launched : { state, server: launched };
}

/** Makes a new server's files; null when another process was first. The state is kept only once they are whole. */
async function make(
  making: Omit<InitDb, 'superuserPassword' | 'claim'>,
  { home, kept }: { home: string; kept: ClusterState | null },
): Promise<ClusterState | null> {
  fs.mkdirSync(path.dirname(making.data), { recursive: true });
  const superuserPassword = kept?.superuserPassword ?? randomSecret();
  let state = kept;
  const claim = (): boolean => {
    state ??= createState({ directory: home, data: making.data, superuserPassword });
    return state.superuserPassword === superuserPassword;
  };
  await initialise({ ...making, superuserPassword, claim });
  return state?.superuserPassword === superuserPassword ? state : null;
}

function stateOf(home: string, data: string): ClusterState {
  const state = readState(home);
  if (state) return state;
  throw new DatabaseRefusal(
    `${data} holds a database, but its passwords are missing: ${home} has no embedded-postgres.json. Put that file back, or set DATA_DIR to another directory.`,
  );
}

function clusterOf(state: ClusterState, { pid, port }: Running, reused: boolean): Cluster {
  const server = { pid, data: state.data };
  // A server that another process started is that one's to stop, unless this one is asked to.
  const cancelStop: () => void = reused ? () => undefined : stopWithProcess(server);
  return {
    port,
    superuserUrl: superuserUrl({ port, state }),
    ownerPassword: state.ownerPassword,
    reused,
    leave: cancelStop,
    async stop() {
      cancelStop();
      await stopServer(server);
    },
  };
}

function toStandardError(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}
