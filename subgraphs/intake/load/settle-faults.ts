import type { Transaction } from '../../../platform/transaction/transaction';
import { settleDecidedWords } from '../names/mapped-words';
import type { RunToCommit } from './types';

/** What a run's commit says of other runs' faults. */
type Committed = Pick<RunToCommit, 'runId' | 'source' | 'isWhole' | 'amendmentId'>;

/**
 * Closes the faults that a run makes no longer true, and says that it did. Must be called last, when the run is in the ledger
 * as loaded and its amendment as done.
 */
export async function replaceFaults(
  transaction: Transaction,
  { runId, source, isWhole, amendmentId }: Committed,
): Promise<void> {
  await transaction.query(settle(`${OF_TOUCHED_ROWS} union ${OF_EARLIER_FILES}`), [
    runId,
    amendmentId,
    isWhole && amendmentId === null ? source : null,
  ]);
}

/**
 * Opens again what an undone run had closed, unless another run closes it too. A word that was given a meaning since then keeps
 * it. Must be called last, when nothing of the run is left but its entry.
 */
export async function reopenFaults(transaction: Transaction, runId: number): Promise<void> {
  await transaction.query(settle('select run_id, place from intake.fault where replaced_by_run_id = $1'), [
    runId,
  ]);
  await settleDecidedWords(transaction);
}

/** Faults of rows that the run replaced, met again in quarantine, or carried the correction of. */
const OF_TOUCHED_ROWS = `
  select fault.run_id, fault.place from (
    select held_run_id, line from intake.replaced_row where run_id = $1
    union select met_run_id, line from intake.met_again where run_id = $1
    union select last_run_id, line from intake.quarantined_row where last_run_id = $1 and state = 'corrected'
    union select known.last_run_id, known.line
      from intake.amendment join intake.quarantined_row as known on known.id = amendment.row_id
      where amendment.id = $2) as touched (run_id, line)
  join intake.fault using (run_id, line)`;

/** A whole file lists anew what is wrong with rows that are left out, and with itself. */
const OF_EARLIER_FILES = `
  select fault.run_id, fault.place
  from intake.import_run as run join intake.fault on fault.run_id = run.id
  where run.source = $3 and run.id < $1 and fault.state in ('open', 'mapped', 'dismissed')
    and not exists (select from intake.held_row as held where held.run_id = fault.run_id and held.line = fault.line)`;

/** The sheets of a workbook have lines of the same numbers: what is done about a fault ends with its sheet. */
const isOnSheetOf = (row: string): string => `(listed.action not like '%".)'
  or coalesce(right(listed.action, length(${sheetOf(row)})) = ${sheetOf(row)}, true))`;

const sheetOf = (row: string): string => `('(Sheet "' || (${row}.raw ->> '(sheet)') || '".)')`;

/**
 * Which run made a fault no longer true; null while it stands. This is the one place that says so:
 *
 * - the run that replaced the row that it was found in, by a newer one of the same record;
 * - of its quarantined row, the run that met it again and listed anew what is wrong with it, or that recorded it as somebody
 *   corrected it, whichever came first;
 * - of a row that was left out, and of the file itself, the next whole file of the system.
 */
const REPLACED_BY = `coalesce(
  (select min(newer.run_id) from intake.replaced_row as newer
   where newer.held_run_id = listed.run_id and newer.line = listed.line and ${isOnSheetOf('newer')}),
  (select min(least(again.run_id, correction.run_id))
   from intake.met_again as again join intake.quarantined_row as known on known.id = again.row_id
     left join intake.amendment as correction on correction.id = known.amendment_id and known.state = 'corrected'
   where again.met_run_id = listed.run_id and again.line = listed.line and ${isOnSheetOf('known')}),
  (select min(correction.run_id)
   from intake.quarantined_row as known join intake.amendment as correction on correction.id = known.amendment_id
   where known.last_run_id = listed.run_id and known.line = listed.line and known.state = 'corrected'
     and ${isOnSheetOf('known')}),
  (select min(later.id) from intake.import_run as run join intake.import_run as later
     on later.source = run.source and later.id > run.id and later.state = 'loaded' and later.vanished is not null
   where run.id = listed.run_id
     and not exists (select from intake.held_row as held
       where held.run_id = listed.run_id and held.line = listed.line and ${isOnSheetOf('held')})
     and not exists (select from intake.quarantined_row as known
       where known.last_run_id = listed.run_id and known.line = listed.line and ${isOnSheetOf('known')})))`;

/** A row that somebody dismissed waits for nobody, and neither do its faults: a trigger says so when it is dismissed or reopened. */
const IS_DISMISSED = `exists (select from intake.quarantined_row as known
  where known.last_run_id = listed.run_id and known.line = listed.line and known.state = 'dismissed'
    and ${isOnSheetOf('known')})`;

/** A copy that says something else may be another record, whatever became of the row that holds: somebody has to decide. */
const settle = (concerned: string): string => `
  with settled as (
    select listed.run_id, listed.place, ${REPLACED_BY} as replaced_by, ${IS_DISMISSED} as is_dismissed
    from (${concerned}) as concerned join intake.fault as listed using (run_id, place)
    where listed.code <> 'CONFLICTING_COPY')
  update intake.fault set replaced_by_run_id = settled.replaced_by,
    state = case when settled.replaced_by is not null then 'replaced' when state <> 'replaced' then state
      when settled.is_dismissed then 'dismissed' else 'open' end
  from settled where fault.run_id = settled.run_id and fault.place = settled.place
    and fault.replaced_by_run_id is distinct from settled.replaced_by`;
