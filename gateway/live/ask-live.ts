import type { GraphQLFormattedError } from 'graphql';
import { answerSources } from '../graph/answer-sources';
import type { Caller } from '../graph/caller';
import type { Graph, Question } from '../graph/graph';
import { createSlots } from '../graph/slots';

/** What is told of a question that is asked again, as an event carries it. */
export interface LiveAnswer {
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly GraphQLFormattedError[];
}

/** Asks for a subscriber, until `signal` aborts. */
export type AskLive = (question: Question, caller: Caller, signal: AbortSignal) => Promise<LiveAnswer>;

/** A part has eight connections: whatever changes, subscribers together hold two. */
const CONCURRENT = 2;

/** Asks the graph as any question is asked, for so many subscribers at the same time. What parts answered to others is good for these too. */
export function createAskLive({ ask }: Pick<Graph, 'ask'>): AskLive {
  const slots = createSlots(CONCURRENT);
  return async (question, caller, signal) => {
    const release = await slots.take();
    try {
      signal.throwIfAborted();
      const asking = { ...caller, signal, sources: answerSources(), isTold: true };
      const { data, errors } = await ask(question, asking);
      return { data, ...(errors.length > 0 && { errors }) };
    } finally {
      release();
    }
  };
}

const UNAVAILABLE = 'SUBGRAPH_UNAVAILABLE';

/** Whether something is missing that may be there again soon. */
export const isIncomplete = ({ errors = [] }: LiveAnswer): boolean =>
  errors.some(({ extensions }) => extensions?.code === UNAVAILABLE);

/** Whether the question itself was refused, or failed: asked again it would be no better. */
export const isRefused = ({ data, errors = [] }: LiveAnswer, key: string): boolean =>
  (data?.[key] ?? null) === null && errors.some(({ extensions }) => extensions?.code !== UNAVAILABLE);
