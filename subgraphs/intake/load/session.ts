import type { PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import { discardAll } from '../../../platform/transaction/repeated';
import { IMPORT_SCOPE } from '../../../platform/transaction/scope';
import { inTransactionOn, type Transaction } from '../../../platform/transaction/transaction';
import { type Cell, copyIn } from './copy-in';

/**
 * The one connection of an import: its lock and its temporary tables live and die with it, so a process that is
 * killed leaves neither. Concurrent calls are done one after another.
 */
export interface Session {
  /** For temporary tables: committed at once, so that no long transaction keeps followers of outboxes waiting. */
  query<Row>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
  copyIn(target: string, rows: readonly (readonly Cell[])[]): Promise<void>;
  /** One scoped transaction; its statements take as long as they need. */
  inScope<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result>;
  /** Gives the connection back with nothing of the import left on it. */
  end(): Promise<void>;
}

/** Takes a connection of `dataSource` for an import. `end` has to follow. */
export async function openSession(dataSource: DataSource): Promise<Session> {
  const runner = dataSource.createQueryRunner();
  const client: Pick<PoolClient, 'query'> = await runner.connect();
  let last: Promise<unknown> = Promise.resolve();
  function next<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  }
  return {
    query: (sql, parameters = []) => next(() => runner.query(sql, [...parameters])),
    copyIn: (target, rows) => next(() => copyIn(client, target, rows)),
    inScope: (work) =>
      next(() =>
        inTransactionOn(runner, IMPORT_SCOPE, async (transaction) => {
          await transaction.query(
            `select set_config('statement_timeout', '0', true), set_config('work_mem', '64MB', true)`,
          );
          return work(transaction);
        }),
      ),
    end: () =>
      next(async () => {
        try {
          await discardAll(runner);
        } finally {
          await runner.release();
        }
      }),
  };
}
