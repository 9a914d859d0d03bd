import type { ZodType } from 'zod';
import type { Transaction } from '../transaction/transaction';
import { faultPlaces } from './fault-places';

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

/** A batch of records in one council's name. */
export interface RecordBatch<Kept = unknown> {
  readonly authority: string;
  readonly batch: readonly HandedRecord<Kept>[];
}

/**
 * Keeps a batch of records of inherited systems, in the caller's transaction. An equal record again changes nothing and
 * finds the same, so that an import which broke off is simply made again.
 */
export type KeepRecords<Kept = unknown> = (
  transaction: Transaction,
  request: RecordBatch<Kept>,
) => Promise<readonly RecordFinding[]>;

/**
 * Removes a batch of records that were handed over to be kept, in the caller's transaction: as if they had never
 * been. What was kept of a record is found by what identifies it, whatever its state was then or is now. A record that
 * is not there is passed over, so that an undoing which broke off is simply made again.
 */
export type RemoveRecords<Kept = unknown> = (
  transaction: Transaction,
  request: RecordBatch<Kept>,
) => Promise<void>;

/** Keeps the records of one kind, and removes them. */
export interface RecordKeeper {
  readonly keep: KeepRecords;
  readonly remove: RemoveRecords;
}

/** What an importer and a keeper agree on about one kind of record. */
export interface RecordContract<Kept> {
  /** For messages: what one such record is. */
  readonly name: string;
  /** The record as agreed, unknown properties left out. Throws, naming places and never what stands there. */
  parse(record: unknown): Kept;
}

/** The record of a contract: `RecordOf<typeof callRecord>`. */
export type RecordOf<Contract> = Contract extends RecordContract<infer Kept> ? Kept : never;

/** Defines a kind of record once. */
export function defineRecord<Kept>({
  name,
  schema,
}: {
  readonly name: string;
  readonly schema: ZodType<Kept>;
}): RecordContract<Kept> {
  return {
    name,
    parse(record) {
      const parsed = schema.safeParse(record);
      if (parsed.success) return parsed.data;
      throw new Error(`What was handed over as ${name} is not as agreed: ${faultPlaces(parsed.error)}`);
    },
  };
}

/** A keeper that gets each record parsed by its contract. */
export function createKeeper<Kept>(
  { parse }: RecordContract<Kept>,
  { keep, remove }: { readonly keep: KeepRecords<Kept>; readonly remove: RemoveRecords<Kept> },
): RecordKeeper {
  const parsed = ({ authority, batch }: RecordBatch): RecordBatch<Kept> => ({
    authority,
    batch: batch.map(({ ordinal, record }) => ({ ordinal, record: parse(record) })),
  });
  return {
    keep: (transaction, request) => keep(transaction, parsed(request)),
    remove: (transaction, request) => remove(transaction, parsed(request)),
  };
}
