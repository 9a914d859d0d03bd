import type { Transaction } from '../transaction/transaction';

/** A record of an inherited system, and its place in the file that it comes from. */
export interface HandedRecord<Kept = unknown> {
  readonly ordinal: number;
  readonly record: Kept;
}

/** Something that was found of a record which was kept all the same. */
export interface RecordFinding {
  readonly ordinal: number;
  readonly code: string;
}

/**
 * Keeps a batch of records of inherited systems, in the caller's transaction. An equal record again changes nothing and
 * finds the same, so that an import which broke off is simply made again. What a record looks like is agreed between
 * the importer and the subgraph: each importer names the one that its records go to.
 */
export type KeepRecords = (
  transaction: Transaction,
  request: { readonly authority: string; readonly batch: readonly HandedRecord[] },
) => Promise<readonly RecordFinding[]>;

/**
 * Takes back a batch of records that were handed over to be kept, in the caller's transaction: as if they had never
 * been. What was kept of a record is found by what identifies it, whatever its state was then or is now. A record that
 * is not there is passed over, so that an undoing which broke off is simply made again.
 */
export type RemoveRecords = (
  transaction: Transaction,
  request: { readonly authority: string; readonly batch: readonly HandedRecord[] },
) => Promise<void>;

/** Keeps the records of one kind, and takes them back. */
export interface RecordKeeper {
  readonly keep: KeepRecords;
  readonly remove: RemoveRecords;
}
