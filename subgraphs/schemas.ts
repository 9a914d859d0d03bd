import type { DataSource } from 'typeorm';
import type { Clock } from '../platform/config/clock';
import type { OutboxSource } from '../platform/outbox/read';
import { createRelay, type Relay, type RelayOptions } from '../platform/outbox/relay';
import type { Consumer } from '../platform/outbox/subscription';
import { connect } from '../platform/postgres/connect';
import type { Logins } from '../platform/postgres/logins';
import { migrate } from '../platform/postgres/migrate';
import { OUTBOX_READER } from '../platform/postgres/names';
import type { Database } from '../platform/postgres/open-database';
import type { Subgraph } from '../platform/server/subgraph';

/** The subgraphs' schemas, each connected as its own login, and the ways between them. */
export interface Schemas {
  readonly subgraphs: readonly Subgraph[];
  of(name: string): DataSource;
  readonly sources: readonly OutboxSource[];
  readonly consumers: readonly Consumer[];
  /** Addresses to listen at for wake-ups, one for each database. */
  readonly wakeUpUrls: readonly string[];
  relay(options: Pick<RelayOptions, 'onFailure' | 'onDeadLetter' | 'batchSize' | 'leastEvents'>): Relay;
  close(): Promise<void>;
}

export interface OpenSchemas {
  readonly database: Pick<Database, 'urlFor'>;
  readonly subgraphs: readonly Subgraph[];
  readonly clock: Clock;
  /** The one part that this process runs: all schemas are brought up to date, and only this part's followers follow. */
  readonly only?: string;
  /** Raised by loads, whose statements move many rows at once. */
  readonly statementTimeoutMillis?: number;
}

/** Brings all schemas up to date and connects to them. `close` ends every connection. */
export async function openSchemas(options: OpenSchemas): Promise<Schemas> {
  const { database, subgraphs, clock, only } = options;
  const logins = await migrate({ ownerUrl: (name) => database.urlFor(name), subgraphs, clock });
  const here = subgraphs.filter(({ name }) => only === undefined || name === only);
  const opened = await connectAll(
    { here, subgraphs, statementTimeoutMillis: options.statementTimeoutMillis },
    logins,
  );
  const sources = subgraphs.map(({ name }) => ({
    name,
    dataSource: get(opened.readers, logins.outboxReaderUrlOf(name)),
  }));
  const consumers = here.flatMap(({ name, followers }) =>
    followers.map((follower) => ({ schema: name, dataSource: get(opened.schemas, name), follower })),
  );
  return {
    subgraphs,
    of: (name) => get(opened.schemas, name),
    sources,
    consumers,
    wakeUpUrls: [...opened.readers.keys()],
    relay: (callbacks) => createRelay({ sources, consumers, clock, ...callbacks }),
    async close() {
      await Promise.all(
        [...opened.schemas.values(), ...opened.readers.values()].map((held) => held.destroy()),
      );
    },
  };
}

interface Connecting {
  /** Those whose own schemas this process works on. */
  readonly here: readonly Subgraph[];
  readonly subgraphs: readonly Subgraph[];
  readonly statementTimeoutMillis: number | undefined;
}

async function connectAll({ here, subgraphs, statementTimeoutMillis }: Connecting, logins: Logins) {
  const limits = statementTimeoutMillis === undefined ? {} : { statementTimeoutMillis };
  const readerUrls = [...new Set(subgraphs.map(({ name }) => logins.outboxReaderUrlOf(name)))];
  const [schemas, readers] = await Promise.all([
    Promise.all(
      here.map(async (subgraph) => {
        const dataSource = await connect({ url: logins.urlOf(subgraph.name), subgraph, ...limits });
        return [subgraph.name, dataSource] as const;
      }),
    ),
    Promise.all(
      readerUrls.map(async (url) => {
        const dataSource = await connect({ url, subgraph: { name: OUTBOX_READER, tables: [] }, ...limits });
        return [url, dataSource] as const;
      }),
    ),
  ]);
  return { schemas: new Map(schemas), readers: new Map(readers) };
}

function get(connections: ReadonlyMap<string, DataSource>, key: string): DataSource {
  const connection = connections.get(key);
  if (!connection) throw new Error('No connection was opened for a schema that was asked for');
  return connection;
}
