import type { ApolloServer } from '@apollo/server';
import type { FormattedExecutionResult } from 'graphql';
import type { DataSource } from 'typeorm';
import { hasNoted } from '../audit/record';
import type { AuditSigner } from '../audit/signer';
import type { Clock } from '../config/clock';
import type { TlsFiles } from '../config/tls';
import type { Identity } from '../identity/identity';
import { SignInError } from '../identity/sign-in-error';
import type { IdentityVerifier } from '../identity/verifier';
import type { Logger } from '../logging/logger';
import { safeDatabaseError } from '../postgres/safe-error';
import { mayKeepAnswer } from '../transaction/kept-answers';
import { createApollo, type ServerContext } from './apollo';
import { unauthenticated } from './errors';
import type { SubgraphExecutor, SubgraphRequest } from './executor';
import { type HttpEndpoint, openHttpEndpoint } from './http-endpoint';
import { outward } from './masking';
import { type OperationTransaction, operationTransaction } from './operation';
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
}

export interface RunningSubgraph extends SubgraphExecutor {
  readonly name: string;
  /**
   * Answers over HTTP too, through the same code: to this machine alone by default (null: everywhere), and in plain text.
   * Throws with a sentence when the port is taken, or the certificate cannot be used.
   */
  listen(port: number, bindAddress?: string | null, tls?: TlsFiles | null): Promise<HttpEndpoint>;
  stop(): Promise<void>;
}

/**
 * Starts a subgraph: its schema, an Apollo Server, and for each operation a verified caller and one scoped transaction,
 * committed when nothing failed. In process or over HTTP, every request takes the same path.
 */
export async function runSubgraph(options: RunSubgraph): Promise<RunningSubgraph> {
  const { subgraph, dataSource, logger, schemaDirectory, hasCaughtUp = () => true } = options;
  const typeDefs = readTypeDefinitions({ schemaDirectory, name: subgraph.name });
  const apollo = createApollo({ typeDefs, resolvers: subgraph.resolvers, logger });
  await apollo.start();
  const state = stateReader(options);
  const checks = startSelfChecks(subgraph.checks ?? [], { dataSource, logger });
  const executor: SubgraphExecutor = {
    execute: (request) => execute(options, { apollo, state }, request),
    state,
    ready: async () => hasCaughtUp() && (await answers(dataSource)),
    findings: async () => checks.findings(),
  };
  return {
    name: subgraph.name,
    ...executor,
    listen: (port, bindAddress, tls = null) =>
      openHttpEndpoint({ executor, port, bindAddress, tls, logger, name: subgraph.name }),
    async stop() {
      await checks.stop();
      await apollo.stop();
    },
  };
}

interface Running {
  readonly apollo: ApolloServer<ServerContext>;
  readonly state: () => Promise<string | null>;
}

async function execute(
  options: RunSubgraph,
  { apollo, state }: Running,
  request: SubgraphRequest,
): Promise<FormattedExecutionResult> {
  const identity = await vouchedFor(options, request);
  if (identity === null) return notSignedIn();
  // Before anything else is: what is read afterwards may be newer, and is told so the next time.
  const from = request.onState ? await state() : null;
  const operation = operationTransaction({
    dataSource: options.dataSource,
    identity,
    signal: request.signal,
  });
  const contextValue = contextOf(options, identity, operation, request.requestId);
  try {
    const result = await answerOf(apollo, request, contextValue);
    // Not the fault of any field: the part as a whole does not answer just now.
    const noConnection = operation.noConnection();
    if (noConnection) throw noConnection;
    const settled = await settle({ result, operation, logger: options.logger, requestId: request.requestId });
    if (from !== null && settled.errors === undefined && mayKeepAnswer(operation.transaction))
      request.onState?.(from);
    return settled;
  } finally {
    await operation.end('rollback');
  }
}

/** Names what the subgraph answers from, with the hour: questions about days from now are others tomorrow. */
function stateReader({ subgraph: { stateSql }, dataSource, clock }: RunSubgraph): Running['state'] {
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

async function vouchedFor(
  { verifier, subgraph: { name: part } }: RunSubgraph,
  { identityToken, query, variables, operationName }: SubgraphRequest,
): Promise<Identity | null> {
  if (identityToken === null) return null;
  try {
    return await verifier.verify(identityToken, { part, query, variables, operationName });
  } catch (error) {
    if (error instanceof SignInError) return null;
    throw error;
  }
}

const notSignedIn = (): FormattedExecutionResult => ({
  data: null,
  errors: [unauthenticated('The gateway does not vouch for this caller.').toJSON()],
});

/** A plain object: Apollo copies it property by property. */
function contextOf(
  { subgraph, clock, auditSigner }: RunSubgraph,
  identity: Identity,
  operation: OperationTransaction,
  requestId: string,
): ServerContext {
  const context = { identity, clock, requestId, auditSigner, transaction: operation.transaction };
  return { ...context, ...subgraph.operation(context), operation };
}

async function answerOf(
  apollo: ApolloServer<ServerContext>,
  { query, variables, operationName }: SubgraphRequest,
  contextValue: ServerContext,
): Promise<FormattedExecutionResult> {
  const request = {
    query,
    variables: { ...variables },
    ...(operationName === null ? {} : { operationName }),
  };
  const { body } = await apollo.executeOperation(request, { contextValue });
  if (body.kind === 'single') return body.singleResult;
  throw new Error('Incremental delivery is not supported');
}

/**
 * Ends the transaction by what became of the operation. Nothing that failed is half done, and nothing leaves whose
 * reading could not be noted.
 */
async function settle({
  result,
  operation,
  logger,
  requestId,
}: {
  result: FormattedExecutionResult;
  operation: OperationTransaction;
  logger: Logger;
  requestId: string;
}): Promise<FormattedExecutionResult> {
  const { errors } = result;
  if (errors !== undefined && errors.length > 0) {
    await operation.end('rollback');
    const visible = hasNoted(operation.transaction) ? { data: null } : result;
    return { ...visible, errors: errors.map((error) => outward(error, requestId)) };
  }
  try {
    await operation.end('commit');
    return result;
  } catch (error) {
    if (!operation.isAbandoned())
      logger.error({ err: safeDatabaseError(error), requestId }, 'A transaction could not be committed');
    return { data: null, errors: [outward({ message: '' }, requestId)] };
  }
}

async function answers(dataSource: DataSource): Promise<boolean> {
  try {
    await dataSource.query('select 1');
    return true;
  } catch {
    return false;
  }
}
