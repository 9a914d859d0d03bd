import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { buildSubgraphSchema, type GraphQLResolverMap } from '@apollo/subgraph';
import {
  type DocumentNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
} from 'graphql';
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
  oneSnapshot = [],
}: {
  typeDefs: DocumentNode;
  resolvers: Resolvers;
  logger: Logger;
  oneSnapshot?: readonly string[] | undefined;
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
      ownPlugin(logger, oneSnapshot),
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

/** Whether an operation asks for one of these fields. A gateway asks parts without fragments at the root. */
const isAsked = ({ selectionSet }: OperationDefinitionNode, fields: readonly string[]): boolean =>
  selectionSet.selections.some(
    (selection) => selection.kind === Kind.FIELD && fields.includes(selection.name.value),
  );

/** A mutation has its transaction from the start, so that it can use `manager` before it asks anything. */
function ownPlugin(logger: Logger, oneSnapshot: readonly string[]): ApolloServerPlugin<ServerContext> {
  return {
    async requestDidStart() {
      return {
        async responseForOperation({ operation, contextValue }) {
          if (operation.operation !== OperationTypeNode.MUTATION) return null;
          // What changes something does so each time.
          keepNoAnswer(contextValue.transaction);
          await contextValue.operation.open({ isOneSnapshot: isAsked(operation, oneSnapshot) });
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
