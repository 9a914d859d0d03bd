import type { DataSource } from 'typeorm';
import type { AuditSigner } from '../audit/signer';
import type { ChangeFeed } from '../changes/change-feed';
import type { Clock } from '../config/clock';
import type { TlsFiles } from '../config/tls';
import type { IdentityVerifier } from '../identity/verifier';
import type { Logger } from '../logging/logger';
import type { MetricsRegistry } from '../metrics/registry';
import { answerOperation, readRecords } from './answer-operation';
import { createApollo } from './apollo';
import type { FollowRequest, SubgraphExecutor, SubgraphRequest } from './executor';
import { followChanges } from './follow-changes';
import { type HttpEndpoint, openHttpEndpoint } from './http-endpoint';
import { startSelfChecks } from './self-check';
import { shareReads } from './share-reads';
import type { Subgraph } from './subgraph';
import { readTypeDefinitions } from './type-definitions';

export interface RunSubgraph {
  readonly subgraph: Subgraph;
  /** Connected as the subgraph's own login. Closed by whoever opened it, after `stop`. */
  readonly dataSource: DataSource;
  readonly verifier: IdentityVerifier;
  readonly auditSigner: AuditSigner;
  readonly clock: Clock;
  readonly logger: Logger;
  /** The folder that holds `common` and a folder for each subgraph. */
  readonly schemaDirectory: string;
  /** Whether what it follows had reached it once; it is not ready before. Left out where it follows nothing. */
  readonly hasCaughtUp?: () => boolean;
  /** What tells of its changes; left out where nobody waits for them. */
  readonly feed?: ChangeFeed;
}

export interface RunningSubgraph extends SubgraphExecutor {
  readonly name: string;
  readonly read: NonNullable<SubgraphExecutor['read']>;
  /**
   * Answers over HTTP too, through the same code: to this machine alone by default (null: everywhere), and in plain text.
   * Throws with a sentence when the port is taken, or the certificate cannot be used. With `metrics`, it tells those there, too.
   */
  listen(
    port: number,
    bindAddress?: string | null,
    tls?: TlsFiles | null,
    metrics?: MetricsRegistry | null,
  ): Promise<HttpEndpoint>;
  stop(): Promise<void>;
}

/**
 * Starts a subgraph: its schema, an Apollo Server, and for each operation a verified caller and one scoped transaction,
 * committed when nothing failed. In process or over HTTP, every request takes the same path.
 */
export async function runSubgraph(options: RunSubgraph): Promise<RunningSubgraph> {
  const {
    subgraph,
    dataSource,
    clock,
    verifier,
    logger,
    schemaDirectory,
    feed,
    hasCaughtUp = () => true,
  } = options;
  const part = subgraph.name;
  const typeDefs = readTypeDefinitions({ schemaDirectory, name: subgraph.name });
  const apollo = createApollo({
    ...{ typeDefs, resolvers: subgraph.resolvers, logger },
    oneSnapshot: subgraph.oneSnapshot,
  });
  await apollo.start();
  const state = stateReader(options);
  const checks = startSelfChecks(subgraph.checks ?? [], { dataSource, clock, logger });
  const executor = {
    execute: (request: SubgraphRequest) => answerOperation(options, { apollo, state }, request),
    read: (request: SubgraphRequest) => readRecords(options, apollo, request),
    state,
    ...(feed && { follow: (request: FollowRequest) => followChanges({ feed, verifier, part }, request) }),
    ready: async () => hasCaughtUp() && (await answers(dataSource)),
    findings: async () => checks.findings(),
  };
  return {
    name: subgraph.name,
    ...executor,
    listen: (port, bindAddress, tls = null, metrics = null) =>
      openHttpEndpoint({ executor, port, bindAddress, tls, logger, name: subgraph.name, metrics }),
    async stop() {
      await checks.stop();
      await apollo.stop();
    },
  };
}

/** Names what the subgraph answers from, with the hour: questions about days from now are others tomorrow. */
function stateReader({
  subgraph: { stateSql },
  dataSource,
  clock,
}: RunSubgraph): () => Promise<string | null> {
  if (stateSql === undefined) return async () => null;
  return shareReads(async () => {
    try {
      const [row]: { state: string }[] = await dataSource.query(stateSql);
      return row === undefined ? null : `${clock.now().toISOString().slice(0, 13)} ${row.state}`;
    } catch {
      return null;
    }
  });
}

async function answers(dataSource: DataSource): Promise<boolean> {
  try {
    await dataSource.query('select 1');
    return true;
  } catch {
    return false;
  }
}
