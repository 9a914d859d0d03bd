import type { GatewayPlugin } from '@graphql-hive/gateway-runtime';
import { type ExecutionResult, GraphQLError } from 'graphql';
import type { Logger } from '../../../platform/logging/logger';
import { maskedMessage } from '../../../platform/server/errors';
import { type Caller, callerOf } from '../caller';

const BAD_REQUEST_STATUS = 400;
const FORBIDDEN_STATUS = 403;

/** Codes of errors that a request brings on itself, whose message reveals nothing but the schema. */
const OF_THE_REQUEST: ReadonlySet<unknown> = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_REQUEST',
  'BAD_USER_INPUT',
]);

/** The last thing that happens to an answer: no error leaves with anything in it that was not written for callers. */
export function maskedErrors({ logger }: { logger: Logger }): GatewayPlugin {
  return {
    onResultProcess({ result, setResult, serverContext }) {
      if (!isFailed(result)) return;
      const caller = callerOf(serverContext);
      const { data } = result;
      const errors = result.errors.map((error) => outward(error, caller, logger));
      if (errors.some(({ extensions }) => extensions.code === 'FORBIDDEN'))
        logger.warn(
          { requestId: caller.requestId, subject: caller.identity.subject, status: 403 },
          'Refused',
        );
      setResult({ data: data ?? null, errors });
    },
  };
}

type Failed = ExecutionResult & { readonly errors: readonly GraphQLError[] };

const isFailed = (result: unknown): result is Failed =>
  typeof result === 'object' && result !== null && 'errors' in result && Array.isArray(result.errors);

function outward(error: GraphQLError, { requestId, signal }: Caller, logger: Logger): GraphQLError {
  const { code, subgraph } = error.extensions;
  if (code === 'SUBGRAPH_UNAVAILABLE') return plain(error.message, { code, subgraph });
  if (subgraph !== undefined) return plain(error.message, { code, subgraph }, error);
  if (code === 'UNAUTHORIZED_FIELD_OR_TYPE') return refused(error);
  if (OF_THE_REQUEST.has(code)) return ofTheRequest(error, code);
  if (!signal.aborted) logger.error({ err: error.originalError ?? error, requestId }, 'A request failed');
  return plain(maskedMessage(requestId), { code: 'INTERNAL_SERVER_ERROR', http: { status: 500 } });
}

function refused(error: GraphQLError): GraphQLError {
  const field = error.path?.filter((segment) => segment !== '@').join('.') ?? 'a part of this request';
  return plain(`Your role may not ask for ${field}. Ask for the rest without it.`, {
    code: 'FORBIDDEN',
    http: { status: FORBIDDEN_STATUS },
  });
}

/** "Did you mean" would name parts of the schema that nobody asked about. */
function ofTheRequest(error: GraphQLError, code: unknown): GraphQLError {
  const message = error.message.replaceAll(/ Did you mean [^?]*\?/g, '');
  const { nodes = null, source = null, positions = null } = error;
  return new GraphQLError(message, {
    nodes,
    source,
    positions,
    extensions: { code, http: { status: BAD_REQUEST_STATUS } },
  });
}

function plain(message: string, extensions: Record<string, unknown>, at?: GraphQLError): GraphQLError {
  return new GraphQLError(message, { path: at?.path, extensions });
}
