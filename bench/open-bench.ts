import fs from 'node:fs';
import { Client } from 'pg';
import { startCluster } from '../platform/postgres/cluster';
import { type Database, openDatabase } from '../platform/postgres/open-database';
import { loadSubgraphs } from '../subgraphs/registry';
import { openSchemas } from '../subgraphs/schemas';
import { settingsOf } from './place';

/** A database in a data directory, migrated, and a connection past all row-level security. */
export interface BenchDatabase {
  readonly client: Client;
  readonly version: string;
  /** Where that connection leads. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Opens the embedded database of a data directory, made and migrated if it is not there. */
export async function openBench(directory: string): Promise<BenchDatabase> {
  const settings = settingsOf(directory);
  const database = await openDatabase({ settings });
  const schemas = await openSchemas({ database, subgraphs: loadSubgraphs(), clock: settings.clock });
  await schemas.relay({ onFailure: () => undefined }).drain();
  await schemas.close();
  const url = await superuserUrl(directory);
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ version: string }>(
    `select current_setting('server_version') as version`,
  );
  return {
    client,
    url,
    version: rows[0]?.version.split(' ')[0] ?? 'unknown',
    async stop() {
      await client.end();
      await stopAll(database);
    },
  };
}

const stopAll = (database: Database): Promise<void> => database.stop();

async function superuserUrl(directory: string): Promise<string> {
  const url = new URL((await startCluster({ directory })).superuserUrl);
  url.pathname = '/complaints';
  return url.href;
}

/** Removes a data directory whose database has been stopped. */
export function removeDirectory(directory: string): void {
  fs.rmSync(directory, { recursive: true, force: true });
}
