import type { IncomingMessage, ServerResponse } from 'node:http';
import { createGatewayRuntime } from '@graphql-hive/gateway-runtime';
import { unifiedGraphHandler } from '@graphql-hive/router-runtime';
import { withholdSettings } from '../platform/config/withheld';
import type { Logger } from '../platform/logging/logger';
import type { SubgraphExecutor } from '../platform/server/executor';
import { askSubgraph } from './ask-subgraph';
import { callerOf, type FrontContext } from './caller';
import { boundedDocumentCache } from './plugins/document-cache';
import { fittingVariables } from './plugins/fitting-variables';
import { outwardErrors } from './plugins/outward-errors';
import { partialAnswers } from './plugins/partial-answers';
import { requestLimits } from './plugins/request-limits';

export interface CreateRuntime {
  readonly supergraph: string;
  readonly executors: ReadonlyMap<string, SubgraphExecutor>;
  readonly upstreamTimeoutMillis: number;
  readonly logger: Logger;
}

/** What plans and joins: the one place that knows Hive's runtime. */
export interface Runtime {
  handle(request: IncomingMessage, response: ServerResponse, context: FrontContext): Promise<void> | void;
  dispose(): Promise<void>;
}

/**
 * Plans each operation with the Rust planner and asks subgraphs through `executors`, in process or not. Scopes are
 * enforced for every field, through aliases, fragments and interfaces; `protect-all` is what refuses anybody unknown.
 */
export async function createRuntime(options: CreateRuntime): Promise<Runtime> {
  // It reads a LOG_LEVEL of its own, at any time; what it would log is switched off, and what we log is set already.
  withholdSettings();
  const runtime = createGatewayRuntime<FrontContext>({
    supergraph: options.supergraph,
    unifiedGraphHandler,
    graphqlEndpoint: '/graphql',
    landingPage: false,
    graphiql: false,
    cors: false,
    requestId: false,
    logging: false,
    // Both belong to plugins of ours, which know what may be told.
    maskedErrors: false,
    subgraphErrors: false,
    genericAuth: {
      mode: 'protect-all',
      resolveUserFn: (context) => callerOf(context).identity,
      extractScopes: (identity) => identity?.scopes ?? [],
    },
    transports: { http: { getSubgraphExecutor: ({ subgraphName }) => executorOf(options, subgraphName) } },
    plugins: () => [
      boundedDocumentCache(),
      requestLimits(),
      fittingVariables(),
      partialAnswers(),
      outwardErrors(options),
    ],
  });
  await runtime.getSchema();
  return {
    handle: (request, response, context) => runtime(request, response, context),
    dispose: async () => runtime[Symbol.asyncDispose](),
  };
}

function executorOf({ executors, upstreamTimeoutMillis, logger }: CreateRuntime, name: string) {
  const executor = executors.get(name);
  if (executor === undefined) throw new Error(`There is no part "${name}" to ask`);
  const ask = askSubgraph({ name, executor, timeoutMillis: upstreamTimeoutMillis, logger });
  // The runtime wants whatever type its caller has in mind; no answer from outside can be typed so.
  return (request: Parameters<typeof ask>[0]) => ask(request) as Promise<never>;
}
