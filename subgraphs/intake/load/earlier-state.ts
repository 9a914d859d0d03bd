import type { Transaction } from '../../../platform/transaction/transaction';
import type { RunToCommit } from './types';

type Run = Pick<RunToCommit, 'runId' | 'source' | 'amendmentId'>;

/**
 * Keeps what a run is about to change, so that it can be undone: the rows that it replaces, where quarantined rows that
 * it found again had been before, and the runs that it depends on. Must be called before anything of the run is written.
 */
export async function keepEarlierState(transaction: Transaction, run: Run): Promise<void> {
  await keepReplaced(transaction, run);
  await keepFoundAgain(transaction, run);
  await keepBasis(transaction, run);
}

async function keepReplaced(transaction: Transaction, { runId, source }: Run): Promise<void> {
  await transaction.query(
    `insert into intake.replaced_row
       (run_id, source, identity, content_hash, last_updated, keeper, held_run_id, amendment_id, line, raw)
     select $1, held.source, held.identity, held.content_hash, held.last_updated, held.keeper, held.run_id,
       held.amendment_id, held.line, held.raw
     from to_load join intake.held_row as held on held.source = $2 and held.identity = to_load.identity
     where to_load.updated`,
    [runId, source],
  );
}

/** The quarantined rows of a file that are known already; equal ones are distinguished by which of them they are. */
const FOUND_AGAIN = `
  select known.* from (
    select content_hash, row_number() over (partition by content_hash order by ordinal) as occurrence
    from staged where kind = 'quarantined') as found
  join intake.quarantined_row as known
    on known.source = $2 and known.content_hash = found.content_hash and known.occurrence = found.occurrence`;

async function keepFoundAgain(transaction: Transaction, { runId, source }: Run): Promise<void> {
  await transaction.query(
    `insert into intake.met_again (run_id, row_id, owner, line, reasons, met_run_id)
     select $1, known.id, known.owner, known.line, known.reasons, known.last_run_id
     from (${FOUND_AGAIN}) as known`,
    [runId, source],
  );
}

/** A correction depends on the run that found its row last; a row taken for a copy depends on the run of the held row. */
async function keepBasis(transaction: Transaction, { runId, source, amendmentId }: Run): Promise<void> {
  await transaction.query(
    `insert into intake.run_basis (run_id, on_run_id, rows)
     select $1, on_run_id, count(*) from (
       select held.run_id as on_run_id
       from winner join intake.held_row as held on held.source = $2 and held.identity = winner.identity
       union all
       select met_run_id from intake.met_again where run_id = $1
       union all
       select coalesce(known.last_run_id, amendment.fault_run_id)
       from intake.amendment left join intake.quarantined_row as known on known.id = amendment.row_id
       where amendment.id = $3) as basis
     where on_run_id <> $1 group by on_run_id`,
    [runId, source, amendmentId],
  );
}
