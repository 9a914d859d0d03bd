import type { EntitySchema, MigrationInterface } from 'typeorm';
import type { AuditSigner } from '../audit/signer';
import type { Clock } from '../config/clock';
import type { Identity } from '../identity/identity';
import type { Family } from '../metrics/metric';
import type { PlacedEvent } from '../outbox/outbox';
import type { KeptTable } from '../personal-data/kept-table';
import type { Transaction } from '../transaction/transaction';
import type { RecordKeeper } from './keeper';
import type { SelfCheck } from './self-check';

/** What every resolver is given: the caller, the clock, and the one scoped transaction of its operation. */
export interface OperationContext {
  readonly identity: Identity;
  readonly clock: Clock;
  readonly requestId: string;
  /** Signs what is noted in audit logs. */
  readonly auditSigner: AuditSigner;
  /**
   * Opens the operation's transaction at its first use; the same one ever after. In a query `manager` is there after
   * the first `query`, in a mutation from the start.
   */
  readonly transaction: Transaction;
}

/** Follows other schemas' outboxes into this one. Called with events in order, in the transaction that keeps the place. */
export interface Follower {
  /** Unique within the subgraph; the place in each outbox is kept under this name. */
  readonly name: string;
  /** The subgraphs whose outboxes it reads; 'all' means every other subgraph. */
  readonly follows: readonly string[] | 'all';
  /** Events of other kinds are passed over. */
  readonly kinds: readonly string[];
  /** Whether `source` may publish this; what it may not becomes a dead letter. Left out where `follows` says enough. */
  mayPublish?(source: string, event: PlacedEvent): boolean;
  apply(transaction: Transaction, events: readonly PlacedEvent[], clock: Clock): Promise<void>;
  /** Removes everything that `apply` built, before `rebuild` builds it again. */
  reset(transaction: Transaction): Promise<void>;
  /** Called at the end of a rebuild: makes what is better made once of all that was applied. */
  settle?(transaction: Transaction): Promise<void>;
}

/** Something of a part's own that whoever watches the product is told, read when they ask. */
export interface PartGauge {
  /** In whose scope it is read. */
  readonly role: string;
  read(transaction: Transaction): Promise<Family>;
}

/** Resolvers by type, as Apollo takes them; each subgraph checks its own against the types generated from its schema. */
export type Resolvers = Readonly<Record<string, unknown>>;

/**
 * All that one subgraph is, in its `subgraph.ts`: the only file of the subgraph that others load.
 * `name` is at once its folder, its schema folder, its PostgreSQL schema and the end of its login's name.
 */
export interface Subgraph<Context = object> {
  readonly name: string;
  readonly resolvers: Resolvers;
  readonly tables: readonly EntitySchema[];
  /** Class names end with the time stamp that orders them, as TypeORM wants it. */
  readonly migrations: readonly (new () => MigrationInterface)[];
  /** What its own tables hold in words, personal or not: all of its columns of text are told here. */
  readonly keptData?: readonly KeptTable[];
  readonly followers: readonly Follower[];
  /** Mutations whose statements all read the same state: what somebody changes meanwhile fails theirs, with SQL state 40001. */
  readonly oneSnapshot?: readonly string[];
  /** What it looks at of itself every so often while it runs. */
  readonly checks?: readonly SelfCheck[];
  /** What it tells of its own tables to whoever watches the product. */
  readonly gauges?: readonly PartGauge[];
  /**
   * SQL of one row with a text `state`, read past all row security: while it is the same, so is every answer to callers of the
   * same role, streams, services and partner. Left out where that is not known; no row where it is not known yet.
   */
  readonly stateSql?: string;
  /**
   * Tells whoever waits for it that its answers may have changed, which its tables notify (`tellChanges`), with the subjects of these
   * kinds of events that its followers have applied. Left out where nobody waits.
   */
  readonly tells?: { readonly kinds: readonly string[] };
  /** What each operation adds to its context: the loaders, made anew for each. */
  operation(context: OperationContext): Context;
  /** Who keeps what inherited systems recorded, and takes it back, by the kind of record; absent where none has anything for it. */
  readonly keeps?: Readonly<{ [kind: string]: RecordKeeper }>;
  /** Reference data that is always there; run after the migrations, and harmless when run again. */
  seed?(transaction: Transaction): Promise<void>;
}
