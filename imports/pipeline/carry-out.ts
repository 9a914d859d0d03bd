import { IMPORT_SCOPE } from '../../platform/transaction/scope';
import { inTransaction, type Transaction } from '../../platform/transaction/transaction';
import {
  countFailure,
  LoadRefused,
  type PendingAmendment,
  pendingAmendments,
  refuseAmendment,
} from '../../subgraphs/intake/subgraph';
import { correct } from './correct';
import type { CarryOut } from './keeper';
import { reverseRun } from './reverse-run';

/** Refusals after which an amendment waits for the next time. */
const WAITS: ReadonlySet<string> = new Set(['IMPORT_RUNNING', 'UNDO_RUNNING']);

/**
 * Carries out the decisions that wait for it, the oldest first: corrections and separated copies as runs of one row
 * each, by the same steps as a file; undone runs in reverse. Killed at any moment it leaves each either waiting or done,
 * and continues where it was. While an import of the same source is running, a decision waits for the next time, and so
 * do later decisions on that source. One that fails does not stop the others; after a few failures a correction is
 * given up, and its row waits for somebody again. Returns how many were done, refused ones included; throws the first
 * failure once all have been tried.
 */
export async function carryOut(request: CarryOut): Promise<number> {
  const pending = await inScope(request, pendingAmendments);
  const busy = new Set<string>();
  const failures: unknown[] = [];
  let done = 0;
  for (const amendment of pending) {
    if (busy.has(amendment.source)) continue;
    const outcome = await attempt(request, amendment);
    if (outcome.kind === 'done') done += 1;
    if (outcome.kind === 'failed') failures.push(outcome.error);
    // An unfinished undo blocks its source; a correction blocks only itself.
    if (outcome.kind === 'waits' || (outcome.kind === 'failed' && amendment.kind === 'undo'))
      busy.add(amendment.source);
  }
  if (failures.length > 0) throw failures[0];
  return done;
}

type Outcome = { readonly kind: 'done' | 'waits' } | { readonly kind: 'failed'; readonly error: unknown };

async function attempt(request: CarryOut, amendment: PendingAmendment): Promise<Outcome> {
  try {
    await perform(request, amendment);
    return { kind: 'done' };
  } catch (error) {
    if (error instanceof LoadRefused) return { kind: WAITS.has(error.code) ? 'waits' : 'done' };
    const isGivenUp = await giveUp(request, amendment);
    return isGivenUp ? { kind: 'done' } : { kind: 'failed', error };
  }
}

async function perform(request: CarryOut, amendment: PendingAmendment): Promise<void> {
  const source = request.sources[amendment.source];
  if (!source) throw new Error(`There is no source called ${amendment.source}`);
  if (amendment.kind === 'undo') return reverseRun(request, amendment, source);
  if (amendment.kind === 'correction') return correct(request, amendment, source);
  await inScope(request, (transaction) => refuseAmendment(transaction, amendment.id, 'ROW_GONE'));
}

/** An undo is never given up: what it has already removed would be missing. */
async function giveUp(request: CarryOut, { id, kind }: PendingAmendment): Promise<boolean> {
  return inScope(request, async (transaction) => {
    const isEnough = await countFailure(transaction, id);
    if (!isEnough || kind === 'undo') return false;
    await refuseAmendment(transaction, id, 'FAILED');
    return true;
  });
}

const inScope = <Result>(
  { intake }: CarryOut,
  work: (transaction: Transaction) => Promise<Result>,
): Promise<Result> => inTransaction(intake, IMPORT_SCOPE, work);
