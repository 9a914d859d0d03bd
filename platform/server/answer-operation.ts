import type { ApolloServer } from '@apollo/server';
import type { FormattedExecutionResult } from 'graphql';
import type { DataSource } from 'typeorm';
import { hasNoted } from '../audit/record';
import type { AuditSigner } from '../audit/signer';
import type { Clock } from '../config/clock';
import type { Identity } from '../identity/identity';
import { SignInError } from '../identity/sign-in-error';
import type { IdentityVerifier } from '../identity/verifier';
import type { Logger } from '../logging/logger';
import { safeDatabaseError } from '../postgres/safe-error';
import { chosenIn } from '../records/send-records';
import { streamRecords } from '../records/stream-records';
import { mayKeepAnswer } from '../transaction/kept-answers';
import type { ServerContext } from './apollo';
import { unauthenticated } from './errors';
import type { RecordsAnswer, SubgraphRequest } from './executor';
import { outward } from './masking';
import { type OperationTransaction, operationTransaction } from './operation';
import type { Subgraph } from './subgraph';

/** What of a running subgraph its answers need. */
export interface Answering {
  readonly subgraph: Subgraph;
  readonly dataSource: DataSource;
  readonly verifier: IdentityVerifier;
  readonly auditSigner: AuditSigner;
  readonly clock: Clock;
  readonly logger: Logger;
}

interface Running {
  readonly apollo: ApolloServer<ServerContext>;
  readonly state: () => Promise<string | null>;
}

/**
 * Answers one operation: a verified caller, one scoped transaction, committed when nothing failed.
 */
export async function answerOperation(
  options: Answering,
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

/**
 * Answers one operation whose field sends records, and streams them in the same transaction, from one snapshot. It is committed
 * when all were read; a reader who goes before, or an abort, stops the statement and rolls back.
 */
export async function readRecords(
  options: Answering,
  apollo: ApolloServer<ServerContext>,
  request: SubgraphRequest,
): Promise<RecordsAnswer> {
  const identity = await vouchedFor(options, request);
  if (identity === null) return { result: notSignedIn(), records: null };
  const reading = new AbortController();
  const signal = AbortSignal.any([request.signal, reading.signal]);
  const operation = operationTransaction({
    ...{ dataSource: options.dataSource, identity, signal, sendsRecords: true },
  });
  const { transaction } = operation;
  try {
    const contextValue = contextOf(options, identity, operation, request.requestId);
    const result = await answerOf(apollo, request, contextValue);
    const noConnection = operation.noConnection();
    if (noConnection) throw noConnection;
    const statement = result.errors === undefined ? chosenIn(transaction) : null;
    if (statement === null) {
      const { logger } = options;
      return {
        result: await settle({ result, operation, logger, requestId: request.requestId }),
        records: null,
      };
    }
    const records = await streamRecords(transaction, statement, {
      stop: () => reading.abort(),
      commit: () => operation.end('commit'),
      rollback: () => operation.end('rollback'),
    });
    signal.addEventListener('abort', () => records.destroy(), { once: true });
    records.once('error', (error) => {
      const { logger } = options;
      if (!signal.aborted)
        logger.error({ err: safeDatabaseError(error), requestId: request.requestId }, 'Records broke off');
    });
    return { result, records };
  } catch (error) {
    await operation.end('rollback');
    throw error;
  }
}

async function vouchedFor(
  { verifier, subgraph: { name: part } }: Answering,
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
  { subgraph, clock, auditSigner }: Answering,
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
