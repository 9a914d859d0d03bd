import type { Transaction } from '../../../platform/transaction/transaction';
import { isRetractedLine } from '../coverage/retracted-line';
import type { RunToCommit } from './types';

type Run = Pick<RunToCommit, 'runId' | 'source' | 'isWhole' | 'amendmentId'>;

/**
 * Notes which held records a whole file had no row for, and which that were missing it has again. They stay held and
 * counted: an export may be incomplete, and only a person can know. Returns how many are missing now; null for a file
 * that need not hold them all, and for a correction.
 */
export async function keepVanished(transaction: Transaction, run: Run): Promise<number | null> {
  const { runId, source, isWhole, amendmentId } = run;
  if (!isWhole || amendmentId !== null) return null;
  await transaction.query(
    `update intake.vanished_row as gone set until_run_id = $1
     from winner where gone.source = $2 and gone.until_run_id is null and gone.identity = winner.identity`,
    [runId, source],
  );
  await transaction.query(
    `insert into intake.vanished_row (source, identity, since_run_id, owner)
     select source, identity, $1, keeper from intake.held_row as held
     where source = $2 and run_id <> $1
       and not exists (select from winner where winner.identity = held.identity)
       and not exists (
         select from intake.vanished_row as gone
         where gone.source = $2 and gone.identity = held.identity and gone.until_run_id is null)
       and not exists (${CORRECTED_ROW_MET}) and not exists (${SEPARATED_COPY_MET})`,
    [runId, source],
  );
  const [row] = await transaction.query<{ missing: number }>(
    `select count(*)::int as missing from intake.vanished_row as gone
     where source = $1 and until_run_id is null and not ${isRetractedLine('gone', 'owner')}`,
    [source],
  );
  return row?.missing ?? 0;
}

/** A corrected record is there as long as the file has the row that was corrected. */
const CORRECTED_ROW_MET = `
  select from intake.amendment join intake.quarantined_row as known on known.id = amendment.row_id
  where amendment.id = held.amendment_id and known.last_run_id = $1`;

/** And a separated one as long as the file has the copy. */
const SEPARATED_COPY_MET = `
  select from intake.fault where fault.run_id = $1 and fault.amendment_id = held.amendment_id`;

/** Records that are held and have no row in the file: how many, and the first of them. */
export interface Missing {
  readonly count: number;
  readonly first: readonly string[];
}

/**
 * The records that a whole file has no row for, whether it is loaded or only tried; but for those that were corrected
 * here, of which the file has another row, and lines of the coverage list that were retracted.
 */
export async function missingRecords(
  transaction: Transaction,
  { source, most }: { readonly source: string; readonly most: number },
): Promise<Missing> {
  const [row] = await transaction.query<Missing>(
    `with missing as (
       select identity from intake.held_row as held
       where source = $1 and amendment_id is null and not ${isRetractedLine('held', 'keeper')}
         and not exists (select from winner where winner.identity = held.identity))
     select (select count(*)::int from missing) as count,
       array(select identity from missing order by identity collate "C" limit $2) as first`,
    [source, most],
  );
  return row ?? { count: 0, first: [] };
}
