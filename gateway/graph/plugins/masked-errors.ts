import type { GatewayPlugin } from '@graphql-hive/gateway-runtime';
import { type ExecutionResult, GraphQLError } from 'graphql';
import { z } from 'zod';
import type { Logger } from '../../../platform/logging/logger';
import { maskedMessage } from '../../../platform/server/errors';
import type { RefusalBook } from '../../audit/refusal-book';
import { Refusal } from '../../entrance/refusal';
import type { RefusalLog } from '../../entrance/refusal-log';
import { countError } from '../../measured/requests';
import { type Caller, callerOf } from '../caller';
import { askedBy } from './asked-fields';

const OK_STATUS = 200;
const BAD_REQUEST_STATUS = 400;
const METHOD_NOT_ALLOWED_STATUS = 405;
/** Codes of errors that a request brings on itself, whose message reveals nothing but the schema. */
const OF_THE_REQUEST: ReadonlySet<unknown> = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/** Those of a request that GraphQL over HTTP calls well-formed. */
const WELL_FORMED: ReadonlySet<unknown> = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
]);

/** The last thing that happens to an answer: no error leaves with anything in it that was not written for callers. */
export function maskedErrors({
  logger,
  refusals,
  book,
}: {
  readonly logger: Logger;
  readonly refusals: RefusalLog;
  readonly book: Pick<RefusalBook, 'note'>;
}): GatewayPlugin {
  function noteRefused(caller: Caller): void {
    const { requestId } = caller;
    const { subject: actor, role } = caller.identity;
    refusals.note(requestId, new Refusal(403, 'FORBIDDEN', 'A field was refused', null, actor));
    book.note({ actor, role, code: 'FORBIDDEN', asked: askedBy(caller), requestId });
  }
  return {
    onResultProcess({ request, result, setResult, serverContext }) {
      if (!isFailed(result)) return;
      const caller = callerOf(serverContext);
      caller.sources?.failed();
      const { data } = result;
      const accept = request.headers.get('accept');
      const errors = result.errors.map((error) => outward(error, { caller, accept, logger }));
      for (const { extensions } of errors) countError(extensions.code);
      if (errors.some(({ extensions }) => extensions.code === 'FORBIDDEN')) noteRefused(caller);
      // What was never begun has no data, not even null.
      setResult(
        data === undefined && errors.every(isOfRequest) ? { errors } : { data: data ?? null, errors },
      );
    },
  };
}

type Failed = ExecutionResult & { readonly errors: readonly GraphQLError[] };

const isFailed = (result: unknown): result is Failed =>
  typeof result === 'object' && result !== null && 'errors' in result && Array.isArray(result.errors);

const isOfRequest = ({ extensions: { code, subgraph } }: GraphQLError): boolean =>
  subgraph === undefined && (code === 'FORBIDDEN' || OF_THE_REQUEST.has(code));

interface Surroundings {
  readonly caller: Caller;
  readonly accept: string | null;
  readonly logger: Logger;
}

function outward(error: GraphQLError, { caller, accept, logger }: Surroundings): GraphQLError {
  const { requestId, signal } = caller;
  const { code, subgraph } = error.extensions;
  if (code === 'SUBGRAPH_UNAVAILABLE') return plain(error.message, { code, subgraph });
  if (subgraph !== undefined) return plain(error.message, { code, subgraph }, error);
  if (code === 'FORBIDDEN') return plain(error.message, refusedBefore(error), error);
  if (OF_THE_REQUEST.has(code)) return ofTheRequest(error, code, accept);
  if (!signal.aborted) logger.error({ err: error.originalError ?? error, requestId }, 'A request failed');
  return plain(maskedMessage(requestId), { code: 'INTERNAL_SERVER_ERROR', http: { status: 500 } });
}

/** A refusal before anything was begun has a status of its own; one of a field leaves that of the answer. */
const refusedBefore = ({ extensions: { code, http } }: GraphQLError): Record<string, unknown> => ({
  code,
  ...(http === undefined ? {} : { http }),
});

/** "Did you mean" would name parts of the schema that nobody asked about. */
export const withoutSuggestions = (message: string): string =>
  message.replaceAll(/ Did you mean [^?]*\?/g, '');

function ofTheRequest(error: GraphQLError, code: unknown, accept: string | null): GraphQLError {
  const message = withoutSuggestions(error.message);
  const { nodes = null, source = null, positions = null } = error;
  return new GraphQLError(message, {
    nodes,
    source,
    positions,
    extensions: { code, http: httpOf(error, code, accept) },
  });
}

/** The runtime knows which methods there are; nothing else of what it would send is of use to a caller. */
function httpOf({ extensions: { http } }: GraphQLError, code: unknown, accept: string | null) {
  const { status, headers } = httpModel.safeParse(http).data ?? {};
  if (status === METHOD_NOT_ALLOWED_STATUS) return { status, headers: { ...headers } };
  return {
    status:
      code === 'PERSISTED_QUERY_NOT_SUPPORTED' || isLegacy(code, accept) ? OK_STATUS : BAD_REQUEST_STATUS,
  };
}

const httpModel = z.object({ status: z.number(), headers: z.record(z.string(), z.string()).optional() });

/**
 * GraphQL over HTTP, 6.4.1: a client that names `application/json` may be an old one, which reads an answer that is not 200
 * as the answer of something on the way.
 */
const isLegacy = (code: unknown, accept: string | null): boolean =>
  accept === 'application/json' && WELL_FORMED.has(code);

function plain(message: string, extensions: Record<string, unknown>, at?: GraphQLError): GraphQLError {
  return new GraphQLError(message, { path: at?.path, extensions });
}
