import type { KeepRecords, RecordFinding, RemoveRecords } from '../platform/server/keeper';
import type { Transaction } from '../platform/transaction/transaction';
import { forgetHistoryIn } from './forget-history';
import type { KeptStages } from './history';
import { recordHistoryIn } from './record-history';
import type { StreamDefinition } from './stream';

/** Keeps what importers hand to a stream: each record is a `KeptStages`. */
export function keepStages(
  transaction: Transaction,
  stream: StreamDefinition,
  { authority, batch }: Parameters<KeepRecords>[1],
): Promise<readonly RecordFinding[]> {
  const stages = batch.flatMap(({ ordinal, record }) =>
    (record as KeptStages).stages.map((stage) => ({ ...stage, ordinal })),
  );
  return recordHistoryIn(transaction, { stream, authority }, stages);
}

/** Takes back the stages that such records hold, whatever was recorded of them since. */
export function forgetStages(
  transaction: Transaction,
  stream: StreamDefinition,
  { authority, batch }: Parameters<RemoveRecords>[1],
): Promise<void> {
  const stages = batch.flatMap(({ record }) => (record as KeptStages).stages);
  return forgetHistoryIn(transaction, { stream, authority }, stages);
}
