import type { Transaction } from '../../../platform/transaction/transaction';

/** Says that a run has carried an amendment out, in the transaction that commits the run. */
export async function finishAmendment(
  transaction: Transaction,
  amendmentId: number,
  { runId }: { readonly runId: number },
): Promise<void> {
  const done = await transaction.query(
    `with done as (
       update intake.amendment set state = 'done', run_id = $2 where id = $1 and state = 'pending' returning id)
     select id from done`,
    [amendmentId, runId],
  );
  if (done.length !== 1)
    throw new Error(`Amendment ${amendmentId} does not wait for a run: nothing was committed`);
  await mark(transaction, amendmentId, { row: 'corrected', copy: 'separated' });
}

/** Says that an amendment could not be carried out, and why: its row waits for somebody again. */
export async function refuseAmendment(
  transaction: Transaction,
  amendmentId: number,
  refusal: string,
): Promise<void> {
  await transaction.query(
    `update intake.amendment set state = 'refused', refusal = $2 where id = $1 and state = 'pending'`,
    [amendmentId, refusal],
  );
  await mark(transaction, amendmentId, { row: 'open', copy: 'open' });
}

/** After so many failures an amendment is given up: it would fail again. */
const MOST_ATTEMPTS = 5;

/** Counts a failure to carry an amendment out. Returns whether it is time to give it up. */
export async function countFailure(transaction: Transaction, amendmentId: number): Promise<boolean> {
  const [row] = await transaction.query<{ attempts: number }>(
    `with counted as (
       update intake.amendment set attempts = attempts + 1 where id = $1 and state = 'pending' returning attempts)
     select attempts from counted`,
    [amendmentId],
  );
  return (row?.attempts ?? 0) >= MOST_ATTEMPTS;
}

/** Says that the run which carried an amendment out was undone: its row waits for somebody again. */
export async function reopenAmendment(transaction: Transaction, amendmentId: number): Promise<void> {
  // What was given for the row may be somebody's data: with the run it goes.
  await transaction.query(
    `update intake.amendment set state = 'undone', cells = null where id = $1 and state = 'done'`,
    [amendmentId],
  );
  await mark(transaction, amendmentId, { row: 'open', copy: 'open' });
}

/** Gives the row or the copy that an amendment was about its new state, unless another amendment is already about it. */
async function mark(
  transaction: Transaction,
  amendmentId: number,
  states: { readonly row: string; readonly copy: string },
): Promise<void> {
  await transaction.query('update intake.quarantined_row set state = $2 where amendment_id = $1', [
    amendmentId,
    states.row,
  ]);
  await transaction.query('update intake.fault set state = $2 where amendment_id = $1', [
    amendmentId,
    states.copy,
  ]);
}
