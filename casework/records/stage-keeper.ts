import { stagesRecord } from '../../contracts/records/stage';
import { createKeeper, type RecordKeeper } from '../../platform/server/keeper';
import type { StreamDefinition } from '../stream/definition';
import { recordHistoryIn } from './record-history';
import { removeHistory } from './remove-history';

/** Keeps the stages that importers hand to a stream, and removes them whatever was recorded of them since. */
export const stageKeeper = (stream: StreamDefinition): RecordKeeper =>
  createKeeper(stagesRecord, {
    keep: (transaction, { authority, batch }) => {
      const stages = batch.flatMap(({ ordinal, record }) =>
        record.stages.map((stage) => ({ ...stage, ordinal })),
      );
      return recordHistoryIn(transaction, { stream, authority }, stages);
    },
    remove: (transaction, { authority, batch }) => {
      const stages = batch.flatMap(({ record }) => record.stages);
      return removeHistory(transaction, { stream, authority }, stages);
    },
  });
