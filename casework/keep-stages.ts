import type { ForgetRecords, FoundOfRecord, KeepRecords } from '../platform/server/keeper';
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

/** Takes back the stages that such records hold. */
export function forgetStages(
  _transaction: Transaction,
  { name }: StreamDefinition,
  _request: Parameters<ForgetRecords>[1],
): Promise<void> {
  return Promise.reject(new Error(`Stages of ${name} cannot be taken back yet`));
}
