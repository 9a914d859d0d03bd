import { DataSource, type Logger } from 'typeorm';
import type { Subgraph } from '../server/subgraph';
import { serverAddress } from './server-address';
import { typeParsers } from './types';

/** How long a caller waits for a connection, be the pool exhausted or the server gone. */
export const CONNECTION_TIMEOUT_MILLIS = 5_000;
/** How long one statement may run. */
export const STATEMENT_TIMEOUT_MILLIS = 30_000;
/** How long a statement may wait for a lock. */
export const LOCK_TIMEOUT_MILLIS = 10_000;
/** How long a transaction may do nothing; a forgotten one would hold up every follower of the outbox. */
export const IDLE_IN_TRANSACTION_TIMEOUT_MILLIS = 60_000;

const POOL_SIZE = 8;

/** What of a subgraph a connection needs. A login without tables of its own, such as the outbox's reader, has none. */
export type Connectable = Pick<Subgraph, 'name' | 'tables'>;

export interface Connect {
  readonly url: string;
  readonly subgraph: Connectable;
  readonly poolSize?: number;
  /** Raised by the importer, whose statements move many rows at once. */
  readonly statementTimeoutMillis?: number;
}

/** The limits and parsers of every connection, in `pg`'s own words. */
export function connectionSettings({
  name,
  statementTimeoutMillis = STATEMENT_TIMEOUT_MILLIS,
}: {
  name: string;
  statementTimeoutMillis?: number;
}) {
  return {
    application_name: `complaints:${name}`,
    connectionTimeoutMillis: CONNECTION_TIMEOUT_MILLIS,
    // A firewall between us and a council's own server drops idle connections.
    keepAlive: true,
    statement_timeout: statementTimeoutMillis,
    lock_timeout: LOCK_TIMEOUT_MILLIS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_TIMEOUT_MILLIS,
    types: typeParsers,
  };
}

/** TypeORM would print to the terminal, failing migrations with their values too; the caller gets the error. */
export const silentLogger: Logger = {
  logQuery: () => undefined,
  logQueryError: () => undefined,
  logQuerySlow: () => undefined,
  logSchemaBuild: () => undefined,
  logMigration: () => undefined,
  log: () => undefined,
};

/**
 * Connects to `url` with the subgraph's tables, in the schema of its name. Days come as ISO text, bigints as numbers
 * while exact. Throws what `pg` throws when the server cannot be reached within five seconds.
 */
export async function connect({
  url,
  subgraph,
  poolSize = POOL_SIZE,
  statementTimeoutMillis,
}: Connect): Promise<DataSource> {
  const { connectionString, ssl } = serverAddress(url);
  const dataSource = new DataSource({
    type: 'postgres',
    url: connectionString,
    schema: subgraph.name,
    entities: [...subgraph.tables],
    poolSize,
    synchronize: false,
    logging: false,
    logger: silentLogger,
    // Extensions are the owner's to add, in a migration.
    installExtensions: false,
    // A connection that breaks while idle is replaced at its next use; nobody needs to hear of it.
    poolErrorHandler: () => undefined,
    extra: {
      ssl,
      ...connectionSettings({
        name: subgraph.name,
        ...(statementTimeoutMillis === undefined ? {} : { statementTimeoutMillis }),
      }),
    },
  });
  return dataSource.initialize();
}
