import { DataSource, type MigrationInterface } from 'typeorm';
import type { Subgraph } from '../../server/subgraph';
import { connectionSettings, silentLogger } from '../connect';
import { quoted } from '../names';
import { DatabaseRefusal } from '../refusal';
import { serverAddress } from '../server-address';
import type { Owner } from './owner';

/** Where each schema keeps the names of the migrations that it has had. */
const MIGRATION_TABLE = 'migration';
/** A migration may rewrite a million rows. */
const MIGRATION_STATEMENT_MILLIS = 30 * 60_000;

export type Migratable = Pick<Subgraph, 'name' | 'migrations'>;

/** The subgraphs whose schemas lack a migration. Refuses a schema with one that this code does not know. */
export async function withPendingMigrations<Item extends Migratable>(
  owner: Owner,
  subgraphs: readonly Item[],
): Promise<Item[]> {
  const pending: Item[] = [];
  for (const subgraph of subgraphs) {
    const done = await migrationsDone(owner, subgraph.name);
    const known = subgraph.migrations.map(migrationName);
    const unknown = done.find((name) => !known.includes(name));
    if (unknown) throw new DatabaseRefusal(newerDatabase(subgraph.name, unknown));
    if (known.some((name) => !done.includes(name))) pending.push(subgraph);
  }
  return pending;
}

/** Runs a subgraph's migrations as the owner, each in a transaction of its own. */
export async function runMigrations(owner: Owner, subgraph: Migratable): Promise<void> {
  const { connectionString, ssl } = serverAddress(owner.url);
  const dataSource = new DataSource({
    type: 'postgres',
    url: connectionString,
    schema: subgraph.name,
    migrations: [...subgraph.migrations],
    migrationsTableName: MIGRATION_TABLE,
    migrationsTransactionMode: 'each',
    poolSize: 2,
    logging: false,
    logger: silentLogger,
    installExtensions: false,
    extra: {
      ssl,
      ...connectionSettings({ name: 'migrate', statementTimeoutMillis: MIGRATION_STATEMENT_MILLIS }),
    },
  });
  await dataSource.initialize();
  try {
    await dataSource.runMigrations();
  } finally {
    await dataSource.destroy();
  }
}

async function migrationsDone(owner: Owner, schema: string): Promise<string[]> {
  const table = `${quoted(schema)}.${MIGRATION_TABLE}`;
  const [found] = await owner.query<{ there: boolean }>('select to_regclass($1) is not null as there', [
    table,
  ]);
  if (!found?.there) return [];
  return (await owner.query<{ name: string }>(`select name from ${table}`)).map((row) => row.name);
}

/** As TypeORM names it in its table: `name` where the migration gives one, else its class. */
function migrationName(Migration: new () => MigrationInterface): string {
  return new Migration().name ?? Migration.name;
}

const newerDatabase = (schema: string, migration: string): string =>
  `The database was made by a newer version of the product: its schema ${schema} has had the migration ${migration}, which this version does not know. Run the newer version, or point DATABASE_URL or DATA_DIR elsewhere.`;
