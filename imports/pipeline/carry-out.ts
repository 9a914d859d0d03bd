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
import { undo } from './undo';

/** Codes of what waits for the next time. */
const WAITS: ReadonlySet<string> = new Set(['IMPORT_RUNNING', 'UNDO_RUNNING']);

/**
 * Carries out what people decided and nobody has carried out yet, the oldest first: corrections and separated copies as
 * runs of one row each, by the same steps as a file; undone runs the other way round. Killed at any moment it leaves
 * each either waiting or done, and begins again where it was. What an import of the same source keeps from it waits for
 * the next time, and so do later decisions on that source. One that breaks off keeps no other from being carried out;
 * after some times a correction is given up, and its row waits for somebody. Returns how many were settled, refused ones
 * included; throws what broke off first, once all have had their turn.
 */
export async function carryOut(request: CarryOut): Promise<number> {
  const pending = await inScope(request, pendingAmendments);
  const busy = new Set<string>();
  const failures: unknown[] = [];
  let settled = 0;
  for (const amendment of pending) {
    if (busy.has(amendment.source)) continue;
    const outcome = await attempt(request, amendment);
    if (outcome.kind === 'settled') settled += 1;
    if (outcome.kind === 'failed') failures.push(outcome.error);
    // An undoing that is not done holds its source up; a correction holds up nothing but itself.
    if (outcome.kind === 'waits' || (outcome.kind === 'failed' && amendment.kind === 'undo'))
      busy.add(amendment.source);
  }
  if (failures.length > 0) throw failures[0];
  return settled;
}

type Outcome = { readonly kind: 'settled' | 'waits' } | { readonly kind: 'failed'; readonly error: unknown };

async function attempt(request: CarryOut, amendment: PendingAmendment): Promise<Outcome> {
  try {
    await settle(request, amendment);
    return { kind: 'settled' };
  } catch (error) {
    if (error instanceof LoadRefused) return { kind: WAITS.has(error.code) ? 'waits' : 'settled' };
    const isGivenUp = await giveUp(request, amendment);
    return isGivenUp ? { kind: 'settled' } : { kind: 'failed', error };
  }
}

async function settle(request: CarryOut, amendment: PendingAmendment): Promise<void> {
  const source = request.sources[amendment.source];
  if (!source) throw new Error(`There is no source called ${amendment.source}`);
  if (amendment.kind === 'undo') return undo(request, amendment, source);
  if (amendment.kind === 'correction') return correct(request, amendment, source);
  await inScope(request, (transaction) => refuseAmendment(transaction, amendment.id, 'ROW_GONE'));
}

/** An undoing is never given up: what it has taken back already would be missing. */
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
