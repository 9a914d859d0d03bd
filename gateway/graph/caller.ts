import type { Identity } from '../../platform/identity/identity';
import type { VouchedRequest } from '../../platform/identity/identity-token';
import type { AnswerSources } from './answer-sources';

/** Who asks, as the entrance found it: it goes with the request through everything behind it. */
export interface Caller {
  readonly identity: Identity;
  /** Signs `identity` for one request to one part, which takes it once. */
  vouch(request: VouchedRequest): Promise<string>;
  /** Signs in anew, and gives who that is now. Throws a `Refusal` where what the caller came with holds no more: for what waits, or takes its time. */
  readonly admitAgain?: () => Promise<Pick<Caller, 'identity' | 'vouch'>>;
  readonly requestId: string;
  /** Aborted when the caller has hung up. */
  readonly signal: AbortSignal;
  /** Counts `work` as this caller's until it has settled, even when the caller hangs up before. */
  holdSlot(work: Promise<unknown>): void;
  /** Gives the slot back before the answer is over: one that has no end of its own would hold it for as long. */
  readonly freeSlot?: () => void;
  /** Whether the gateway asks for them, by ids of its own: that there is nothing is no fault of theirs. */
  readonly isTold?: boolean;
  /** Where it is noted what the answer is made of. */
  readonly sources?: AnswerSources;
  /** Told which questions of the graph a request asks, where that is noted: partners' requests are. */
  readonly noteAsked?: (fields: readonly string[]) => void;
}

/** What the entrance hands to the runtime beside the request. */
export interface GraphContext {
  readonly caller: Caller;
}

/** The caller of a request, from the context that the runtime carries. Throws where there is none: nobody gets past. */
export function callerOf(context: unknown): Caller {
  if (!holdsCaller(context)) throw new Error('A request got past the entrance without a caller');
  return context.caller;
}

const holdsCaller = (context: unknown): context is GraphContext =>
  typeof context === 'object' && context !== null && 'caller' in context;
