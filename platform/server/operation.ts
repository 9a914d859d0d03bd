import type { DataSource, EntityManager } from 'typeorm';
import type { Identity } from '../identity/identity';
import { codeOf } from '../postgres/error-code';
import type { Scope } from '../transaction/scope';
import {
  NoConnectionError,
  type OpenTransaction,
  openTransaction,
  type Transaction,
} from '../transaction/transaction';
import { cancelStatement } from './cancel-statement';
import { nulIsNoText } from './errors';

/** The one transaction of a GraphQL operation, opened when it is first needed. */
export interface OperationTransaction {
  readonly transaction: Transaction;
  /** Opens it now, so that `manager` is there. With `isOneSnapshot` all of its statements read the same state. */
  open(how?: { readonly isOneSnapshot: boolean }): Promise<void>;
  /** Whether nobody waits for the answer any more: what fails then fails because of that. */
  isAbandoned(): boolean;
  /** Why it could not be opened for want of a connection; null while none was wanting. */
  noConnection(): NoConnectionError | null;
  /** Commits or rolls back, and gives the connection back; does nothing when there is none, or no longer. */
  end(how: 'commit' | 'rollback'): Promise<void>;
}

/**
 * Prepares the transaction of one operation under the caller's scope. When `signal` aborts, the statement that runs is
 * cancelled, every later one is refused, and the connection is free at once.
 */
export function operationTransaction({
  dataSource,
  identity,
  signal,
  sendsRecords = false,
}: {
  dataSource: DataSource;
  identity: Identity;
  signal: AbortSignal;
  /** Whether records follow the answer: from the same snapshot, over the connection itself. */
  sendsRecords?: boolean;
}): OperationTransaction {
  const state: State = {
    ...{ opening: null, opened: null, noConnection: null },
    ...{ running: 0, managed: false, ended: false },
  };
  const open = async ({ isOneSnapshot } = { isOneSnapshot: sendsRecords }): Promise<OpenTransaction> => {
    signal.throwIfAborted();
    if (state.ended) throw new Error('The operation has ended, and its transaction with it.');
    state.opening ??= openTransaction(dataSource, scopeOf(identity), {
      isPipelined: !sendsRecords,
      isOneSnapshot,
    });
    try {
      state.opened = await state.opening;
    } catch (error) {
      if (error instanceof NoConnectionError) state.noConnection = error;
      throw error;
    }
    return state.opened;
  };
  const cancel = () => void ((state.running > 0 || state.managed) && stop(state));
  signal.addEventListener('abort', cancel, { once: true });
  return {
    transaction: lazyTransaction(state, open, signal),
    open: async (how) => void (await open(how)),
    isAbandoned: () => signal.aborted,
    noConnection: () => state.noConnection,
    async end(how) {
      if (state.ended) return;
      state.ended = true;
      signal.removeEventListener('abort', cancel);
      await settle(state, how);
    },
  };
}

interface State {
  opening: Promise<OpenTransaction> | null;
  opened: OpenTransaction | null;
  noConnection: NoConnectionError | null;
  /** Statements under way. */
  running: number;
  /** Whether `manager` was given out: what is done through it cannot be counted. */
  managed: boolean;
  ended: boolean;
}

function lazyTransaction(
  state: State,
  open: () => Promise<OpenTransaction>,
  signal: AbortSignal,
): Transaction {
  return {
    async query(sql, parameters, how) {
      refuseNul(parameters);
      const { transaction } = await open();
      signal.throwIfAborted();
      state.running += 1;
      try {
        return await transaction.query(sql, parameters, how);
      } catch (error) {
        throw OF_NUL.has(codeOf(error)) ? nulIsNoText() : error;
      } finally {
        state.running -= 1;
      }
    },
    get manager(): EntityManager {
      if (state.opened === null)
        throw new Error('A query opens its transaction with `query`; `manager` comes after it.');
      state.managed = true;
      return state.opened.transaction.manager;
    },
  };
}

/** A statement that is given U+0000 fails and takes its transaction with it. */
function refuseNul(parameters: readonly unknown[] = []): void {
  const holds = (value: unknown): boolean =>
    typeof value === 'string' ? value.includes('\u0000') : Array.isArray(value) && value.some(holds);
  if (parameters.some(holds)) throw nulIsNoText();
}

/** What PostgreSQL says of it where it comes inside JSON, which is looked into by nobody before. */
const OF_NUL: ReadonlySet<string | null> = new Set(['22021', '22P05']);

/** A field that failed may end an operation while another still asks: that statement is stopped, not waited for. */
async function settle(state: State, how: 'commit' | 'rollback'): Promise<void> {
  const transaction = await settled(state.opening);
  if (how === 'commit') return transaction?.commit();
  if (state.running > 0) await stop(state);
  await transaction?.rollback();
}

function scopeOf({
  subject,
  role,
  streams,
  services,
  partner,
  credential,
  smallNumbersBelow,
}: Identity): Scope {
  return {
    ...{ subject, role, streams, services },
    ...{ partner: partner ?? '', credential: credential ?? '' },
    small_numbers: smallNumbersBelow === undefined ? '' : String(smallNumbersBelow),
  };
}

async function stop({ opened }: State): Promise<void> {
  const runner = opened?.transaction.manager.queryRunner;
  if (runner && !runner.isReleased) await cancelStatement(runner);
}

/** One that failed to open has given its connection back already, and its error went to the caller. */
async function settled(opening: Promise<OpenTransaction> | null): Promise<OpenTransaction | null> {
  try {
    return await opening;
  } catch {
    return null;
  }
}
