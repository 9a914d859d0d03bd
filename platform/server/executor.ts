import type { Readable } from 'node:stream';
import type { FormattedExecutionResult } from 'graphql';
import type { Change } from '../changes/change';

/** One request of the gateway to a subgraph. */
export interface SubgraphRequest {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName: string | null;
  /** What the gateway signed of the caller for this one request; null answers UNAUTHENTICATED. */
  readonly identityToken: string | null;
  readonly requestId: string;
  /** Aborted when nobody waits for the answer any more: what still runs in the database is cancelled. */
  readonly signal: AbortSignal;
  /**
   * Told what the subgraph answered from, where it answered without an error, noted nothing of it, and answers the same to
   * callers of the same role, streams, services and partner while its state has this name.
   */
  readonly onState?: (state: string) => void;
}

/** An answer, and the records that it says are coming; none where it says no more than what is wrong. */
export interface RecordsAnswer {
  readonly result: FormattedExecutionResult;
  /** Whoever takes it reads it to its end, or destroys it. It fails where it breaks off. */
  readonly records: Readable | null;
}

/** How the gateway follows what changes in a subgraph. */
export interface FollowRequest {
  /** What the gateway signed of itself for this one request. */
  readonly identityToken: string;
  /** Aborted when nobody follows any more. */
  readonly signal: AbortSignal;
  onChange(change: Change): void;
  /** Called when it broke off: of what changes from then on nothing is told. */
  onLost(): void;
}

/** A subgraph as the gateway sees it, in this process or at an address. */
export interface SubgraphExecutor {
  /** The answer; rejects when there is none. */
  execute(request: SubgraphRequest): Promise<FormattedExecutionResult>;
  /**
   * As `execute`, of a field that sends records: they follow the answer for as long as `signal` lets them. Left out by one that
   * has none.
   */
  read?(request: SubgraphRequest): Promise<RecordsAnswer>;
  /**
   * Tells of changes until `signal` aborts, or it breaks off. Resolves once it does, and rejects where it cannot. Left out by one
   * that tells of none.
   */
  follow?(request: FollowRequest): Promise<void>;
  /** Whether it could answer now. Never rejects. */
  ready(): Promise<boolean>;
  /** The name of the state from which it would answer now; null where it has none. Left out by one that cannot say. Never rejects. */
  state?(): Promise<string | null>;
  /** What it has found to be wrong with itself, as sentences, although it answers. Left out where it looks at nothing. Never rejects. */
  findings?(): Promise<readonly string[]>;
}
