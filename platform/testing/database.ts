import { randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { fixedClock } from '../config/clock';
import { connect } from '../postgres/connect';
import { loadLogins } from '../postgres/logins';
import { type Logins, migrate } from '../postgres/migrate';
import { OUTBOX_READER } from '../postgres/names';
import { ensureOwnedDatabase } from '../postgres/owned-database';
import type { Subgraph } from '../server/subgraph';
import { keptDatabase } from './kept-database';
import { asSuperuser, PASSWORD, testServerUrl } from './server';

export { testServerUrl } from './server';

/** A database of a test's own, with the schemas, logins and reference data of some subgraphs. */
export interface TestDatabase {
  readonly ownerUrl: string;
  readonly logins: Logins;
  /** The owner's connection: it may do to tables what it likes, but row-level security holds for it too. */
  readonly owner: DataSource;
  /** A subgraph's own connection by its name, or the outboxes' reader as `outbox_reader`. */
  of(name: string): DataSource;
  /** Closes the connections and removes the database. */
  stop(): Promise<void>;
}

/** What of a subgraph a test database needs; a test may hand in one of its own making. */
export type TestSubgraph = Pick<Subgraph, 'name' | 'tables' | 'migrations' | 'seed'>;

const POOL_SIZE = 4;
const MIGRATED_ON = '2022-01-31';

/** Makes a fresh database on the run's PostgreSQL server, migrated and seeded. Stop it in `afterAll`. */
export async function testDatabase(subgraphs: readonly TestSubgraph[]): Promise<TestDatabase> {
  const ownerUrl = await keptDatabase({
    key: keyOf(subgraphs),
    subgraphs,
    prepare: async (url) => {
      await migrate({ ownerUrl: url, subgraphs, clock: fixedClock(MIGRATED_ON) });
    },
  });
  const logins = await loadLogins({ ownerUrl, subgraphs });
  const owner = await connect({
    url: ownerUrl,
    subgraph: { name: 'owner', tables: [] },
    poolSize: POOL_SIZE,
  });
  const connections = new Map<string, DataSource>();
  for (const subgraph of subgraphs) {
    connections.set(
      subgraph.name,
      await connect({ url: logins.urlOf(subgraph.name), subgraph, poolSize: POOL_SIZE }),
    );
  }
  const reader = { name: OUTBOX_READER, tables: [] };
  connections.set(
    OUTBOX_READER,
    await connect({ url: logins.urlOf(OUTBOX_READER), subgraph: reader, poolSize: POOL_SIZE }),
  );
  return {
    ownerUrl,
    logins,
    owner,
    of: (name) => lookUp(connections, name),
    async stop() {
      await Promise.all([owner, ...connections.values()].map((connection) => connection.destroy()));
      await dropTestDatabase(ownerUrl);
    },
  };
}

/** What the database of some subgraphs is made from: the same key, whichever test file asks, for the same schemas. */
const keyOf = (subgraphs: readonly TestSubgraph[]): string =>
  JSON.stringify(
    subgraphs.map(({ name, tables, migrations, seed }) => [
      name,
      tables.map(({ options }) => options),
      migrations.map((migration) => [migration.name, String(migration)]),
      String(seed),
    ]),
  );

/** Makes a fresh, empty database with an owner of its own, and returns the owner's address. */
export async function emptyTestDatabase(): Promise<string> {
  const database = `test_${randomBytes(5).toString('hex')}`;
  return ensureOwnedDatabase({
    superuserUrl: testServerUrl(),
    database,
    owner: `${database}_owner`,
    password: PASSWORD,
  });
}

/** Removes a test database, whoever is still connected. */
export const dropTestDatabase = (ownerUrl: string): Promise<void> =>
  asSuperuser(async (client) => {
    await client.query(`drop database "${new URL(ownerUrl).pathname.slice(1)}" with (force)`);
  });

function lookUp(connections: ReadonlyMap<string, DataSource>, name: string): DataSource {
  const connection = connections.get(name);
  if (!connection) throw new Error(`This test database has no subgraph "${name}"`);
  return connection;
}
