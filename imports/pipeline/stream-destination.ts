import type { DataSource } from 'typeorm';
import type { HistoricStage } from '../../casework/history';
import { IMPORT_SCOPE, recordHistory, recordHistoryIn } from '../../casework/record-history';
import type { StreamDefinition } from '../../casework/stream';
import { type OpenTransaction, openTransaction } from '../../platform/transaction/transaction';
import type { Destination, Placed } from './ports';

/** A stream that takes history, and its schema. */
export interface StreamToFill {
  readonly dataSource: DataSource;
  readonly stream: StreamDefinition;
  /** Whose complaints these are. */
  readonly authority: string;
}

/** A stage as an importer makes it; its place in the load comes with the batch. */
export type StageOfImport = Omit<HistoricStage, 'ordinal'>;

/** A destination, and what has to be done when nothing more will be recorded. */
export interface OpenDestination {
  readonly destination: Destination<StageOfImport>;
  end(): Promise<void>;
}

/** Records in the stream, a transaction a batch. */
export function streamDestination(target: StreamToFill): OpenDestination {
  return {
    destination: { record: (batch) => recordHistory(target, inPlace(batch)) },
    end: () => Promise.resolve(),
  };
}

/** Records in one transaction that `end` rolls back: the stream finds what it would find, and keeps nothing. */
export function rehearsal({ dataSource, stream, authority }: StreamToFill): OpenDestination {
  let open: Promise<OpenTransaction> | null = null;
  return {
    destination: {
      async record(batch) {
        open ??= openRehearsal(dataSource);
        const { transaction } = await open;
        return recordHistoryIn(transaction, { stream, authority }, inPlace(batch));
      },
    },
    async end() {
      await (await open?.catch(() => null))?.rollback();
    },
  };
}

/** It waits while other streams are rehearsed and while the file's next rows are read. */
async function openRehearsal(dataSource: DataSource): Promise<OpenTransaction> {
  const open = await openTransaction(dataSource, IMPORT_SCOPE);
  await open.transaction.query(`select set_config('idle_in_transaction_session_timeout', '0', true)`);
  return open;
}

const inPlace = (batch: readonly Placed<StageOfImport>[]): HistoricStage[] =>
  batch.map(({ ordinal, record }) => ({ ...record, ordinal }));
