import type { Transaction } from '../../../platform/transaction/transaction';

/** The numbers of the runs that rest on a run and are in effect, the oldest first. */
export async function builtOn(transaction: Transaction, runId: number): Promise<number[]> {
  const rows = await transaction.query<{ id: number }>(
    `select run.id from intake.run_basis as basis join intake.import_run as run on run.id = basis.run_id
     where basis.on_run_id = $1 and run.state = 'loaded' order by run.id`,
    [runId],
  );
  return rows.map(({ id }) => Number(id));
}
