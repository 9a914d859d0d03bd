import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { buildSubgraphSchema, type GraphQLResolverMap } from '@apollo/subgraph';
import { type DocumentNode, type GraphQLSchema, OperationTypeNode } from 'graphql';
import type { Logger } from '../logging/logger';
import { keepNoAnswer } from '../transaction/kept-answers';
import { limitCells } from './cell-limit';
import { guardFields } from './guard-fields';
import { withInterfaceFields } from './interface-fields';
import { logUnexpected } from './masking';
import type { OperationTransaction } from './operation';
import type { OperationContext, Resolvers } from './subgraph';

/** What each operation carries besides what resolvers are given. */
export type ServerContext = OperationContext & { readonly operation: OperationTransaction };

/**
 * The Apollo Server of a subgraph, with all of its own services switched off: it reports to nobody, offers no page and
 * no introspection, and leaves health, signals and addresses to us.
 */
export function createApollo({
  typeDefs,
  resolvers,
  logger,
}: {
  typeDefs: DocumentNode;
  resolvers: Resolvers;
  logger: Logger;
}): ApolloServer<ServerContext> {
  return new ApolloServer<ServerContext>({
    schema: subgraphSchema(typeDefs, resolvers),
    logger,
    nodeEnv: 'production',
    introspection: false,
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ownPlugin(logger),
    ],
  });
}

function subgraphSchema(typeDefs: DocumentNode, resolvers: Resolvers): GraphQLSchema {
  const whole = withInterfaceFields(typeDefs, resolvers);
  if (!isResolverMap(whole)) throw new Error('Resolvers are given by type: { Query: { … } }');
  return guardFields(limitCells(buildSubgraphSchema([{ typeDefs, resolvers: whole }])));
}

/** The types of single resolvers are each subgraph's own business, checked against its generated types. */
const isResolverMap = (resolvers: Resolvers): resolvers is GraphQLResolverMap =>
  Object.values(resolvers).every((fields) => typeof fields === 'object' && fields !== null);

/** A mutation has its transaction from the start, so that it can use `manager` before it asks anything. */
function ownPlugin(logger: Logger): ApolloServerPlugin<ServerContext> {
  return {
    async requestDidStart() {
      return {
        async responseForOperation({ operation, contextValue }) {
          if (operation.operation !== OperationTypeNode.MUTATION) return null;
          // What changes something does so each time.
          keepNoAnswer(contextValue.transaction);
          await contextValue.operation.open();
          return null;
        },
        async didEncounterErrors({ errors, contextValue }) {
          if (contextValue.operation.isAbandoned()) return;
          for (const error of errors) logUnexpected(logger, error, contextValue.requestId);
        },
      };
    },
  };
}
