import type { Settings } from '../config/settings';
import { type Cluster, findRunningCluster, startCluster } from './cluster';
import { readState } from './embedded/state';
import { ensureOwnedDatabase, ownedDatabaseUrl } from './owned-database';
import { checkReachable } from './reachable';

const DATABASE = 'complaints';
const OWNER = 'complaints_owner';

/** Where the subgraphs' schemas live. */
export interface Database {
  /** An owner who may create roles and schemas. */
  readonly ownerUrl: string;
  /** The owner's address for one subgraph's schema, which may be moved elsewhere (`DATABASE_URL_<SUBGRAPH>`). */
  urlFor(subgraph: string): string;
  /** True when the embedded server ran already. */
  readonly reused: boolean;
  /** Stops the embedded server; does nothing to a server of the council's own. */
  stop(): Promise<void>;
}

export type DatabaseOptions = { readonly settings: Pick<Settings, 'database' | 'dataDirectory'> };

/**
 * Opens the database that the settings name: `DATABASE_URL`, else the embedded server, started unless it runs. Either
 * way its owner is no superuser, so the same code runs for both. Throws `DatabaseRefusal` with what to do.
 */
export async function openDatabase({
  settings,
  tell,
}: DatabaseOptions & { readonly tell?: (sentence: string) => void }): Promise<Database> {
  const { database, dataDirectory } = settings;
  await checkMoved(settings);
  if (database.url !== null) {
    await checkReachable({ url: database.url, setting: 'DATABASE_URL' });
    return databaseAt(settings, database.url, { reused: true, stop: () => Promise.resolve() });
  }
  const cluster = await startCluster({ directory: dataDirectory, ...(tell ? { tell } : {}) });
  return databaseAt(settings, await ownerUrlOf(cluster), cluster);
}

/** The database of a product that runs already, or of `DATABASE_URL`; null when there is neither. Starts nothing. */
export async function findDatabase({
  settings,
}: DatabaseOptions): Promise<Pick<Database, 'ownerUrl' | 'urlFor'> | null> {
  const { database, dataDirectory } = settings;
  const none = { reused: true, stop: () => Promise.resolve() };
  if (database.url !== null) return databaseAt(settings, database.url, none);
  const running = await findRunningCluster({ directory: dataDirectory });
  const state = readState(dataDirectory);
  if (!running || !state) return null;
  const { superuserUrl } = running;
  return databaseAt(
    settings,
    ownedDatabaseUrl({ superuserUrl, database: DATABASE, owner: OWNER, password: state.ownerPassword }),
    none,
  );
}

function databaseAt(
  settings: DatabaseOptions['settings'],
  ownerUrl: string,
  { reused, stop }: Pick<Cluster, 'reused' | 'stop'>,
): Database {
  return {
    ownerUrl,
    urlFor: (subgraph) => settings.database.urlsOfSubgraphs.get(subgraph) ?? ownerUrl,
    reused,
    stop,
  };
}

/** A server that was started in vain is not left running. */
async function ownerUrlOf(cluster: Cluster): Promise<string> {
  const { superuserUrl, ownerPassword } = cluster;
  try {
    return await ensureOwnedDatabase({
      superuserUrl,
      database: DATABASE,
      owner: OWNER,
      password: ownerPassword,
    });
  } catch (error) {
    if (!cluster.reused) await cluster.stop();
    throw error;
  }
}

async function checkMoved({ database }: DatabaseOptions['settings']): Promise<void> {
  for (const [subgraph, url] of database.urlsOfSubgraphs) {
    await checkReachable({ url, setting: `DATABASE_URL_${subgraph.toUpperCase()}` });
  }
}
