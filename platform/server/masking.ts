import { type GraphQLError, type GraphQLFormattedError, Kind } from 'graphql';
import type { Logger } from '../logging/logger';
import { safeDatabaseError } from '../postgres/safe-error';
import { NoConnectionError } from '../transaction/transaction';
import { maskedMessage, TOLD_CODES } from './errors';

/** An error as a caller may see it: as it is when its message was written for them, masked otherwise. */
export function outward(error: GraphQLFormattedError, requestId: string): GraphQLFormattedError {
  if (isWrittenForCallers(error)) return error;
  const { path } = error;
  return {
    message: maskedMessage(requestId),
    ...(path === undefined ? {} : { path }),
    extensions: { code: 'INTERNAL_SERVER_ERROR' },
  };
}

/** Writes an unexpected error to the log: with the request to quote, without the values that a statement carried. */
export function logUnexpected(logger: Logger, error: GraphQLError, requestId: string): void {
  if (isWrittenForCallers(error)) return;
  const cause = error.originalError ?? error;
  // Logged once, for the whole request, by who asked.
  if (cause instanceof NoConnectionError) return;
  logger.error({ err: safeDatabaseError(cause), requestId, field: fieldOf(error) }, 'A field failed');
}

/** By its name in the schema; the path has the names that the caller gave. */
function fieldOf({ nodes }: GraphQLError): string | null {
  const [node] = nodes ?? [];
  return node?.kind === Kind.FIELD ? node.name.value : null;
}

/** Whether the message was written for callers. */
export const isWrittenForCallers = ({ extensions }: Pick<GraphQLFormattedError, 'extensions'>): boolean =>
  TOLD_CODES.has(extensions?.code);
