import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { OTHER } from '../metrics/metric';
import { beginSpan } from '../tracing/span';
import { beginScoped } from './begin';
import { inOneWrite } from './one-write';
import { queryRepeated } from './repeated';
import { type Scope, scopeSettings } from './scope';

/** A connection to one schema, to be handed to `inTransaction`. */
export type { DataSource } from 'typeorm';

/** One scoped transaction: the only way to the data. Its queries run one after another on one connection. */
export interface Transaction {
  /**
   * Runs one statement and returns its rows. Statements started together wait for each other. One that is repeated is read
   * and planned once for each connection: for those whose best plan is the same whatever their values.
   */
  query<Row = Record<string, unknown>>(
    sql: string,
    parameters?: readonly unknown[],
    how?: { readonly isRepeated: boolean },
  ): Promise<Row[]>;
  /** TypeORM's own surface, inside the same transaction. */
  readonly manager: EntityManager;
}

/**
 * Runs `work` in one transaction of `dataSource` under `scope`; commits when it resolves, rolls back when it throws.
 * TypeORM's own `startTransaction` is used: a `begin` that it does not know of would leave `repository.save()` to commit by
 * itself, outside the scope. The scope is set for the transaction, never for the session. With `isOneSnapshot` all of its
 * statements read the same state.
 */
export async function inTransaction<Result>(
  dataSource: DataSource,
  scope: Scope,
  work: (transaction: Transaction) => Promise<Result>,
  { isOneSnapshot = false }: Pick<Opening, 'isOneSnapshot'> = {},
): Promise<Result> {
  const open = await openTransaction(dataSource, scope, { isPipelined: false, isOneSnapshot });
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
    await beginScoped(runner, scopeSettings(scope));
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

/** How a transaction sends what is started together. */
interface Opening {
  /** All at once, instead of each when the one before it has been answered: the server takes them in the same order. */
  readonly isPipelined: boolean;
  /** Whether all of its statements read the same state. */
  readonly isOneSnapshot?: boolean;
}

/**
 * Opens a scoped transaction. Exactly one of `commit` and `rollback` has to follow, and gives the connection back.
 * Throws `NoConnectionError` when there is none to begin it on.
 */
export async function openTransaction(
  dataSource: DataSource,
  scope: Scope,
  { isPipelined, isOneSnapshot = false }: Opening = { isPipelined: false },
): Promise<OpenTransaction> {
  const settings = scopeSettings(scope);
  const runner = dataSource.createQueryRunner();
  let pipeline: Pipeline | null = null;
  const span = beginSpan({ name: 'transaction', attributes: { part: partOf(dataSource) } });
  const release = (isFailed: boolean) => {
    span.end({ isFailed });
    return (pipeline ?? runner).release();
  };
  try {
    await begun(runner, settings, { isOneSnapshot });
    if (isPipelined) pipeline = await pipelined(runner);
  } catch (error) {
    await quietly(() => (runner.isTransactionActive ? runner.rollbackTransaction() : Promise.resolve()));
    await release(true);
    throw error;
  }
  return {
    transaction: pipeline === null ? serial(runner) : together(runner, pipeline.hold),
    async commit() {
      try {
        await runner.commitTransaction();
      } finally {
        await release(false);
      }
    },
    async rollback() {
      await quietly(() => runner.rollbackTransaction());
      await release(true);
    },
  };
}

/** Which part's schema a connection is to: the end of its login's name is no secret, and nothing else of it is told. */
const partOf = ({ options }: DataSource): string =>
  'schema' in options && typeof options.schema === 'string' ? options.schema : OTHER;

/** Nothing but the connection can be at fault before the first statement. */
async function begun(
  runner: QueryRunner,
  settings: readonly (readonly [string, string])[],
  how: { readonly isOneSnapshot: boolean },
): Promise<void> {
  try {
    await runner.connect();
    await beginScoped(runner, settings, how);
  } catch (error) {
    throw new NoConnectionError(error);
  }
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
  const { manager, query } = together(runner);
  let last: Promise<unknown> = Promise.resolve();
  return {
    manager,
    query<Row>(sql: string, parameters?: readonly unknown[], how?: { readonly isRepeated: boolean }) {
      const next = last.then(() => query<Row>(sql, parameters, how));
      last = next.catch(() => undefined);
      return next;
    },
  };
}

function together(runner: QueryRunner, hold = () => {}): Transaction {
  return {
    manager: runner.manager,
    async query<Row>(
      sql: string,
      parameters: readonly unknown[] = [],
      { isRepeated } = { isRepeated: false },
    ) {
      hold();
      return isRepeated ? queryRepeated<Row>(runner, sql, parameters) : runner.query(sql, [...parameters]);
    },
  };
}

/** A connection that sends without waiting for answers. */
interface Pipeline {
  /** Has what is started together be sent together. */
  hold(): void;
  release(): Promise<void>;
}

/** Has the connection send at once, until it is given back by `release`: others copy files over it, which cannot. */
async function pipelined(runner: QueryRunner): Promise<Pipeline> {
  const client: unknown = await runner.connect();
  if (typeof client !== 'object' || client === null || !('pipeline' in client))
    throw new Error('The driver does not send statements at once as its version 8.23 did');
  client.pipeline = true;
  return {
    hold: () => inOneWrite(client),
    release() {
      client.pipeline = false;
      return runner.release();
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
