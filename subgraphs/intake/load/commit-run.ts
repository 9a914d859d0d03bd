import type { Transaction } from '../../../platform/transaction/transaction';
import { finishAmendment } from '../amendments/outcome';
import { assertAddsUp } from './classify';
import { keepEarlierState } from './earlier-state';
import { replaceFaults } from './settle-faults';
import { publishReach } from './source-reach';
import { sumUpTallies } from './sum-up-tallies';
import type { RunToCommit } from './types';
import { keepVanished } from './vanished';

/**
 * Makes the run the present state of its source, in one transaction: until it commits nothing of the run is in the
 * ledger's counts, and afterwards all of it is.
 */
export async function commitRun(transaction: Transaction, run: RunToCommit): Promise<void> {
  assertAddsUp(run.counts);
  await keepEarlierState(transaction, run);
  await holdRows(transaction, run);
  await keepFaults(transaction, run);
  await keepQuarantine(transaction, run);
  const vanished = await keepVanished(transaction, run);
  await closeLoaded(transaction, run, vanished);
  await publishReach(transaction, run.source);
  if (run.amendmentId !== null) await finishAmendment(transaction, run.amendmentId, run);
  await replaceFaults(transaction, run);
  await sumUpTallies(transaction, run.source);
}

async function holdRows(
  transaction: Transaction,
  { runId, source, counts, amendmentId }: RunToCommit,
): Promise<void> {
  const [kept] = await transaction.query<{ rows: number }>(
    `with kept as (
       insert into intake.held_row
         (source, identity, content_hash, last_updated, run_id, line, raw, keeper, amendment_id)
       select $1, staged.identity, staged.content_hash, staged.last_updated, $2, staged.line, body.raw,
         staged.keeper, $3
       from to_load join staged using (ordinal) join staged_body as body using (ordinal)
       on conflict (source, identity) do update set
         content_hash = excluded.content_hash, last_updated = excluded.last_updated,
         run_id = excluded.run_id, line = excluded.line, raw = excluded.raw, keeper = excluded.keeper,
         amendment_id = excluded.amendment_id
       returning 1)
     select count(*)::int as rows from kept`,
    [source, runId, amendmentId],
  );
  if (kept?.rows !== counts.loaded) {
    throw new Error(
      `${counts.loaded} rows were loaded, but ${kept?.rows ?? 0} are held: nothing was committed`,
    );
  }
}

/** The same copy again, from whichever file: what was decided about it holds, and is not asked for again. */
const DECIDED_COPY = `
  select decided.state, decided.amendment_id
  from intake.fault as decided join intake.import_run as run on run.id = decided.run_id
  where decided.code = 'CONFLICTING_COPY' and decided.amendment_id is not null and decided.state <> 'open'
    and run.source = $2 and listed.code = 'CONFLICTING_COPY' and decided.raw::text = listed.raw::text
  order by decided.run_id desc limit 1`;

async function keepFaults(transaction: Transaction, { runId, source }: RunToCommit): Promise<void> {
  await transaction.query(
    `insert into intake.fault
       (run_id, place, owner, line, column_name, code, value, action, raw, state, amendment_id, first_day, last_day)
     select $1, place, owner, line, column_name, code, value, action, raw, coalesce(decided.state, 'open'),
       decided.amendment_id, first_day, last_day
     from listed_fault as listed left join lateral (${DECIDED_COPY}) as decided on true`,
    [runId, source],
  );
  await transaction.query(
    `insert into intake.run_tally (run_id, kind, name, count)
     select $1::bigint, 'fault', code, count(*) from listed_fault group by code
     union all
     select $1::bigint, 'left_out', reason, count(*) from staged where kind = 'leftOut' group by reason`,
    [runId],
  );
}

/** The same rows again add nothing: they are known by their content, and by which of equal ones they are. */
async function keepQuarantine(transaction: Transaction, { runId, source }: RunToCommit): Promise<void> {
  await transaction.query(
    `insert into intake.quarantined_row
       (source, content_hash, occurrence, id, owner, first_line, line, raw, reasons, codes, first_run_id, last_run_id,
        first_day, last_day)
     select $1, content_hash, occurrence, md5($1 || '/' || content_hash || '/' || occurrence::text), owner, line, line,
       raw, coalesce(reasons, '[]'), coalesce(codes, '{}'), $2, $2, first_day, last_day
     from (
       select ordinal, owner, line, content_hash, first_day, last_day,
         row_number() over (partition by content_hash order by ordinal) as occurrence
       from staged where kind = 'quarantined') as staged
     join staged_body using (ordinal) left join (
       select ordinal, jsonb_agg(
         jsonb_build_object('column', column_name, 'code', code, 'value', value, 'action', action) order by nth) as reasons,
         array_agg(distinct code order by code) as codes
       from staged_fault group by ordinal) as faults using (ordinal)
     on conflict (source, content_hash, occurrence) do update set
       owner = excluded.owner, line = excluded.line, reasons = excluded.reasons, codes = excluded.codes, last_run_id = excluded.last_run_id,
       first_day = excluded.first_day, last_day = excluded.last_day`,
    [source, runId],
  );
}

async function closeLoaded(
  transaction: Transaction,
  run: RunToCommit,
  vanished: number | null,
): Promise<void> {
  const { runId, sha256, counts, reach, at } = run;
  const closed = await transaction.query(
    `with closed as (
       update intake.import_run set state = 'loaded', ended_at = $2, sha256 = $3, read = $4, loaded = $5,
         updated = $6, copies = $7, left_out = $8, quarantined = $9, vanished = $10, first_day = $11, last_day = $12, keepers = $13
       where id = $1 and state = 'running' returning id)
     select id from closed`,
    [
      runId,
      at,
      sha256,
      counts.read,
      counts.loaded,
      counts.updated,
      counts.copies,
      counts.leftOut,
      counts.quarantined,
      vanished,
      reach?.from ?? null,
      reach?.to ?? null,
      reach?.keepers ?? null,
    ],
  );
  if (closed.length !== 1) throw new Error(`Run ${runId} is not open in the ledger: nothing was committed`);
}
