import type { FoundOfRecord, KeepRecords } from '../platform/server/keeper';
import type { Transaction } from '../platform/transaction/transaction';
import type { KeptStages } from './history';
import { recordHistoryIn } from './record-history';
import type { StreamDefinition } from './stream';

/** Keeps what importers hand to a stream: each record is a `KeptStages`. */
export function keepStages(
  transaction: Transaction,
  stream: StreamDefinition,
  { authority, batch }: Parameters<KeepRecords>[1],
): Promise<readonly FoundOfRecord[]> {
  const stages = batch.flatMap(({ ordinal, record }) =>
    (record as KeptStages).stages.map((stage) => ({ ...stage, ordinal })),
  );
  return recordHistoryIn(transaction, { stream, authority }, stages);
}
