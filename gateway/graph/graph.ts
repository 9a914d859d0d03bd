import type { IncomingMessage, ServerResponse } from 'node:http';
import { createGatewayRuntime, type GatewayPlugin } from '@graphql-hive/gateway-runtime';
import { unifiedGraphHandler } from '@graphql-hive/router-runtime';
import type { FormattedExecutionResult, GraphQLFormattedError, GraphQLSchema } from 'graphql';
import { z } from 'zod';
import { withholdSettings } from '../../platform/config/withhold-settings';
import { PARTNER_ROLE } from '../../platform/identity/scopes';
import type { Logger } from '../../platform/logging/logger';
import type { SubgraphExecutor } from '../../platform/server/executor';
import type { RefusalBook } from '../audit/refusal-book';
import type { RefusalLog } from '../entrance/refusal-log';
import { documentOf } from '../operations/asked-operation';
import { askInternally, type InternalQuestion } from './ask-internally';
import {
  askPage,
  askRecords,
  type PageQuestion,
  type RecordsQuestion,
  type SentPage,
  type SentRecords,
} from './ask-records';
import { askSubgraph } from './ask-subgraph';
import { askedOnce } from './asked-once';
import { guardedBeyond, isBeyondContract } from './beyond-contract';
import { boundedPlanning } from './bounded-planning';
import type { Caller, GraphContext } from './caller';
import { readCaseFields } from './case-fields';
import { readContract } from './contract';
import { readCosts } from './costs';
import { type GuardedFields, readGuardedFields } from './guarded-fields';
import { keepingAnswers } from './kept-answers';
import { createKeptParts, type KeptParts } from './kept-parts';
import { readPartTypes } from './part-types';
import { PARTNER_CONTRACT } from './partner-contract';
import { partnerHandler } from './partner-handler';
import { plainEnums } from './plain-enums';
import { answerLimit } from './plugins/answer-limit';
import { askedFields } from './plugins/asked-fields';
import { closedCases } from './plugins/closed-cases';
import { closedFields } from './plugins/closed-fields';
import { costLimit } from './plugins/cost-limit';
import { boundedDocumentCache } from './plugins/document-cache';
import { maskedErrors } from './plugins/masked-errors';
import { onlyTypes } from './plugins/only-types';
import { partialAnswers } from './plugins/partial-answers';
import { persistedQueriesRefused } from './plugins/persisted-queries';
import { requestLimits } from './plugins/request-limits';
import { toldSchema } from './plugins/told-schema';
import { variableChecks } from './plugins/variable-checks';
import { schemaTexts } from './schema-texts';

/** Where the runtime answers. */
const PATH = '/graphql';

export interface CreateGraph {
  readonly supergraph: string;
  readonly executors: ReadonlyMap<string, SubgraphExecutor>;
  readonly upstreamTimeoutMillis: number;
  readonly logger: Logger;
  /** Where it is written down who was refused a field. */
  readonly refusals: RefusalLog;
  /** Where it is noted for auditors. */
  readonly book: Pick<RefusalBook, 'note'>;
}

/** An HTTP request to the graph, its body read already. */
export interface GraphRequest {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly body: Buffer;
}

/** What a caller asks, in the program's own terms. */
export interface Question {
  readonly document: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** What the graph answers: data as far as the caller may see it, and errors as they may leave the gateway. */
export interface GraphAnswer {
  /** The status with which the same would be answered over HTTP. */
  readonly status: number;
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly errors: readonly GraphQLFormattedError[];
}

/**
 * The one graph, and the one place that knows Hive's runtime. However it is asked, a caller meets the same scopes, limits,
 * masking and partial answers: both ways go through the same runtime and its plugins.
 */
export interface Graph {
  /** Answers a caller's HTTP request as the GraphQL protocol says. */
  handle(request: GraphRequest, caller: Caller): Promise<void> | void;
  /** Asks as a caller, for doors that speak another language than GraphQL. Nothing that the graph refuses is thrown. */
  ask(question: Question, caller: Caller): Promise<GraphAnswer>;
  /** Asks for the records of a set as a caller, for doors that send files. Throws as `askRecords` does. */
  records(question: RecordsQuestion, caller: Caller): Promise<SentRecords>;
  /** Asks for a page of a set as a caller. Throws as `askPage` does. */
  page(question: PageQuestion, caller: Caller): Promise<SentPage>;
  /** Asks a part, as a caller, what is no part of the graph: for doors alone. As `askInternally`. */
  internally(question: InternalQuestion, caller: Caller): Promise<FormattedExecutionResult | null>;
  /** The schema that a caller's questions are held against, as text. */
  schemaOf(caller: Pick<Caller, 'identity'>): string;
  /** Whether there is anything to subscribe to. */
  readonly hasSubscriptions: boolean;
  /** The schema that a caller's subscriptions are held against; null where theirs has none. */
  subscriptionSchemaOf(caller: Pick<Caller, 'identity'>): GraphQLSchema | null;
  dispose(): Promise<void>;
}

/**
 * Plans each operation with the Rust planner and asks subgraphs through `executors`, in process or not. Scopes are
 * enforced for every field, through aliases, fragments and interfaces; who has come without a caller is asked nothing. Partners
 * meet the part of the graph that their contract holds; what else there is, is refused as to every role that may not ask for it.
 */
export async function createGraph(options: CreateGraph): Promise<Graph> {
  // It reads a LOG_LEVEL of its own, at any time; what it would log is switched off, and what we log is set already.
  withholdSettings();
  const keptParts = createKeptParts();
  const guarded = readGuardedFields(options.supergraph);
  const runtime = { ...options, keptParts, guarded, handler: unifiedGraphHandler, further: [] };
  const whole = createRuntime(runtime);
  const partners = createRuntime({
    ...runtime,
    ...{ handler: partnerHandler(options.supergraph), further: [toldSchema()] },
  });
  const beyond = createRuntime({
    ...runtime,
    guarded: guardedBeyond(guarded, readContract(options.supergraph, PARTNER_CONTRACT)),
  });
  const [all, contract] = await Promise.all([whole.getSchema(), partners.getSchema()]);
  const schemaOf = schemaTexts({ whole: all, contract });
  const runtimeOf = ({ identity }: Caller, document: string | null) => {
    if (identity.role !== PARTNER_ROLE) return whole;
    return isBeyondContract(document ?? '', { whole: all, contract }) ? beyond : partners;
  };
  return {
    handle: keepingAnswers({
      executors: options.executors,
      // The runtime takes a body that has been read already from the request.
      handle: ({ request, response, body }, caller) =>
        runtimeOf(caller, documentOf({ request, body }))(Object.assign(request, { body }), response, {
          caller,
        }),
    }),
    ask: async (question, caller) =>
      answerIn(await runtimeOf(caller, question.document).fetch(requestFor(question), { caller })),
    records: (question, caller) => askRecords(options.executors, question, caller),
    page: (question, caller) => askPage(options.executors, question, caller),
    internally: (question, caller) =>
      askInternally(
        { executors: options.executors, timeoutMillis: options.upstreamTimeoutMillis },
        question,
        caller,
      ),
    schemaOf,
    hasSubscriptions: Boolean(all.getSubscriptionType()),
    subscriptionSchemaOf: ({ identity: { role } }) => {
      const schema = role === PARTNER_ROLE ? contract : all;
      return schema.getSubscriptionType() ? schema : null;
    },
    dispose: async () => {
      await Promise.all([whole, partners, beyond].map((each) => each[Symbol.asyncDispose]()));
    },
  };
}

interface CreateRuntime extends CreateGraph {
  readonly keptParts: KeptParts;
  readonly guarded: GuardedFields;
  readonly handler: typeof unifiedGraphHandler;
  readonly further: readonly GatewayPlugin[];
}

function createRuntime({ handler, further, guarded, keptParts, ...options }: CreateRuntime) {
  return createGatewayRuntime<GraphContext>({
    supergraph: options.supergraph,
    unifiedGraphHandler: plainEnums(askedOnce(boundedPlanning(handler))),
    graphqlEndpoint: PATH,
    landingPage: false,
    graphiql: false,
    cors: false,
    requestId: false,
    logging: false,
    // Both belong to plugins of ours, which know what may leave.
    maskedErrors: false,
    subgraphErrors: false,
    transports: {
      http: { getSubgraphExecutor: ({ subgraphName }) => executorOf(options, subgraphName, keptParts) },
    },
    plugins: () => [
      persistedQueriesRefused(),
      boundedDocumentCache(),
      requestLimits(),
      variableChecks(),
      askedFields(options.book),
      costLimit(readCosts(options.supergraph)),
      partialAnswers(),
      closedFields(guarded),
      closedCases(readCaseFields(options.supergraph), options.book),
      onlyTypes(readPartTypes(options.supergraph)),
      ...further,
      answerLimit(),
      maskedErrors(options),
    ],
  });
}

/** The address is of no meaning: the request never leaves this process. */
function requestFor({ document, variables = {} }: Question): Request {
  return new Request(`http://gateway${PATH}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify({ query: document, variables }),
  });
}

const answerModel = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z.array(z.custom<GraphQLFormattedError>()).optional(),
});

async function answerIn(response: Response): Promise<GraphAnswer> {
  const { data = null, errors = [] } = answerModel.parse(await response.json());
  return { status: response.status, data, errors };
}

function executorOf(
  { executors, upstreamTimeoutMillis, logger }: CreateGraph,
  name: string,
  keptParts: KeptParts,
) {
  const executor = executors.get(name);
  if (executor === undefined) throw new Error(`There is no part "${name}" to ask`);
  const ask = askSubgraph({ name, executor, keptParts, timeoutMillis: upstreamTimeoutMillis, logger });
  // The runtime wants whatever type its caller has in mind; no answer from outside can be typed so.
  return (request: Parameters<typeof ask>[0]) => ask(request) as Promise<never>;
}
