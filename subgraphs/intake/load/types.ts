/** A fault as a run lists it. `value` is null where the column holds personal data. */
export interface RunFault {
  /** The physical line at which the row starts, from 1. */
  readonly line: number;
  readonly column: string | null;
  readonly code: string;
  readonly value: string | null;
  readonly action: string;
}

/** What every row of a file has, whatever becomes of it. */
interface ReadRow {
  readonly line: number;
  /** The row as it came, in full; it has to survive JSON. */
  readonly raw: object;
  /** Equal for equal content, spaces aside. */
  readonly contentHash: string;
  readonly faults: readonly RunFault[];
}

/** A row that goes to no keeper. */
interface UnkeptRow extends ReadRow {
  /** The part that it belongs to, where it says so; besides that part only admins see the row and its faults. */
  readonly owner?: string | null;
  /** The days on which it says that something happened, as far as they can be read. */
  readonly days?: readonly string[];
}

/** A row that counts, unless it turns out to be a copy. */
export interface TakenRow extends ReadRow {
  readonly kind: 'taken';
  readonly identity: string;
  /** Sorts as text; null sorts before all others. */
  readonly lastUpdated: string | null;
  /** The kind of record, which one subgraph keeps. */
  readonly keeper: string;
  /** The owner, where that is not the keeper: with null only admins see its faults. */
  readonly owner?: string | null;
  /** The days on which something happened: ISO dates, none where the row speaks of none. */
  readonly days: readonly string[];
  /** Lower ones are recorded first: the number of the stage, so that parents come before children. */
  readonly order: number;
  readonly record: object;
}

/** One row of a file, and what its source makes of it. */
export type StagedRow =
  | TakenRow
  | (UnkeptRow & { readonly kind: 'leftOut'; readonly reason: string })
  | (UnkeptRow & { readonly kind: 'quarantined' });

/** A row as it is or was held. */
export interface KeptRow {
  readonly line: number;
  readonly raw: object;
}

/** A row that is or was held, with what it was held by. */
export interface HeldRow extends KeptRow {
  readonly identity: string;
}

/** The rows of one record whose texts differ; the held one has no place in the file. */
export interface VariedRecord {
  readonly identity: string;
  readonly rows: readonly {
    readonly ordinal: number | null;
    readonly contentHash: string;
    readonly raw: object;
  }[];
}

/** A row of the file that says the same as another of its record. */
export interface SettledCopy {
  readonly ordinal: number;
  /** That of the most exact among them. */
  readonly contentHash: string;
  /** The place of the last of them: what they say was said there, too. */
  readonly standsAt: number;
  /** Whether none among them is more exact. */
  readonly isExact: boolean;
  /** Whether the held row is among them, and one of the file is more exact. */
  readonly isExacter: boolean;
}

/** A record to hand to its keeper. */
export interface RecordToLoad {
  /** The row's place in its file; findings name it. */
  readonly ordinal: number;
  readonly keeper: string;
  readonly record: unknown;
  /** The row that it replaces, where that was kept as a record of another kind, or may have been; otherwise null. */
  readonly replaces: HeldRow | null;
}

/** What a keeper found while it recorded a row; listed with the row's own faults. */
export interface Finding {
  readonly ordinal: number;
  readonly code: string;
  /** The column to blame: what the row has there is shown, unless it is personal. */
  readonly column: string | null;
  readonly personal: boolean;
  readonly action: string;
}

/** The number of stages that a file says its system holds. */
export interface ControlTotal {
  readonly line: number;
  readonly written: string;
  /** Null where what is written is no number. */
  readonly stages: number | null;
}

/** How many rows became what. `updated` is the part of `loaded` that replaced an older state. */
export interface RunCounts {
  readonly read: number;
  readonly loaded: number;
  readonly updated: number;
  readonly copies: number;
  readonly leftOut: number;
  readonly quarantined: number;
}

/** Of which days the rows of one run speak, and who keeps them. */
export interface RunReach {
  readonly keepers: readonly string[];
  /** ISO dates in Europe/London. */
  readonly from: string;
  readonly to: string;
}

/** A run that is ready to become the present state. */
export interface RunToCommit {
  readonly runId: number;
  readonly source: string;
  readonly sha256: string;
  readonly counts: RunCounts;
  /** Null where its rows speak of no day. */
  readonly reach: RunReach | null;
  readonly at: Date;
  /** Whether the file holds all records of its system. */
  readonly isWhole: boolean;
  /** The correction that the run carries out; null for a file. */
  readonly amendmentId: number | null;
}

/** A run that somebody decided to undo. */
export interface UndoRequest {
  readonly amendmentId: number;
  readonly source: string;
  readonly runId: number;
  readonly by: string;
  readonly at: Date;
}

/** An import that may not begin: nothing was changed. The message says what prevents it, and what to do. */
export class LoadRefused extends Error {
  override readonly name = 'LoadRefused';
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}
