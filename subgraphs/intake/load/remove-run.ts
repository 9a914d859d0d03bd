import type { Transaction } from '../../../platform/transaction/transaction';
import { publishReach } from './source-reach';
import type { UndoRequest } from './types';

/**
 * Removes all that a run brought: the rows it replaced are held again, the others, its faults and the quarantined
 * rows that it was the first to find are gone; the ledger keeps its entry and its counts. Returns the amendment that the
 * run had carried out, where it was a correction.
 */
export async function undoRun(
  transaction: Transaction,
  { source, runId, by, at }: UndoRequest,
): Promise<number | null> {
  await noteRecords(transaction, { source, runId });
  await restoreRows(transaction, { source, runId });
  await restoreQuarantine(transaction, runId);
  await transaction.query('delete from intake.fault where run_id = $1', [runId]);
  await restoreVanished(transaction, { source, runId });
  await transaction.query('delete from intake.run_basis where run_id = $1', [runId]);
  const closed = await transaction.query<{ amendment_id: number | null }>(
    `with closed as (
       update intake.import_run set state = 'undone', undone_at = $2, undone_by = $3
       where id = $1 and state = 'undoing' returning amendment_id)
     select amendment_id from closed`,
    [runId, at, by],
  );
  await publishReach(transaction, source);
  const [run] = closed;
  if (!run) throw new Error(`Run ${runId} is not being undone: nothing was`);
  return run.amendment_id;
}

/** What the run had brought: its rows are gone, and somebody may ask why their records changed. */
async function noteRecords(
  transaction: Transaction,
  { source, runId }: { source: string; runId: number },
): Promise<void> {
  await transaction.query(
    `insert into intake.undone_record (run_id, source, record, keeper)
     select run_id, source, identity, keeper from intake.held_row where source = $1 and run_id = $2`,
    [source, runId],
  );
}

async function restoreRows(
  transaction: Transaction,
  { source, runId }: { source: string; runId: number },
): Promise<void> {
  await transaction.query('delete from intake.held_row where source = $1 and run_id = $2', [source, runId]);
  const [rows] = await transaction.query<{ kept: number; restored: number }>(
    `with restored as (
       insert into intake.held_row
         (source, identity, content_hash, last_updated, run_id, line, raw, keeper, amendment_id)
       select source, identity, content_hash, last_updated, held_run_id, line, raw, keeper, amendment_id
       from intake.replaced_row where run_id = $1
       returning 1)
     select (select count(*)::int from intake.replaced_row where run_id = $1) as kept,
       (select count(*)::int from restored) as restored`,
    [runId],
  );
  if (rows?.kept !== rows?.restored)
    throw new Error(
      `${rows?.kept} rows had been replaced, and ${rows?.restored} came back: nothing was undone`,
    );
  await transaction.query('delete from intake.replaced_row where run_id = $1', [runId]);
}

/**
 * What the run found missing is missing since the next whole file that lacked it too, if any; what it had again is
 * missing again. A record that is no longer held has not vanished: it is not there.
 */
async function restoreVanished(
  transaction: Transaction,
  { source, runId }: { source: string; runId: number },
): Promise<void> {
  await transaction.query('update intake.vanished_row set until_run_id = null where until_run_id = $1', [
    runId,
  ]);
  await transaction.query(
    `with next as (
       select min(id) as id from intake.import_run
       where source = $1 and id > $2 and state = 'loaded' and vanished is not null)
     update intake.vanished_row as gone set since_run_id = next.id
     from next where gone.since_run_id = $2 and next.id is not null
       and (gone.until_run_id is null or gone.until_run_id > next.id)`,
    [source, runId],
  );
  await transaction.query(
    `delete from intake.vanished_row as gone
     where source = $1 and (since_run_id = $2 or not exists (
       select from intake.held_row as held where held.source = $1 and held.identity = gone.identity))`,
    [source, runId],
  );
}

/** What people gave for rows that are gone goes too; that they decided, and why, stays. */
async function restoreQuarantine(transaction: Transaction, runId: number): Promise<void> {
  await transaction.query(
    `update intake.amendment set cells = null
     where fault_run_id = $1 or row_id in (select id from intake.quarantined_row where first_run_id = $1)`,
    [runId],
  );
  await transaction.query('delete from intake.quarantined_row where first_run_id = $1', [runId]);
  await transaction.query(
    `update intake.quarantined_row as known
     set last_run_id = was.met_run_id, line = was.line, owner = was.owner, reasons = was.reasons,
       codes = array(select distinct reason ->> 'code' from jsonb_array_elements(was.reasons) as reason order by 1)
     from intake.met_again as was where was.run_id = $1 and known.id = was.row_id`,
    [runId],
  );
  await transaction.query('delete from intake.met_again where run_id = $1', [runId]);
}
