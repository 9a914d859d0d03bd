import { type DocumentNode, type FormattedExecutionResult, GraphQLError, print } from 'graphql';
import type { Logger } from '../../platform/logging/logger';
import { maskedMessage } from '../../platform/server/errors';
import type { SubgraphExecutor } from '../../platform/server/executor';
import { isWrittenForCallers } from '../../platform/server/masking';
import { inSpan } from '../../platform/tracing/span';
import { measurePart, type PartOutcome } from '../measured/parts';
import { type Caller, callerOf } from './caller';
import { askPart, type KeptParts } from './kept-parts';
import { withMissingEntities } from './missing-entities';
import { withTimeLimit } from './time-limit';

/** What the planner asks of one subgraph. */
interface PlannedRequest {
  readonly document: DocumentNode;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string | undefined;
  readonly context?: unknown;
}

/** The answer, as the planner takes it. It never rejects: a part that does not answer is an error among the others. */
interface Answer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly GraphQLError[];
}

export interface AskSubgraph {
  readonly name: string;
  readonly executor: SubgraphExecutor;
  readonly keptParts: KeptParts;
  readonly timeoutMillis: number;
  readonly logger: Logger;
}

/**
 * Asks one subgraph for what was planned, on behalf of the caller: the identity goes with each request of its own, so
 * no two callers can ever share an answer. Every error carries the subgraph's name, and none a text that was not
 * written for callers.
 */
export function askSubgraph(options: AskSubgraph): (request: PlannedRequest) => Promise<Answer> {
  const { name, timeoutMillis, logger } = options;
  return async (request) => {
    const caller = callerOf(request.context);
    const { sources } = caller;
    sources?.asked(name);
    const measured = measurePart(name, options.executor);
    try {
      const result = await withTimeLimit({ timeoutMillis, caller: caller.signal }, (signal) =>
        inSpan({ name: 'ask', attributes: { part: name } }, () =>
          askPart(options, caller, {
            query: printed(request.document),
            variables: request.variables ?? {},
            operationName: request.operationName ?? null,
            requestId: caller.requestId,
            signal,
            ...(sources ? { onState: (state) => sources.told(name, state) } : {}),
          }),
        ),
      );
      const answer = heard(options, caller, request, result);
      measured(outcomeOf(answer));
      return answer;
    } catch (error) {
      measured(caller.signal.aborted ? 'gone' : 'unavailable');
      // Who has hung up is answered by nobody, and could fill the log with it.
      if (!caller.signal.aborted)
        logger.warn({ err: error, subgraph: name, requestId: caller.requestId }, 'A subgraph did not answer');
      return { data: null, errors: [unavailable(name)] };
    }
  };
}

/** What is not written for callers is a fault of the part. */
function outcomeOf({ errors = [] }: Answer): PartOutcome {
  if (errors.length === 0) return 'answered';
  return errors.some(({ extensions }) => extensions.code === 'INTERNAL_SERVER_ERROR') ? 'failed' : 'refused';
}

function heard(
  { name, logger }: AskSubgraph,
  { requestId, signal }: Caller,
  request: PlannedRequest,
  { data, errors }: FormattedExecutionResult,
): Answer {
  if (errors === undefined || errors.length === 0)
    return { data: data ? withMissingEntities(request.document, data) : {} };
  return {
    data: data ?? null,
    errors: errors.map((error) => {
      const code = error.extensions?.code;
      const isForCallers = isWrittenForCallers(error) && code !== 'UNAUTHENTICATED';
      if (!isForCallers && !signal.aborted)
        logger.warn({ subgraph: name, requestId, code }, 'A subgraph answered with an error');
      return new GraphQLError(isForCallers ? error.message : maskedMessage(requestId), {
        path: error.path,
        extensions: { code: isForCallers ? code : 'INTERNAL_SERVER_ERROR', subgraph: name },
      });
    }),
  };
}

/** The error for a part that gave no answer: it is down, or takes too long. */
const unavailable = (subgraph: string): GraphQLError =>
  new GraphQLError(
    `The part "${subgraph}" does not answer just now. What it knows is missing here; try again later.`,
    {
      extensions: { code: 'SUBGRAPH_UNAVAILABLE', subgraph },
    },
  );

const texts = new WeakMap<DocumentNode, string>();

/** The planner keeps each document as long as its plan, so each is printed once. */
function printed(document: DocumentNode): string {
  const kept = texts.get(document);
  if (kept !== undefined) return kept;
  const text = print(document);
  texts.set(document, text);
  return text;
}
