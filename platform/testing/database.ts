import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { fixedClock } from '../config/clock';
import { connect } from '../postgres/connect';
import { type Logins, migrate } from '../postgres/migrate';
import { OUTBOX_READER } from '../postgres/names';
import { ensureOwnedDatabase } from '../postgres/owned-database';
import type { Subgraph } from '../server/subgraph';
import { SERVER_VARIABLE } from './server';

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
  const ownerUrl = await emptyTestDatabase();
  const logins = await migrate({ ownerUrl, subgraphs, clock: fixedClock(MIGRATED_ON) });
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

/** Makes a fresh, empty database with an owner of its own, and returns the owner's address. */
export async function emptyTestDatabase(): Promise<string> {
  const database = `test_${randomBytes(5).toString('hex')}`;
  return ensureOwnedDatabase({
    superuserUrl: testServerUrl(),
    database,
    owner: `${database}_owner`,
    password: 'test',
  });
}

/** Removes a test database, whoever is still connected. */
export async function dropTestDatabase(ownerUrl: string): Promise<void> {
  const client = new Client({ connectionString: testServerUrl() });
  await client.connect();
  try {
    await client.query(`drop database "${new URL(ownerUrl).pathname.slice(1)}" with (force)`);
  } finally {
    await client.end();
  }
}

/** The superuser's address of the run's server. */
export function testServerUrl(): string {
  const url = process.env[SERVER_VARIABLE];
  if (url) return url;
  throw new Error(
    'No PostgreSQL server runs for these tests: run them through jest.config.cjs, whose globalSetup starts one',
  );
}

function lookUp(connections: ReadonlyMap<string, DataSource>, name: string): DataSource {
  const connection = connections.get(name);
  if (!connection) throw new Error(`This test database has no subgraph "${name}"`);
  return connection;
}
