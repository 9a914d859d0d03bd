import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { type Scope, scopeSettings } from './scope';

/** One scoped transaction: the only way to the data. Its queries run one after another on one connection. */
export interface Transaction {
  /** Runs one statement and returns its rows. Statements started together wait for each other. */
  query<Row = Record<string, unknown>>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
  /** TypeORM's own surface, inside the same transaction. */
  readonly manager: EntityManager;
}

/**
 * Runs `work` in one transaction of `dataSource` under `scope`; commits when it resolves, rolls back when it throws.
 * TypeORM's own `startTransaction` is used: a `begin` sent as text would leave `repository.save()` to commit by
 * itself, outside the scope. The scope is set for the transaction, never for the session.
 */
export async function inTransaction<Result>(
  dataSource: DataSource,
  scope: Scope,
  work: (transaction: Transaction) => Promise<Result>,
): Promise<Result> {
  const open = await openTransaction(dataSource, scope);
  try {
    const result = await work(open.transaction);
    await open.commit();
    return result;
  } catch (error) {
    await open.rollback();
    throw error;
  }
}

/**
 * As `inTransaction`, on a connection that the caller keeps: an import's temporary tables and its lock belong to one.
 * `runner` is connected and stays so; nothing of the scope outlives the transaction.
 */
export async function inTransactionOn<Result>(
  runner: QueryRunner,
  scope: Scope,
  work: (transaction: Transaction) => Promise<Result>,
): Promise<Result> {
  try {
    await begin(runner, scope);
    const result = await work(serial(runner));
    await runner.commitTransaction();
    return result;
  } catch (error) {
    await quietly(() => (runner.isTransactionActive ? runner.rollbackTransaction() : Promise.resolve()));
    throw error;
  }
}

/**
 * Runs `work` under `scope` in the transaction that is open on `runner` (a migration's), which goes on without any scope.
 * Where it throws, the transaction is lost, and the scope with it.
 */
export async function underScope<Result>(
  runner: QueryRunner,
  scope: Scope,
  work: (transaction: Transaction) => Promise<Result>,
): Promise<Result> {
  const settings = scopeSettings(scope);
  await setScope(runner, settings);
  const result = await work(serial(runner));
  await setScope(
    runner,
    settings.map(([name]) => [name, '']),
  );
  return result;
}

/** A transaction whose end somebody else decides: a GraphQL operation commits when its answer is ready. */
export interface OpenTransaction {
  readonly transaction: Transaction;
  commit(): Promise<void>;
  rollback(): Promise<void>;
}

/** Thrown when no transaction could be begun: every connection is in use, or the database does not answer. */
export class NoConnectionError extends Error {
  override readonly name = 'NoConnectionError';

  constructor(cause: unknown) {
    super('No connection to the database was to be had', { cause });
  }
}

/**
 * Opens a scoped transaction. Exactly one of `commit` and `rollback` has to follow, and gives the connection back.
 * Throws `NoConnectionError` when there is none to begin it on.
 */
export async function openTransaction(dataSource: DataSource, scope: Scope): Promise<OpenTransaction> {
  const settings = scopeSettings(scope);
  const runner = dataSource.createQueryRunner();
  try {
    await connected(runner);
    await setScope(runner, settings);
  } catch (error) {
    await quietly(() => (runner.isTransactionActive ? runner.rollbackTransaction() : Promise.resolve()));
    await runner.release();
    throw error;
  }
  return {
    transaction: serial(runner),
    async commit() {
      try {
        await runner.commitTransaction();
      } finally {
        await runner.release();
      }
    },
    async rollback() {
      await quietly(() => runner.rollbackTransaction());
      await runner.release();
    },
  };
}

/** Nothing but the connection can be at fault before the first statement. */
async function connected(runner: QueryRunner): Promise<void> {
  try {
    await runner.connect();
    await runner.startTransaction();
  } catch (error) {
    throw new NoConnectionError(error);
  }
}

async function begin(runner: QueryRunner, scope: Scope): Promise<void> {
  const settings = scopeSettings(scope);
  await runner.startTransaction();
  await setScope(runner, settings);
}

async function setScope(
  runner: QueryRunner,
  settings: readonly (readonly [string, string])[],
): Promise<void> {
  const calls = settings.map((_, index) => `set_config($${2 * index + 1}, $${2 * index + 2}, true)`);
  await runner.query(`select ${calls.join(', ')}`, settings.flat());
}

/** `pg` runs one query at a time on a connection and warns when asked for two: later ones wait here. */
function serial(runner: QueryRunner): Transaction {
  let last: Promise<unknown> = Promise.resolve();
  return {
    manager: runner.manager,
    query<Row>(sql: string, parameters: readonly unknown[] = []) {
      const next: Promise<Row[]> = last.then(() => runner.query(sql, [...parameters]));
      last = next.catch(() => undefined);
      return next;
    },
  };
}

/** A roll-back on a broken connection fails too; the error that led here is the one to report. */
async function quietly(action: () => Promise<unknown>): Promise<void> {
  try {
    await action();
  } catch {
    // The connection is gone, and the transaction with it.
  }
}
