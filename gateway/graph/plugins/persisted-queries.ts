import type { GatewayPlugin } from '@graphql-hive/gateway-runtime';
import { GraphQLError } from 'graphql';
import { z } from 'zod';

const hashAlone = z.object({
  query: z.null().optional(),
  extensions: z.object({ persistedQuery: z.object({}) }),
});

/**
 * Answers a client that sends the hash of an operation in place of its text (Apollo's automatic persisted queries) as
 * that protocol has it: message and code are what clients look for, and they send the whole text from then on.
 */
export function persistedQueriesRefused(): GatewayPlugin {
  return {
    onParams({ params }) {
      if (!hashAlone.safeParse(params).success) return;
      throw new GraphQLError('PersistedQueryNotSupported', {
        extensions: { code: 'PERSISTED_QUERY_NOT_SUPPORTED', http: { status: 200 } },
      });
    },
  };
}
