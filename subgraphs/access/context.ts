import type { OperationContext } from '../../platform/server/subgraph';

/** What an installation allows of keys. */
export interface KeyLimits {
  /** How long a key may hold, in days. */
  readonly longestKeyDays: number;
}

/** What resolvers get besides the operation's own context. */
export type Context = OperationContext & KeyLimits;
