import type { Settings } from '../config/settings';
import { type Cluster, findRunningCluster, type StartCluster, startCluster } from './cluster';
import { readState } from './embedded/state';
import { closeToLogins, ensureOwnedDatabase, ownedDatabaseUrl } from './owned-database';
import { checkReachable } from './reachable';
import { useServer } from './server-use';
import { superviseServer, type UsedServer } from './supervise-server';

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
  /**
   * Sees to it that the embedded server runs for as long as this uses it: where it is lost (killed, or stopped by hand)
   * it is started again, at the same port. `report` gets a sentence each time. For programs that serve.
   */
  keepRunning(report: (sentence: string) => void): void;
  /** Stops the embedded server, unless another program uses it; does nothing to a server of the council's own. */
  stop(): Promise<void>;
}

export type DatabaseOptions = { readonly settings: Pick<Settings, 'database' | 'dataDirectory'> };

/**
 * Opens the database that the settings name: `DATABASE_URL`, else the embedded server, started unless it runs. Either
 * way its owner is no superuser, so the same code runs for both. Throws `DatabaseRefusal` with what to do.
 */
export async function openDatabase({
  settings,
  report,
}: DatabaseOptions & { readonly report?: (sentence: string) => void }): Promise<Database> {
  const { database, dataDirectory } = settings;
  await checkMoved(settings);
  if (database.url !== null) {
    await checkReachable({ url: database.url, setting: 'DATABASE_URL' });
    return databaseAt(settings, database.url, OF_THE_COUNCIL);
  }
  const open = () => openEmbedded({ directory: dataDirectory, ...(report ? { report } : {}) });
  const embedded = await superviseServer(open);
  return databaseAt(settings, embedded.ownerUrl, embedded);
}

const OF_THE_COUNCIL = {
  reused: true,
  stop: () => Promise.resolve(),
  keepRunning: () => undefined,
};

/** The database of a product that runs already, or of `DATABASE_URL`; null when there is neither. Starts nothing. */
export async function findDatabase({
  settings,
}: DatabaseOptions): Promise<Pick<Database, 'ownerUrl' | 'urlFor'> | null> {
  const { database, dataDirectory } = settings;
  if (database.url !== null) return databaseAt(settings, database.url, OF_THE_COUNCIL);
  const running = await findRunningCluster({ directory: dataDirectory });
  const state = readState(dataDirectory);
  if (!running || !state) return null;
  const { superuserUrl } = running;
  return databaseAt(
    settings,
    ownedDatabaseUrl({ superuserUrl, database: DATABASE, owner: OWNER, password: state.ownerPassword }),
    OF_THE_COUNCIL,
  );
}

function databaseAt(
  settings: DatabaseOptions['settings'],
  ownerUrl: string,
  { reused, stop, keepRunning }: Pick<Database, 'reused' | 'stop' | 'keepRunning'>,
): Database {
  return {
    ownerUrl,
    urlFor: (subgraph) => settings.database.urlsOfSubgraphs.get(subgraph) ?? ownerUrl,
    reused,
    keepRunning,
    stop,
  };
}

/** Starts or finds the embedded server, and uses it. */
async function openEmbedded(start: StartCluster): Promise<UsedServer> {
  const cluster = await startCluster(start);
  const ownerUrl = await ownerUrlOf(cluster);
  return { cluster, ownerUrl, use: await useServer({ ownerUrl }) };
}

/** A server that was started in vain is not left running. */
async function ownerUrlOf(cluster: Cluster): Promise<string> {
  const { superuserUrl, ownerPassword } = cluster;
  try {
    const owned = { superuserUrl, database: DATABASE, owner: OWNER, password: ownerPassword };
    const ownerUrl = await ensureOwnedDatabase(owned);
    await closeToLogins(owned);
    return ownerUrl;
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
