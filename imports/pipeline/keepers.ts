import type { DataSource } from 'typeorm';
import type { RecordKeeper } from '../../platform/server/keeper';
import { IMPORT_SCOPE } from '../../platform/transaction/scope';
import {
  inTransaction,
  type OpenTransaction,
  openTransaction,
  type Transaction,
} from '../../platform/transaction/transaction';
import type { Keeper, Keepers } from './keeper';

/** One kind of record, who keeps it, and in which schema. */
export interface KeptKind {
  readonly kind: string;
  readonly dataSource: DataSource;
  readonly keeper: RecordKeeper;
}

export interface OpenKeepers {
  readonly keepers: Keepers;
  /** Has to be called when nothing more will be recorded. */
  end(): Promise<void>;
}

/** Opens the keepers of all kinds. In a dry run each finds what it would find, in one transaction that `end` rolls back. */
export function openKeepers({
  kinds,
  authority,
  dryRun,
}: {
  kinds: readonly KeptKind[];
  /** The council that owns the records. */
  authority: string;
  dryRun: boolean;
}): OpenKeepers {
  const open = kinds.map((kept) => ({
    ...(dryRun ? dryRunKeeper : committingKeeper)(kept, authority),
    kind: kept.kind,
  }));
  return {
    keepers: Object.fromEntries(open.map(({ kind, keeper }) => [kind, keeper])),
    async end() {
      for (const { end } of open) await end();
    },
  };
}

interface OpenKeeper {
  readonly keeper: Keeper;
  end(): Promise<void>;
}

/** One transaction for each batch. */
function committingKeeper({ dataSource, keeper }: KeptKind, authority: string): OpenKeeper {
  const inOne = <Result>(work: (transaction: Transaction) => Promise<Result>) =>
    inTransaction(dataSource, IMPORT_SCOPE, work);
  return {
    keeper: {
      keep: (batch) => inOne((transaction) => keeper.keep(transaction, { authority, batch })),
      remove: (batch) => inOne((transaction) => keeper.remove(transaction, { authority, batch })),
    },
    end: () => Promise.resolve(),
  };
}

function dryRunKeeper({ dataSource, keeper }: KeptKind, authority: string): OpenKeeper {
  let open: Promise<OpenTransaction> | null = null;
  const opened = async () => {
    open ??= openDryRun(dataSource);
    return (await open).transaction;
  };
  return {
    keeper: {
      keep: async (batch) => keeper.keep(await opened(), { authority, batch }),
      remove: async (batch) => keeper.remove(await opened(), { authority, batch }),
    },
    async end() {
      await (await open?.catch(() => null))?.rollback();
    },
  };
}

/** It stays idle while other subgraphs do their part of the dry run, and while the file's next rows are read. */
async function openDryRun(dataSource: DataSource): Promise<OpenTransaction> {
  const open = await openTransaction(dataSource, IMPORT_SCOPE);
  await open.transaction.query(`select set_config('idle_in_transaction_session_timeout', '0', true)`);
  return open;
}
